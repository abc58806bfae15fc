namespace Invoicing.Saft.Schema;

/// <summary>The type of an element's text.</summary>
internal abstract class SimpleType
{
    /// <summary>The form of a valid text, for messages.</summary>
    public abstract string Expectation { get; }

    public abstract bool IsValid(string text);

    /// <summary>The permissive schema of the intake caps numbers that the strict one leaves open.</summary>
    public virtual string? IntakeLimit(string text) => null;

    /// <summary>True of a date or date-time with a zone or a fraction: the schema's own types tolerate what the law does not.</summary>
    public virtual bool HasZoneOrFraction(string text) => false;
}
