namespace Invoicing.Providers.SalenGo;

/// <summary>A person's name, which the provider has in two parts and the model in one.</summary>
internal sealed class PersonName
{
    public string? First { get; set; }

    public string? Last { get; set; }

    /// <summary>Everything after the first blank is the last name: wherever it is cut, together it is the same.</summary>
    public static PersonName Parse(string name)
    {
        string[] parts = name.Trim().Split([' '], 2);
        return new PersonName { First = parts[0], Last = parts.Length > 1 ? parts[1].Trim() : "" };
    }

    public override string ToString() => $"{First} {Last}".Trim();
}
