using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Http;

namespace Invoicing.Commands;

/// <summary>
/// Reads the rows of one command. A row is what the parameters hold now: PowerShell gives each parameter its default back between two rows, but
/// leaves all that was ever bound in the list of bound parameters.
/// </summary>
internal sealed class RowReader
{
    private readonly InvoicingCmdlet _cmdlet;
    private readonly HashSet<string> _typed;
    private readonly bool _isPiped;
    private readonly RowParameters _parameters;
    private readonly List<int> _blank = [];
    private ColumnCheck? _columns;
    private bool _hasWarned;
    private int _count;

    /// <param name="cmdlet">The cmdlet whose parameters are read.</param>
    /// <param name="typed">Names of the parameters that the command line gives, which hold for every row.</param>
    /// <param name="isPiped">True if rows come through the pipeline.</param>
    public RowReader(InvoicingCmdlet cmdlet, IEnumerable<string> typed, bool isPiped)
    {
        _cmdlet = cmdlet;
        _typed = new HashSet<string>(typed, StringComparer.OrdinalIgnoreCase);
        _isPiped = isPiped;
        _parameters = RowParameters.Of(cmdlet.GetType());
    }

    /// <summary>The row that is worked on.</summary>
    public Row Row { get; set; } = new(null, 0);

    /// <summary>True if any value of the row that cannot be read, or is missing, is so for every other row too.</summary>
    public bool IsHopeless { get; private set; }

    /// <summary>Goes on to the next row.</summary>
    /// <returns>True if there is anything in it.</returns>
    public bool Next()
    {
        Row = new Row(_isPiped ? _parameters.PipedTo(_cmdlet) : null, _isPiped ? ++_count : 0);
        if (Row.IsBlank)
        {
            _blank.Add(Row.Number);
        }

        return !Row.IsBlank;
    }

    /// <summary>The message about rows without anything in them; <c>null</c> if there was none.</summary>
    public string? BlankRows => _blank.Count == 0 ? null
        : _blank.Count == 1 ? $"Row {_blank[0]} is blank and was skipped."
        : $"{_blank.Count} blank rows were skipped: {string.Join(", ", _blank.Take(10))}{(_blank.Count > 10 ? ", ..." : "")}.";

    /// <summary>Converts the values of the row.</summary>
    /// <param name="form">Form of the values.</param>
    /// <param name="isOwn">True if the properties of the object that was piped in are values: it is of the kind that the cmdlet makes or changes.</param>
    /// <param name="set">Name of the parameter set.</param>
    /// <exception cref="InvoicingException">Values cannot be read, or are missing; it names all of them.</exception>
    public void Read(InputForm form, Func<InvoiceRecord, bool> isOwn, string set)
    {
        IsHopeless = !_isPiped;
        var faults = new List<FieldError>(CheckColumns());
        foreach (RowParameter parameter in _parameters.All)
        {
            Input? input = parameter.Of(_cmdlet);
            if (input is not null && IsOfSubject(parameter, input, isOwn))
            {
                // The notes of a client are not those of its invoice, and what is on a record already is no change of it.
                parameter.Clear(_cmdlet);
                input = null;
            }

            if (input is null || input.IsEmpty)
            {
                input?.Converted = null;

                if (parameter.IsNeededIn(set))
                {
                    faults.Add(new FieldError(parameter.Name, "is missing"));
                }

                continue;
            }

            try
            {
                bool isOfRecord = IsOfRecord(parameter, input);
                input.Converted = parameter.Transformation.Read(input.Raw, isOfRecord ? form.Trusted() : form);
                WarnOfMisreading(parameter.Name, isOfRecord ? null : input.Converted);
            }
            catch (Exception fault) when (InputTransformationAttribute.IsBadInput(fault))
            {
                faults.Add(new FieldError(parameter.Name, fault.Message.TrimEnd('.')));
                IsHopeless |= _typed.Contains(parameter.Name);
            }
        }

        if (faults.Count > 0)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, string.Join(" ", faults.Select(fault => $"{fault}."))) { FieldErrors = faults };
        }
    }

    /// <summary>Warns once of text that was probably read in the wrong encoding.</summary>
    private void WarnOfMisreading(string name, object? value)
    {
        string? text = value as string ?? (value is InvoiceLine line ? $"{line.Name} {line.Description}" : null);
        if (!_hasWarned && text is not null && InputText.LooksMisread(text))
        {
            _hasWarned = true;
            _cmdlet.WriteWarning(ShownText.Of(Messages.Of($"{(Row.ToString() is { Length: > 0 } row ? $"{row}, " : "")}{name}: '{text}' looks like UTF-8 that was read as Windows-1252. Read the file with Import-InvoiceCsv, or say its -Encoding.")));
        }
    }

    private IReadOnlyList<FieldError> CheckColumns()
    {
        if (!Row.IsTable || _parameters.All.Count == 0)
        {
            return [];
        }

        try
        {
            _columns ??= new ColumnCheck(_cmdlet.GetType(), _cmdlet.MyInvocation.MyCommand.Name);
            return _columns.Check([.. InputRow.Values(Row.Piped)], _cmdlet.WriteWarning);
        }
        catch (InvoicingException)
        {
            // Every row of the file has the same columns.
            IsHopeless = true;
            throw;
        }
    }

    /// <summary>True if a value is a property of the record that was piped in, rather than typed or made by a script block.</summary>
    private bool IsOfRecord(RowParameter parameter, Input input) =>
        Row.Piped is InvoiceRecord && !parameter.TakesPipeline && !input.IsWrapped && !_typed.Contains(parameter.Name);

    private bool IsOfSubject(RowParameter parameter, Input input, Func<InvoiceRecord, bool> isOwn) =>
        IsOfRecord(parameter, input) && !(_parameters.TakesValues && isOwn((InvoiceRecord)Row.Piped!));
}
