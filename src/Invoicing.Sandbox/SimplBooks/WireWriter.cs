using System.Globalization;
using Invoicing.Sandbox.Core;
using Newtonsoft.Json;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>
/// Writes the values of records in the types of the description. Where a setting switches another form on, that varies with the record's id,
/// so that a client meets every form and each record always comes in the same one.
/// </summary>
internal static class WireWriter
{
    public const string NoDate = "0000-00-00";

    public static void Write(JsonWriter json, Field field, Record record, Company company)
    {
        var name = field.Name;
        var value = field.Name == "id" ? record.Id : record[field];
        switch (field.Type)
        {
            case FieldType.Number when company.Settings.TextNumbers && record.Id % 3 == 0:
                json.Field(name, (value as decimal? ?? 0).ToString("0.####", CultureInfo.InvariantCulture));
                break;
            case FieldType.Number:
                json.Field(name, value as decimal? ?? 0);
                break;
            case FieldType.IdOrNull when value is null or 0L:
                json.Field(name, null);
                break;
            case FieldType.LooseFlag when company.Settings.NumberFlags && record.Id % 4 == 0:
                json.Field(name, value is true ? 1 : 0);
                break;
            case FieldType.Id or FieldType.IdOrNull or FieldType.Integer or FieldType.AccountByCode:
                json.Field(name, value as long? ?? 0);
                break;
            case FieldType.Flag or FieldType.LooseFlag:
                json.Field(name, value is true);
                break;
            case FieldType.Date:
                json.Field(name, value as string ?? NoDate);
                break;
            case FieldType.Digits:
                Digits(json, name, value as string ?? "", record.Id, company);
                break;
            case FieldType.AccountLabel:
                var account = company[Resources.FinancialAccounts].Find(record.Whole(field.To!));
                json.Field(name, account is null ? "" : account.Text("code") + " " + account.Text("name"));
                break;
            case FieldType.AccountCode:
                Digits(json, name, company[Resources.FinancialAccounts].Find(record.Whole(field.To!))?.Text("code") ?? "", record.Id, company);
                break;
            case FieldType.Stock:
                json.WritePropertyName(name);
                Stock.Write(json, Stock.OfArticle(company, record.Id));
                break;
            default:
                json.Field(name, value as string ?? "");
                break;
        }
    }

    private static void Digits(JsonWriter json, string name, string text, long id, Company company)
    {
        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (company.Settings.NumberDigits && isNumber && text[0] != '0' && id % 2 == 0)
        {
            json.Field(name, number);
        }
        else
        {
            json.Field(name, text);
        }
    }
}
