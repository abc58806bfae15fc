using System;
using System.Collections.Generic;
using System.Linq;
using static Invoicing.Sandbox.Facturagem.FieldType;
using static Invoicing.Sandbox.Facturagem.FieldUse;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>
/// The resources and their fields under the default names, in the order of an answer. None of these names is documented; they are the first
/// candidates of docs/facts/facturagem.md#fields, most of them names of the product's open-source ancestor.
/// </summary>
internal sealed class Resource
{
    public const string AccountPart = "account_";
    public const string ClientPart = "client_";

    /// <summary>Fields that an invoice copies from its account and its client, under their names there.</summary>
    public static readonly IReadOnlyList<string> Copied =
        new[] { "name", "cif", "street1", "street2", "city", "province", "postal_code", "country_name" };

    public static readonly Resource Country = new("country", "countries", new Field[]
    {
        new("id", Identifier, Refused, inSummary: true),
        new("code", inSummary: true),
        new("name", inSummary: true),
    });

    public static readonly Resource Account = new("account", "accounts", Merge(
        Head(),
        Party(needsTaxId: true),
        new Field[]
        {
            new("iva_percent", Percent),
            new("charges_irpf", FieldType.Boolean),
            new("irpf_percent", Percent),
            new("invoice_footer"),
        }));

    public static readonly Resource Client = new("client", "clients", Merge(
        Head(),
        Party(needsTaxId: false),
        new Field[]
        {
            new("email"),
            new("phone"),
            new("discount_percent", Percent),
            new("notes"),
            new("created_at", Time, Refused),
            new("updated_at", Time, Refused),
        }));

    public static readonly Resource Line = new("line", "lines", new Field[]
    {
        new("description", isRequired: true),
        new("amount", Quantity, isRequired: true),
        new("price", Money, isRequired: true),
        new("iva_percent", Percent),
        new("total", Money, Ignored),
    });

    public static readonly Resource Invoice = new("invoice", "invoices", Merge(
        Head(),
        new Field[]
        {
            new("client_id", FieldType.Client, isRequired: true),
            new("number", isRequired: true, inSummary: true),
            new("date", Date, isRequired: true, inSummary: true),
            new("due_date", Date),
        },
        Copy(AccountPart),
        Copy(ClientPart),
        new Field[]
        {
            new("discount_percent", Percent),
            new("discount", Money, Ignored),
            new("tax_base", Money, Ignored),
            new("iva_percent", Percent),
            new("iva", Money, Ignored),
            new("irpf_percent", Percent),
            new("irpf", Money, Ignored),
            new("recargo_percent", Percent),
            new("recargo", Money, Ignored),
            new("total", Money, Ignored, inSummary: true),
            new("paid", FieldType.Boolean, inSummary: true),
            new("notes"),
            new("footer"),
            new("lines", Lines),
        }));

    public static readonly Resource Payment = new("payment", "payments", Merge(
        Head(),
        new Field[]
        {
            new("amount", Money, isRequired: true),
            new("date", Date),
            new("method"),
            new("notes"),
        }));

    public static readonly IReadOnlyList<Resource> All = new[] { Country, Account, Client, Line, Invoice, Payment };

    private readonly Dictionary<string, int> _places;

    private Resource(string name, string plural, IReadOnlyList<Field> fields)
    {
        Name = name;
        Plural = plural;
        Fields = fields;
        _places = Enumerable.Range(0, fields.Count).ToDictionary(i => fields[i].Name, StringComparer.Ordinal);
    }

    public string Name { get; }

    public string Plural { get; }

    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The place of a field among the resource's fields.</summary>
    public int IndexOf(string field) => _places[field];

    private static Field[] Head() => new Field[] { new("id", Identifier, Refused, inSummary: true) };

    private static Field[] Party(bool needsTaxId) => new Field[]
    {
        new("name", isRequired: true, inSummary: true),
        new("cif", isRequired: needsTaxId),
        new("street1"),
        new("street2"),
        new("city"),
        new("province"),
        new("postal_code"),
        new("country_code", FieldType.Country),
    };

    private static Field[] Copy(string part) => Copied
        .Select(name => new Field(part + name, Text, Ignored, inSummary: part == ClientPart && name == "name"))
        .ToArray();

    private static Field[] Merge(params Field[][] parts) => parts.SelectMany(part => part).ToArray();
}
