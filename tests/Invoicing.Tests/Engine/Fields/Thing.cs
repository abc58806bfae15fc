using System;
using System.Collections.Generic;
using Invoicing.Engine.Fields;
using Invoicing.Http.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using W = Invoicing.Engine.Fields.FieldTypes;

namespace Invoicing.Tests.Wire;

internal enum Colour
{
    None,
    Red,
    Blue,
}

/// <summary>A model with one property of every wire type.</summary>
internal sealed class Thing
{
    public static readonly WordTable<Colour> Colours = new() { { Colour.Red, "red" }, { Colour.Red, "crimson" }, { Colour.Blue, "blue" } };

    public static readonly FieldMap<Thing> Part = new() { { nameof(Text), "text", W.Text } };

    public static readonly FieldMap<Thing> Map = new((thing, make) => make || thing._extra is not null ? thing.Extra : null)
    {
        { nameof(Text), "text", W.Text },
        { nameof(Id), "id", W.Id },
        { nameof(Number), "number", W.Number },
        { nameof(NumberText), "number_text", W.NumberText },
        { nameof(Integer), "integer", W.Integer },
        { nameof(Flag), "flag", W.Flag },
        { nameof(FlagNumber), "flag_number", W.FlagNumber },
        { nameof(Day), "day", W.Date("dd/MM/yyyy", "yyyy-MM-dd") },
        { nameof(Colour), "colour", W.Words(Colours, default) },
        { nameof(Tint), "tint", W.OptionalWords(Colours) },
        { nameof(Shout), "shout", W.Translated(text => text.ToLowerInvariant(), text => text == "" ? null : text.ToUpperInvariant()) },
        { nameof(Child), "child", W.Object(Part) },
        { nameof(Children), "children", W.List(Part) },
        { nameof(Computed), "computed", W.Number, FieldDirection.Read },
        { nameof(Secret), "secret", W.Text, FieldDirection.Write | FieldDirection.Secret },
        { "group", new FieldMap<Thing> { { nameof(Inner), "inner", W.Text }, { nameof(Other), "other", W.Integer } } },
        { "link", FieldDirection.Read },
    };

    private ExtraFields? _extra;

    public string? Text { get; set; }

    public string? Id { get; set; }

    public decimal? Number { get; set; }

    public decimal? NumberText { get; set; }

    public int? Integer { get; set; }

    public bool? Flag { get; set; }

    public bool? FlagNumber { get; set; }

    public DateTime? Day { get; set; }

    public Colour Colour { get; set; }

    public Colour? Tint { get; set; }

    public string? Shout { get; set; }

    public Thing? Child { get; set; }

    public IList<Thing> Children { get; set; } = [];

    public decimal? Computed { get; set; }

    public string? Secret { get; set; }

    public string? Inner { get; set; }

    public int? Other { get; set; }

    public ExtraFields Extra => _extra ??= [];

    public static Thing Read(string json)
    {
        using JsonReader reader = WireJson.Open(json);
        return Map.Read(reader);
    }

    public static string Write(Thing thing) => Map.Write(thing).ToString(Formatting.None);

    public static JToken? Sent(Thing thing, string name) => Map.Write(thing)[name];
}
