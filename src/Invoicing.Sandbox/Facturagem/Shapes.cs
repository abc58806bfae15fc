using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>
/// What the provider's page leaves open, each with the form that the fact sheet shows or that its ancestor had. The settings of
/// the options bear the names of these properties.
/// </summary>
internal sealed class Shapes
{
    public AnswerShape Answers { get; set; }

    public ListShape Lists { get; set; }

    public BodyShape Bodies { get; set; }

    public EncodingShape Encodings { get; set; }

    /// <summary>The list of allowed parameters, and how it names what is nested.</summary>
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

    /// <summary>The ancestor showed 20. [sdk: madridonrails/FacturaMOR]</summary>
    public int PageSize { get; set; } = 20;

    public DeleteShape Delete { get; set; }

    public SurplusShape Surplus { get; set; }

    public MissingNumberShape MissingNumber { get; set; }

    /// <summary>Whether a fresh template proposes a number, as the ancestor's form did. [sdk: madridonrails/FacturaMOR]</summary>
    public bool TemplateNumber { get; set; } = true;

    /// <summary>Whether a fresh template shows an empty line.</summary>
    public bool TemplateLine { get; set; } = true;

    /// <summary>Whether lines have an IVA rate of their own. In the ancestor they had not. [sdk: madridonrails/FacturaMOR]</summary>
    public bool LineTaxes { get; set; }

    /// <summary>Whether a client needs a country. In the ancestor it did. [sdk: madridonrails/FacturaMOR]</summary>
    public bool CountryRequired { get; set; } = true;

    /// <summary>How long a key lives after the login that made it; 0 = until it is ended.</summary>
    public int SessionMinutes { get; set; }

    /// <summary>Name around the user in the answer to a login; empty for none.</summary>
    public string SessionRoot { get; set; } = "";

    /// <summary>Where the links point, when not to this server: a careful client must not send its key there.</summary>
    public string LinkBase { get; set; } = "";

    /// <summary>Other field names than the defaults; see <see cref="FieldNames"/>.</summary>
    public string Names { get; set; } = "";

    /// <summary>The name under which lines are sent, when it is another than that under which they are read.</summary>
    public string WrittenLines { get; set; } = "";

    public static Shapes From(SandboxOptions options) => ProviderSettings.Read<Shapes>(options.Settings);
}
