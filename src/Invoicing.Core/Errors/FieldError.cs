namespace Invoicing;

/// <summary>One complaint about one value.</summary>
public sealed class FieldError
{
    /// <summary>Makes a complaint.</summary>
    /// <param name="field">The field, or <c>null</c> if the complaint is about the whole.</param>
    /// <param name="message">What is wrong with it.</param>
    public FieldError(string? field, string message)
    {
        Field = field;
        Message = message;
    }

    /// <summary>Name of the field: ours for what we refused, the provider's for what it refused.</summary>
    public string? Field { get; }

    /// <summary>What is wrong with it.</summary>
    public string Message { get; }

    /// <summary>Field and message on one line.</summary>
    public override string ToString() => Field is null ? Message : $"{Field}: {Message}";
}
