using System.Collections.Generic;

namespace Invoicing.Saft.Schema;

/// <summary>An ordered sequence of places, each with how often it may be filled and by which elements.</summary>
internal sealed class ContentModel(string name)
{
    private readonly List<SchemaElement> _elements = [];
    private readonly List<Place> _places = [];

    public string Name { get; } = name;

    public IReadOnlyList<SchemaElement> Elements => _elements;

    /// <summary>The places that must be filled, one bit each.</summary>
    public ulong Required { get; private set; }

    /// <summary>The places that may be filled more than once, one bit each.</summary>
    public ulong Repeatable { get; private set; }

    /// <summary>
    /// The element of a name, looked for from a position on and then from the start: in a correct file the next element
    /// stands at or just after the last one. Names are compared by reference; both come from one name table.
    /// </summary>
    public SchemaElement? Find(object name, ref int position)
    {
        for (var i = position; i < _elements.Count; i++)
        {
            if (ReferenceEquals(_elements[i].Name, name))
            {
                position = i;
                return _elements[i];
            }
        }

        for (var i = 0; i < position; i++)
        {
            if (ReferenceEquals(_elements[i].Name, name))
            {
                position = i;
                return _elements[i];
            }
        }

        return null;
    }

    /// <summary>The elements that may fill a place, for messages: the name, or the names of a choice.</summary>
    public string NameOf(int place) => _places[place].Name;

    /// <summary>Whom it concerns that a place is empty.</summary>
    public SaftTier TierOf(int place) => _places[place].Tier;

    public SchemaElement AddPlace(string name, string occurrence)
    {
        var place = _places.Count;
        var tier = TierOf(occurrence);
        if (occurrence[0] is '1' or '+')
        {
            Required |= 1UL << place;
        }

        if (occurrence[0] is '*' or '+')
        {
            Repeatable |= 1UL << place;
        }

        _places.Add(new Place(name, tier));
        return Add(new SchemaElement(name, place, tier));
    }

    public SchemaElement AddAlternative(string name)
    {
        var place = _places.Count - 1;
        _places[place] = new Place($"{_places[place].Name} or {name}", _places[place].Tier);
        return Add(new SchemaElement(name, place, _places[place].Tier));
    }

    private static SaftTier TierOf(string occurrence) => occurrence.Substring(1) switch
    {
        "~" => SaftTier.Strict,
        "!" => SaftTier.Intake,
        _ => SaftTier.Unconfirmed,
    };

    private SchemaElement Add(SchemaElement element)
    {
        _elements.Add(element);
        return element;
    }

    private readonly struct Place(string name, SaftTier tier)
    {
        public string Name { get; } = name;

        public SaftTier Tier { get; } = tier;
    }
}
