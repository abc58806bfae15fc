using System.Collections.Generic;

namespace Invoicing.Providers.SalenGo;

/// <summary>The open questions about the provider that a person with an account can answer: chosen at Connect.</summary>
internal static class SalenGoChoices
{
    public const string DispatchStyle = "DispatchStyle";
    public const string InPath = "path";
    public const string InEnvelope = "envelope";

    public const string TokenPlacement = "TokenPlacement";
    public const string Basic = "basic";
    public const string Bearer = "bearer";
    public const string InBody = "body";
    public const string InQuery = "query";

    public const string Lines = "Lines";
    public const string Listed = "list";
    public const string Wrapped = "wrapped";

    public const string StaffId = "StaffId";

    public static readonly IReadOnlyList<ProviderSetting> All =
    [
        // docs/facts/salengo.md#calls: both [assumption]; the first follows from the spelling of the names that were seen.
        new(DispatchStyle, InPath, "where the name of a method travels: in the address, or in the body", InPath, InEnvelope),

        // docs/facts/salengo.md#authentication: basic [inferred], the others [assumption].
        new(TokenPlacement, Basic, "where the token travels", Basic, Bearer, InBody, InQuery),

        // docs/facts/salengo.md#invoices: [assumption]. Both are read.
        new(Lines, Listed, "whether the lines of a document are sent as a list, or as an object that holds it", Listed, Wrapped),

        // docs/facts/salengo.md#expenses: administrators must name the staff that an expense is of [official].
        new(StaffId, "", "identifier of the staff that new expenses are of where -StaffId is not given"),
    ];
}
