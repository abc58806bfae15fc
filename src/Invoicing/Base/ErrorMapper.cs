using System.Collections.Generic;
using System.Management.Automation;
using Invoicing.Http;

namespace Invoicing.Commands;

/// <summary>
/// Turns our exceptions into PowerShell's error records. The name of the kind is the error's id, which scripts may rely on.
/// </summary>
internal static class ErrorMapper
{
    private static readonly Dictionary<ErrorKind, (ErrorCategory Category, string Advice)> Table = new()
    {
        [ErrorKind.InvalidInput] = (ErrorCategory.InvalidArgument, "Correct the named values and run it again for this record."),
        [ErrorKind.NotSupported] = (ErrorCategory.NotImplemented, "Get-InvoiceProvider shows which provider can do what."),
        [ErrorKind.NotConnected] = (ErrorCategory.ConnectionError, "Run Connect-InvoiceProvider, or name a session with -Session: Get-InvoiceSession shows them."),
        [ErrorKind.AuthenticationFailed] = (ErrorCategory.AuthenticationError, "Check the account and the key, then run Connect-InvoiceProvider again."),
        [ErrorKind.AccessDenied] = (ErrorCategory.PermissionDenied, "Give the user of this key the right at the provider."),
        [ErrorKind.NotFound] = (ErrorCategory.ObjectNotFound, "Check how it is written and which session was asked; the Get- cmdlet without a name lists what there is."),
        [ErrorKind.ValidationFailed] = (ErrorCategory.InvalidData, "The provider refused the values: correct what it names and run it again for this record."),
        [ErrorKind.Conflict] = (ErrorCategory.ResourceBusy, "Get the object again to see the state that it is in now."),
        [ErrorKind.RateLimitExceeded] = (ErrorCategory.LimitsExceeded, "Wait, or give Connect-InvoiceProvider a longer -TimeoutSec. Get-InvoiceSession shows what is used."),
        [ErrorKind.ProviderUnavailable] = (ErrorCategory.ConnectionError, "Nothing was changed. Run it again later."),
        [ErrorKind.UnexpectedAnswer] = (ErrorCategory.ProtocolError, "Run it again with -Debug to see the answer, and report it."),
        [ErrorKind.RequestTimeout] = (ErrorCategory.OperationTimeout, "Run it again, or give Connect-InvoiceProvider a longer -TimeoutSec."),
        [ErrorKind.OperationTimeout] = (ErrorCategory.OperationTimeout, "It goes on at the provider: pipe this error's TargetObject to the same command with -Wait."),
        [ErrorKind.OutcomeUnknown] = (ErrorCategory.InvalidResult, "Look at the provider whether it was done before you run it again."),
        [ErrorKind.OperationFailed] = (ErrorCategory.InvalidResult, "Run it again later; the provider has no more to say about it."),
        [ErrorKind.InvalidFile] = (ErrorCategory.InvalidData, "Test-Saft says what is wrong with it."),
        [ErrorKind.FileFailed] = (ErrorCategory.WriteError, "Check the path and your rights, and run it again."),
    };

    public static IEnumerable<ErrorKind> Kinds => Table.Keys;

    /// <summary>The next step for a kind of error, where an error has none of its own.</summary>
    public static string AdviceOf(ErrorKind kind) => Table[kind].Advice;

    /// <summary>True if no further record can succeed, so that the first such error ends the command.</summary>
    public static bool IsHopeless(ErrorKind kind) => kind is ErrorKind.NotConnected or ErrorKind.AuthenticationFailed or ErrorKind.NotSupported;

    public static ErrorRecord ToRecord(InvoicingException failure, object? target, Row? row = null)
    {
        (ErrorCategory category, string advice) = Table[failure.Kind];
        string prefix = row?.ToString() is { Length: > 0 } name ? $"{Messages.Of(name)}: " : "";
        return new ErrorRecord(failure, failure.Kind.ToString(), category, target)
        {
            ErrorDetails = new ErrorDetails(ShownText.Of(prefix + Messages.Of(failure.Message))) { RecommendedAction = Messages.Of(failure.Advice ?? advice) },
        };
    }
}
