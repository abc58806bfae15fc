namespace Invoicing;

/// <summary>Kinds of errors that a caller handles differently.</summary>
public enum ErrorKind
{
    /// <summary>The input was refused before anything was sent.</summary>
    InvalidInput,

    /// <summary>The provider does not support the operation.</summary>
    NotSupported,

    /// <summary>No session is connected, or the one that is meant is not.</summary>
    NotConnected,

    /// <summary>The key or the login was refused.</summary>
    AuthenticationFailed,

    /// <summary>The login is valid but lacks the right.</summary>
    AccessDenied,

    /// <summary>The object does not exist.</summary>
    NotFound,

    /// <summary>The provider refused the values of a request.</summary>
    ValidationFailed,

    /// <summary>The state of the object does not allow the change, or another change is in progress.</summary>
    Conflict,

    /// <summary>The rate limit is used up, and waiting did not help or would take too long.</summary>
    RateLimitExceeded,

    /// <summary>The provider could not be reached, or answered with a server error.</summary>
    ProviderUnavailable,

    /// <summary>The answer does not follow the provider's protocol.</summary>
    UnexpectedAnswer,

    /// <summary>A request exceeded its time limit.</summary>
    RequestTimeout,

    /// <summary>A long-running export was not ready in time. It can be waited for again.</summary>
    OperationTimeout,

    /// <summary>The answer to a change was lost, and its outcome could not be determined.</summary>
    OutcomeUnknown,

    /// <summary>A long-running export failed at the provider.</summary>
    OperationFailed,

    /// <summary>A file could not be written or read.</summary>
    FileFailed,

    /// <summary>A file does not have the expected content.</summary>
    InvalidFile,
}
