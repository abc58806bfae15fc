using System;
using System.Text.RegularExpressions;
using Invoicing.Engine.Fields;
using Newtonsoft.Json.Linq;
using static Invoicing.Engine.Fields.FieldTypes;

namespace Invoicing.Providers.SimplBooks;

/// <summary>Values as this provider writes them (docs/facts/simplbooks.md#values).</summary>
internal static class Formats
{
    /// <summary>A day; one that is not set is all zeros [official].</summary>
    public static readonly FieldType<DateTime?> Day = NoneIs("0000-00-00", Date("yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss"));

    public static readonly FieldType<DateTime?> Moment = NoneIs("0000-00-00 00:00:00", Date("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"));

    /// <summary>The identifier of another record; 0 is none [official, inferred].</summary>
    public static readonly FieldType<string?> Reference = NoneIs("0", Id);

    /// <summary>Days of a term; 0 is the setting of the account [official].</summary>
    public static readonly FieldType<int?> Days = NoneIs("0", Integer);

    /// <summary>Two letters in all examples; free text is not excluded [official], [inferred].</summary>
    public static readonly FieldType<string?> Country = Translated(
        text => text.Length == 0 ? null : Countries.ToName(text),
        country => Countries.ToCode(country) ?? country);

    /// <summary>A locale such as et_EE [official]; ours are languages.</summary>
    public static readonly FieldType<string?> Language = Translated(
        text => text.Length == 0 ? null : Regex.IsMatch(text, "^[a-z]{2}_[A-Z]{2}$") ? text.Substring(0, 2) : text,
        language => language switch
        {
            "et" => "et_EE",
            "en" => "en_GB",
            { Length: 2 } => $"{language}_{language.ToUpperInvariant()}",
            _ => language,
        });

    /// <summary>A file, as base64 [official].</summary>
    public static readonly FieldType<byte[]?> File = Form<byte[]?>(
        reader => reader.Value is string text ? Convert.FromBase64String(text) : null,
        file => file is null ? null : new JValue(Convert.ToBase64String(file)));

    /// <summary>The first word of "1310 Stock in warehouse": the code of the account [inferred].</summary>
    public static readonly FieldType<string?> LeadingCode = Translated(
        text => text.Trim() is { Length: > 0 } label ? label.Split(' ')[0] : null,
        code => code);

    /// <summary>True if a document asks for money in advance.</summary>
    public static readonly FieldType<InvoiceType> Proforma = Form(
        reader => Flag.Read(reader) == true ? InvoiceType.Proforma : InvoiceType.Invoice,
        type => new JValue(type == InvoiceType.Proforma));
}
