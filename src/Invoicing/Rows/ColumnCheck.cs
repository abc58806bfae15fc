using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace Invoicing.Commands;

/// <summary>Finds the columns of rows that a cmdlet does not read: what a person wrote down must not be passed over in silence.</summary>
internal sealed class ColumnCheck
{
    private readonly string _command;
    private readonly string[] _parameters;
    private readonly HashSet<string> _known;
    private readonly Dictionary<string, string?> _meant = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _warned = new(StringComparer.OrdinalIgnoreCase);

    public ColumnCheck(Type cmdlet, string command)
    {
        _command = command;
        var parameters = RowParameters.Of(cmdlet);
        _parameters = [.. parameters.All.SelectMany(parameter => parameter.Names).Concat(parameters.Subjects.SelectMany(KeysOf))];
        _known = new HashSet<string>(_parameters, StringComparer.OrdinalIgnoreCase) { Row.NumberColumn };

        // Objects of ours go through files: what only the provider sets is known, and does no harm.
        foreach (Type model in parameters.Subjects.Concat(cmdlet.GetCustomAttributes<OutputTypeAttribute>().SelectMany(output => output.Type).Select(name => name.Type))
            .Where(type => typeof(InvoiceRecord).IsAssignableFrom(type) || type == typeof(InvoiceLine)))
        {
            _known.UnionWith(model.GetProperties().Select(property => property.Name));
        }
    }

    /// <summary>Looks at the columns of a row.</summary>
    /// <param name="columns">Names and values.</param>
    /// <param name="warn">Called with the columns that are not read, once each.</param>
    /// <returns>Complaints about columns that were probably meant to be others.</returns>
    /// <exception cref="InvoicingException">No column is known: the file was read in a wrong way.</exception>
    public IReadOnlyList<FieldError> Check(IReadOnlyCollection<KeyValuePair<string, object?>> columns, Action<string> warn)
    {
        string[] strange = [.. columns.Select(column => column.Key).Where(name => !_known.Contains(name))];
        if (strange.Length == 0)
        {
            return [];
        }

        if (strange.Length == columns.Count && strange.All(name => Meant(name) is null))
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"{_command} reads no column of this row: {string.Join(", ", strange.Select(name => $"'{name}'"))}.")
            {
                Advice = Hint(strange),
            };
        }

        string[] unread = [.. strange.Where(name => Meant(name) is null && _warned.Add(name))];
        if (unread.Length > 0)
        {
            warn($"{_command} does not read {(unread.Length == 1 ? "the column" : "the columns")} {string.Join(", ", unread.Select(name => $"'{name}'"))}; what is in there is left out.");
        }

        return
        [
            .. columns.Where(column => !_known.Contains(column.Key) && Meant(column.Key) is not null && InputValue.Text(column.Value) is not null)
                .Select(column => new FieldError(column.Key, $"{_command} has no column '{column.Key}': {Meant(column.Key)} is probably meant")),
        ];
    }

    private string? Meant(string column)
    {
        if (!_meant.TryGetValue(column, out string? name))
        {
            _meant[column] = name = ColumnNames.Nearest(column, _parameters);
        }

        return name;
    }

    /// <summary>Columns by which a row names what is there already.</summary>
    private static IEnumerable<string> KeysOf(Type subject) => subject == typeof(Client) ? ["Id", "ClientId", "Code", "ClientCode", "TaxNumber", "ClientTaxNumber", "Name", "ClientName"]
        : subject == typeof(Invoice) ? ["Id", "InvoiceId", "Number", "InvoiceNumber", "Reference", "Type"]
        : ["Id", "Code", "Number", "Name"];

    private string Hint(string[] columns)
    {
        string all = string.Join("", columns);
        return all.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? "The first line of the file says which delimiter Excel used, and was taken for the headings. Read the file with Import-InvoiceCsv."
            : ";\t|".FirstOrDefault(letter => all.IndexOf(letter) >= 0) is var delimiter and not '\0'
                ? $"The columns seem to be separated by {(delimiter == '\t' ? "tabs" : $"'{delimiter}'")}. Read the file with Import-InvoiceCsv, or with Import-Csv -Delimiter."
            : $"Name the columns after the parameters of {_command}, or read the file with Import-InvoiceCsv, which knows headings in other languages and has -Map.";
    }
}
