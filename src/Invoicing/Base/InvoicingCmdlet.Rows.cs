using System;

namespace Invoicing.Commands;

/// <summary>The rows of the pipeline: each is read, converted and checked before the cmdlet does its work for it.</summary>
public abstract partial class InvoicingCmdlet
{
    private RowReader? _rows;

    /// <summary>The row of the pipeline that is worked on.</summary>
    private protected Row Row => _rows!.Row;

    /// <summary>Form of the numbers and dates of this command.</summary>
    private protected virtual InputForm Form => InputForm.Plain;

    /// <summary>True if the properties of an object of ours that is piped in are values for the parameters of their names.</summary>
    private protected virtual bool GivesValues(InvoiceRecord record) => false;

    /// <summary>Sets on a model what the row gives for it.</summary>
    private protected T Fill<T>(T model)
        where T : class
    {
        RowParameters.Of(GetType()).Fill(this, model);
        return model;
    }

    /// <summary>Refuses the work of the cmdlet before the values of a row are looked at.</summary>
    /// <exception cref="InvoicingException">The provider has no such work.</exception>
    private protected virtual void Require()
    {
    }

    /// <summary>Called for a row that is refused before the cmdlet does its work for it, or while it does.</summary>
    private protected virtual void OnBadRow()
    {
    }

    /// <summary>Goes back to an earlier row, so that errors are about it, until the result is disposed.</summary>
    private protected IDisposable As(Row row, object? target)
    {
        (Row Row, object? Target) now = (Row, Target);
        (_rows!.Row, Target) = (row, target);
        return new Undo(() => (_rows!.Row, Target) = now);
    }

    /// <summary>Before the first row, the bound parameters are those of the command line; later they are all that any row gave.</summary>
    private void BeginRows() => _rows = new RowReader(this, MyInvocation.BoundParameters.Keys, MyInvocation.ExpectingInput);

    private void ProcessRow()
    {
        bool isBlank = !_rows!.Next();
        Target = Row.Piped;
        if (!isBlank)
        {
            Require();
            ReadRow();
            try
            {
                Execute();
            }
            catch (InvoicingException)
            {
                OnBadRow();
                throw;
            }
        }
    }

    private void EndRows()
    {
        if (_rows?.BlankRows is { } message)
        {
            WriteWarning(message);
        }
    }

    private void ReadRow()
    {
        try
        {
            _rows!.Read(Form, GivesValues, ParameterSetName);
        }
        catch (InvoicingException) when (!_rows!.IsHopeless)
        {
            OnBadRow();
            throw;
        }
        catch (InvoicingException failure)
        {
            // It was typed, so it would be the same for every row.
            ThrowTerminatingError(ErrorMapper.ToRecord(failure, Target, Row));
        }
    }

    private sealed class Undo : IDisposable
    {
        private readonly Action _undo;

        public Undo(Action undo) => _undo = undo;

        public void Dispose() => _undo();
    }
}
