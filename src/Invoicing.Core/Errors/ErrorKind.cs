namespace Invoicing;

/// <summary>What went wrong, in the few kinds that a caller acts on differently.</summary>
public enum ErrorKind
{
    /// <summary>The input was refused before anything was sent.</summary>
    InvalidInput,

    /// <summary>The provider cannot do this at all.</summary>
    NotSupported,

    /// <summary>The key or the login was refused.</summary>
    AuthenticationFailed,

    /// <summary>The login is good but may not do this.</summary>
    AccessDenied,

    /// <summary>There is no such object.</summary>
    NotFound,

    /// <summary>The provider refused the values of a request.</summary>
    ValidationFailed,

    /// <summary>The object is in a state that does not allow this, or is being worked on.</summary>
    Conflict,

    /// <summary>Too many requests, and waiting did not help or would take too long.</summary>
    RateLimitExceeded,

    /// <summary>The provider could not be reached, or answered that it is in trouble.</summary>
    ProviderUnavailable,

    /// <summary>The provider answered with something that is not its protocol.</summary>
    UnexpectedAnswer,

    /// <summary>A request took longer than it may.</summary>
    RequestTimeout,

    /// <summary>A long-running operation was not done in time; it can be waited for again.</summary>
    OperationTimeout,

    /// <summary>It cannot be known whether the provider did what it was asked: the answer was lost.</summary>
    OutcomeUnknown,

    /// <summary>A long-running operation ended in failure at the provider.</summary>
    OperationFailed,

    /// <summary>A file could not be written or read.</summary>
    FileFailed,

    /// <summary>A file is not what it should be.</summary>
    InvalidFile,
}
