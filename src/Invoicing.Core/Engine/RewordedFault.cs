namespace Invoicing.Engine;

/// <summary>Failures told in words of ours, with everything else as it came.</summary>
internal static class RewordedFault
{
    /// <summary>The same failure with another message.</summary>
    /// <param name="fault">The failure.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="message">The message.</param>
    /// <param name="advice">The next step; that of the failure if it is <c>null</c>.</param>
    public static ProviderException Reworded(this ProviderException fault, ErrorKind kind, string message, string? advice = null) => new(kind, message, fault)
    {
        Provider = fault.Provider,
        Request = fault.Request,
        StatusCode = fault.StatusCode,
        Code = fault.Code,
        FieldErrors = fault.FieldErrors,
        RequestId = fault.RequestId,
        Advice = advice ?? fault.Advice,
    };
}
