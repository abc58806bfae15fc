namespace Invoicing;

/// <summary>A value that is not sent, and the reason.</summary>
public sealed class LeftOutValue
{
    /// <summary>Makes an entry.</summary>
    /// <param name="field">Name of the property.</param>
    /// <param name="reason">The reason, as a sentence.</param>
    public LeftOutValue(string field, string reason)
    {
        Field = field;
        Reason = reason;
    }

    /// <summary>Name of the property.</summary>
    public string Field { get; }

    /// <summary>The reason, as a sentence.</summary>
    public string Reason { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Field;
}
