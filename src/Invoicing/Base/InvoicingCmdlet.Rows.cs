namespace Invoicing.Commands;

/// <summary>The rows of the pipeline: each is read, converted and checked before the cmdlet does its work for it.</summary>
public abstract partial class InvoicingCmdlet
{
    private RowReader? _rows;

    /// <summary>The row of the pipeline that is worked on.</summary>
    private protected Row Row => _rows!.Row;

    /// <summary>How the numbers and dates of this command are written.</summary>
    private protected virtual InputForm Form => InputForm.Plain;

    /// <summary>Whether the properties of an object of ours that is piped in are values for the parameters of their names.</summary>
    private protected virtual bool GivesValues(InvoiceRecord record) => false;

    /// <summary>Sets on a model what the row gives for it.</summary>
    private protected T Fill<T>(T model)
        where T : class
    {
        RowParameters.Of(GetType()).Fill(this, model);
        return model;
    }

    /// <summary>Before the first row, the bound parameters are those of the command line; later they are all that any row gave.</summary>
    private void BeginRows() => _rows = new RowReader(this, MyInvocation.BoundParameters.Keys, MyInvocation.ExpectingInput);

    private void ProcessRow()
    {
        bool isBlank = !_rows!.Next();
        Target = Row.Piped;
        if (!isBlank)
        {
            ReadRow();
            Execute();
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
        catch (InvoicingException failure) when (_rows!.IsHopeless)
        {
            // It was typed, so it would be the same for every row.
            ThrowTerminatingError(ErrorMapper.ToRecord(failure, Target, _rows.Row));
        }
    }
}
