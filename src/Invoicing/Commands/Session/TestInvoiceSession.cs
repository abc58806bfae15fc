using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Makes one cheap request and says whether the provider answered it. Why it did not is told as a warning.</summary>
[Cmdlet(VerbsDiagnostic.Test, "InvoiceSession")]
[OutputType(typeof(bool))]
public sealed class TestInvoiceSessionCommand : InvoicingCmdlet
{
    /// <summary>The session, or its name; else the default one.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Connection")]
    [SessionTransformation]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public InvoiceSession? Session { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        bool good = true;
        try
        {
            Await((Session ?? SessionRegistry.Current.Default).TestAsync(Pump, Cancel));
        }
        catch (InvoicingException failure)
        {
            good = false;
            WriteWarning(failure.Message);
        }

        WriteObject(good);
    }
}
