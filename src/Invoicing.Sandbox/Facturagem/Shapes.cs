using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>
/// Points that the provider's page leaves open, each with the likely form as its default (docs/facts/facturagem.md#answers,
/// #field-discovery). The settings of the options bear the names of these properties.
/// </summary>
internal sealed class Shapes
{
    public AnswerShape Answers { get; set; }

    public ListShape Lists { get; set; }

    public BodyShape Bodies { get; set; }

    public EncodingShape Encodings { get; set; }

    /// <summary>Form of the list of allowed parameters.</summary>
    public AllowedShape Allowed { get; set; }

    public AllowedNameShape AllowedNames { get; set; }

    public ErrorsShape Errors { get; set; }

    /// <summary>The bodies of 401, 404, 406 and 500.</summary>
    public RefusalShape Refusals { get; set; }

    public PaymentShape Payment { get; set; }

    public AccountShape Account { get; set; }

    public IdentifierShape Identifiers { get; set; }

    public DecimalShape Decimals { get; set; }

    public PagingShape Paging { get; set; }

    /// <summary>The ancestor showed 20. [seen]</summary>
    public int PageSize { get; set; } = 20;

    public DeleteShape Delete { get; set; }

    public SurplusShape Surplus { get; set; }

    public MissingNumberShape MissingNumber { get; set; }

    /// <summary>True if a fresh template proposes a number, as the ancestor's form did. [seen]</summary>
    public bool TemplateNumber { get; set; } = true;

    /// <summary>True if a fresh template shows an empty line.</summary>
    public bool TemplateLine { get; set; } = true;

    /// <summary>True if lines have an IVA rate of their own. The ancestor's had none. [seen]</summary>
    public bool LineTaxes { get; set; }

    /// <summary>True if a client requires a country, as in the ancestor. [seen]</summary>
    public bool CountryRequired { get; set; } = true;

    /// <summary>Lifetime of a key after its login; 0 = until the session is ended.</summary>
    public int SessionMinutes { get; set; }

    /// <summary>Name around the user in the answer to a login; empty for none.</summary>
    public string SessionRoot { get; set; } = "";

    /// <summary>Target of links, if not this server. A client must not send its key there.</summary>
    public string LinkBase { get; set; } = "";

    /// <summary>Other field names than the defaults; see <see cref="FieldNames"/>.</summary>
    public string Names { get; set; } = "";

    /// <summary>The name under which lines are sent, when it is another than that under which they are read.</summary>
    public string WrittenLines { get; set; } = "";

    public static Shapes From(SandboxOptions options) => ProviderSettings.Read<Shapes>(options.Settings);
}
