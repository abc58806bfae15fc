using System.Collections.Generic;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// The choices at Connect, because the provider's page leaves it open (docs/facts/facturagem.md#transport, #login, #lists, #strict,
/// #operations). The defaults are those of the facts.
/// </summary>
internal sealed class FacturagemChoices
{
    public static readonly IReadOnlyList<ProviderSetting> Settings =
    [
        new("Format", "Json", "Form of requests and answers. Both are official.", "Json", "Xml"),
        new("Host", "facturagem.com",
            "The Spanish edition or its international twin. That both have the same API is inferred.", "facturagem.com", "invoicefu.com"),
        new("Strict", "On",
            "Whether the provider refuses what it does not know. Off, it drops it without a word, or fails. Official.", "On", "Off"),
        new("KeyPlacement", "Query",
            "Where the key travels: in the query, in the body of POST and PUT, or in the header X-Api-Key. Assumed.", "Query", "Body", "Header"),
        new("BodyStyle", "Auto",
            "Fields under the name of what they belong to, or beside the rest; Auto starts nested and learns. Assumed.", "Auto", "Nested", "Flat"),
        new("BodyEncoding", "Format", "Bodies as Format says, or as a web form. Assumed.", "Format", "Form"),
        new("DeleteVerb", "Delete",
            "DELETE, or POST with _method=delete as Rails takes it, or literally DESTROY as the provider's page writes it. Inferred.", "Delete", "Post", "Destroy"),
        new("MarkPaidBy", "Payment",
            "Whether an invoice is settled by a payment of its total or by setting its flag. Assumed.", "Payment", "Update"),
        new("FirstPage", "Auto", "Number of the first page of a list; Auto asks for both once a session and learns. Inferred.", "Auto", "1", "0"),
    ];

    private readonly IReadOnlyDictionary<string, string> _chosen;

    /// <param name="chosen">Every setting with its value.</param>
    public FacturagemChoices(IReadOnlyDictionary<string, string> chosen) => _chosen = chosen;

    public bool IsXml => Is("Format", "Xml");

    /// <summary>The ending of an address.</summary>
    public string Suffix => IsXml ? "xml" : "json";

    public bool IsStrict => Is("Strict", "On");

    public bool KeyInBody => Is("KeyPlacement", "Body");

    public bool KeyInHeader => Is("KeyPlacement", "Header");

    /// <summary>True if bodies are flat; <c>null</c> where that is to be learned.</summary>
    public bool? IsFlat => Is("BodyStyle", "Auto") ? null : Is("BodyStyle", "Flat");

    public bool SendsForms => Is("BodyEncoding", "Form");

    public bool DeletesByPost => Is("DeleteVerb", "Post");

    public bool PaysByUpdate => Is("MarkPaidBy", "Update");

    public bool DeletesByName => Is("DeleteVerb", "Destroy");

    /// <summary>The number of the first page; <c>null</c> where that is to be learned.</summary>
    public int? FirstPage => Is("FirstPage", "Auto") ? null : Is("FirstPage", "0") ? 0 : 1;

    private bool Is(string setting, string value) =>
        _chosen.TryGetValue(setting, out string? chosen) ? chosen == value : Default(setting) == value;

    private static string Default(string name)
    {
        foreach (ProviderSetting setting in Settings)
        {
            if (setting.Name == name)
            {
                return setting.Default;
            }
        }

        throw new KeyNotFoundException(name);
    }
}
