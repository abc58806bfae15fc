namespace Invoicing;

/// <summary>An error in one value.</summary>
public sealed class FieldError
{
    /// <summary>Creates a field error.</summary>
    /// <param name="field">The field, or <c>null</c> if the error concerns the whole record.</param>
    /// <param name="message">Description of the error.</param>
    public FieldError(string? field, string message)
    {
        Field = field;
        Message = message;
    }

    /// <summary>Name of the field: the model's name if the module refused it, the provider's if the provider did.</summary>
    public string? Field { get; }

    /// <summary>Description of the error.</summary>
    public string Message { get; }

    /// <summary>Field and message on one line.</summary>
    public override string ToString() => Field is null ? Message : $"{Field}: {Message}";
}
