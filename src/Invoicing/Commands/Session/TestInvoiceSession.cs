using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Tests a session with one cheap request and writes true or false. A warning gives the reason of a failure.</summary>
[Cmdlet(VerbsDiagnostic.Test, "InvoiceSession")]
[OutputType(typeof(bool))]
public sealed class TestInvoiceSessionCommand : InvoicingCmdlet
{
    /// <summary>The session or its name. Default: the default session.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Connection")]
    [SessionTransformation]
    [Completes]
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
