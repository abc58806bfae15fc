using System;
using Invoicing.Saft.Reading;
using Invoicing.Saft.Schema;

namespace Invoicing.Saft.Checks;

/// <summary>S01, S06 and F04: what the parser and the types of the schema say, with the document's number added.</summary>
internal sealed class SchemaCheck(CheckContext context, SaftParser parser, SaftSource source) : ISchemaListener
{
    private const char Replacement = '\uFFFD';
    private const string TellTale = "\u00EF\u00BF\u00BD";

    public void Unknown(string name) => Report(parser.Path() + " holds an element that the schema does not have there.", null, name);

    public void Misplaced(SchemaElement element)
        => Report($"{parser.Path()}/{element.Name} stands behind an element that it must precede.", null, null, element.Tier);

    public void Repeated(SchemaElement element)
        => Report($"{parser.Path()}/{element.Name} stands there more than once.", null, null, element.Tier);

    // What the intake does not ask for may be absent; MovementOfGoods is optional there as a whole.
    public void Missing(ContentModel content, int place)
        => Add(
            "S01", $"{parser.Path()}/{content.NameOf(place)} is missing.", content.NameOf(place), null,
            parser.Table == SaftTable.MovementOfGoods ? SaftTier.Strict : content.TierOf(place));

    public void StrayText(string text) => Report(parser.Path() + " holds text between its elements.", null, text.Trim());

    public void Attribute(string name) => Report(parser.Path() + " has an attribute; the format has none.", null, name);

    public void Value(SchemaElement element, string text)
    {
        var type = element.Type!;
        if (!type.IsValid(text))
        {
            Report(
                $"{parser.Path()}/{element.Name} has not the form that the schema asks for.", type.Expectation, text,
                element.Tier);
        }
        else if (type.IntakeLimit(text) is { } limit)
        {
            Add("S01", $"{parser.Path()}/{element.Name} is more than the monthly intake takes.", limit, text, SaftTier.Intake);
        }
        else if (type.HasZoneOrFraction(text))
        {
            Add("S06", $"{parser.Path()}/{element.Name} has a zone or a fraction of a second.", null, text);
        }

        if (source.Inspector!.HasHighBytes && IsDamaged(text))
        {
            Add("F04", $"{parser.Path()}/{element.Name} holds damaged characters.", null, text);
        }
    }

    // Where the bytes are not valid UTF-8 the decoder itself puts the replacement character, and F03 tells that.
    private bool IsDamaged(string text)
        => (text.IndexOf(Replacement) >= 0 && !(source.Encoding.IsUtf8 && source.Inspector!.InvalidUtf8 > 0))
            || text.IndexOf(TellTale, StringComparison.Ordinal) >= 0;

    /// <summary>A fault of what is there. The intake reads all tables, so that none of these concerns the strict schema alone.</summary>
    private void Report(string description, string? expected, string? found, SaftTier tier = SaftTier.Unconfirmed)
        => Add(
            "S01", description, expected, found,
            tier == SaftTier.Strict || parser.Table == SaftTable.MovementOfGoods ? SaftTier.Unconfirmed : tier);

    private void Add(string rule, string description, string? expected, string? found, SaftTier? tier = null)
        => context.Findings.Add(rule, parser.Table, parser.Record?.Key, parser.Line, description, expected, found, null, tier);
}
