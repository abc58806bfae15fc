using System;
using System.Globalization;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>
/// Exception that ends an operation with an error. The operation's row decides the shape unless this exception names one.
/// </summary>
internal sealed class Refusal : Exception
{
    private Refusal(int status, string text, string field, string code, ErrorShape? shape)
        : base(text)
    {
        Status = status;
        Field = field;
        Code = code;
        Shape = shape;
    }

    public int Status { get; }

    public string Field { get; }

    public string Code { get; }

    public ErrorShape? Shape { get; }

    public static Refusal Missing(string text = "The requested resource was not found.", string code = "404") =>
        new(404, text, "base", code, null);

    public static Refusal Invalid(string text, string field = "base", ErrorShape? shape = null, string code = "422") =>
        new(422, text, field, code, shape);

    public static Refusal Of(int status, string text, ErrorShape shape, string code = "") =>
        new(status, text, "base", code.Length > 0 ? code : status.ToString(CultureInfo.InvariantCulture), shape);

    /// <summary>The provider's own example of a wrong JSON type is an inner message of its Ruby code. [official]</summary>
    public static Refusal WrongType(string method, string value, string type) =>
        Invalid($"undefined method `{method}' for {value}:{type}");
}
