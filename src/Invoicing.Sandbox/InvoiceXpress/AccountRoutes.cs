using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Invoicing.Sandbox.Core;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The operations on accounts.</summary>
internal static class AccountRoutes
{
    //  [official]
    private static readonly string[] TaxCountries = { AccountRecord.Portugal, "2", "3" };
    private static readonly string[] Languages = { "pt", "en", "es" };

    //  [official]
    private static readonly string[] CommunicationTypes = { "auto", "manual", "guides", "portal_at" };

    /// <summary>A new account lives on this server as well, with the key that the answer carries.</summary>
    public static void Create(IxCall call) => Create(call, 201);

    public static void CreateForUser(IxCall call) => Create(call, 200);

    public static void Read(IxCall call)
    {
        var account = Find(call);
        call.Answer(200, "account", json => json.Object(o =>
        {
            // The id is not in it. [seen]
            o.Field("organization_name", account.OrganizationName);
            o.Field("fiscal_id", account.FiscalId);
            o.Field("email", account.Email);
            o.Field("state", "active");
            o.Field("at_configured", account.HasAuthorityAccess || account.CommunicationType != null);
            o.Field("trial", false);
        }));
    }

    public static void Update(IxCall call)
    {
        var account = Find(call);
        var body = call.Body("account");
        Check(body);
        var postalCode = Wire.Filled(body, "postal_code");
        if (postalCode != null && account.TaxCountry == AccountRecord.Portugal && !Regex.IsMatch(postalCode, "^[0-9]{4}-[0-9]{3}$"))
        {
            throw Refusal.Invalid("must have the form DDDD-DDD", "postal_code");
        }

        if (Wire.Filled(body, "fiscal_id") is { } fiscalId && fiscalId != account.FiscalId)
        {
            throw Refusal.Invalid("can't be changed", "fiscal_id");
        }

        var hasAccess = Wire.Object(body, "credentials") is { } credentials && AreCredentials(credentials);
        account.OrganizationName = Wire.Filled(body, "organization_name")!;
        account.Email = Wire.Filled(body, "email")!;
        account.Phone = Wire.Filled(body, "phone") ?? account.Phone;
        account.Address = Wire.Filled(body, "address") ?? account.Address;
        account.City = Wire.Filled(body, "city") ?? account.City;
        account.PostalCode = postalCode ?? account.PostalCode;
        account.HasAuthorityAccess |= hasAccess;
        call.AnswerEmpty();
    }

    public static void SetCommunication(IxCall call)
    {
        var body = call.Body("at_communication");
        CheckSubUser(Wire.Filled(body, "at_subuser"), "at_subuser");
        CheckBase64(Wire.Filled(body, "at_password"), "at_password");
        var type = Wire.Filled(body, "communication_type");
        if (!CommunicationTypes.Contains(type))
        {
            throw Refusal.Invalid("communication_type is not included in the list", "communication_type");
        }

        call.Company.Account.CommunicationType = type;

        // Text, not a flag. [official]
        call.Reply.Json(200, json => json.Object(o => o.Field("success", "true")));
    }

    private static void Create(IxCall call, int status)
    {
        var body = call.Body("account");
        Check(body);
        var country = Wire.Filled(body, "tax_country") ?? AccountRecord.Portugal;
        var fiscalId = Wire.Filled(body, "fiscal_id");
        Refuse(!TaxCountries.Contains(country), "tax_country", "is not included in the list");
        Refuse(!Languages.Contains(Wire.Filled(body, "language") ?? "pt"), "language", "is not included in the list");
        Refuse(fiscalId != null && country == AccountRecord.Portugal && !TaxNumber.IsValid(fiscalId), "fiscal_id", "is invalid");
        var isTaken = fiscalId != null && call.Provider.Companies.Any(company => company.Account.FiscalId == fiscalId);
        Refuse(isTaken, "fiscal_id", "is used by another account");

        var account = call.Provider.AddAccount(Wire.Filled(body, "organization_name")!);
        account.Email = Wire.Filled(body, "email")!;
        account.FiscalId = fiscalId;
        account.Phone = Wire.Filled(body, "phone");
        account.TaxCountry = country;
        call.Answer(status, "account", json => json.Object(o =>
        {
            o.Field("id", account.Id.ToString(CultureInfo.InvariantCulture));
            o.Field("name", account.OrganizationName);
            o.Field("url", $"https://{account.Name}.app.invoicexpress.example");
            o.Field("api_key", account.ApiKey);
            o.Field("state", "active");
        }));
    }

    /// <summary>A key belongs to one account; the id of another account is not found. [official]</summary>
    private static AccountRecord Find(IxCall call) =>
        call.Id() == call.Company.Account.Id ? call.Company.Account : throw Refusal.Missing("Account not found");

    private static void Check(JObject body)
    {
        var name = Wire.Filled(body, "organization_name") ?? "";
        Refuse(name.Length is 0 or > 100, "organization_name", "must have 1 to 100 characters");
        Refuse(!ClientRules.IsEmail(Wire.Filled(body, "email") ?? ""), "email", "is invalid");
        Refuse(Wire.Filled(body, "password") is null, "password", "can't be blank");
        Refuse(Wire.Text(body, "terms") != "1", "terms", "must be accepted");
    }

    private static bool AreCredentials(JObject credentials)
    {
        CheckSubUser(Wire.Filled(credentials, "username"), "credentials");
        CheckBase64(Wire.Filled(credentials, "password"), "credentials");
        Refuse((Wire.Filled(credentials, "type") ?? "AT") != "AT", "credentials", "type is not included in the list");
        Refuse((Wire.Filled(credentials, "context") ?? "Sequences") != "Sequences", "credentials", "context is not included in the list");
        return true;
    }

    /// <summary>Tax number, slash, number of the sub-user. [official]</summary>
    private static void CheckSubUser(string? name, string field) =>
        Refuse(!Regex.IsMatch(name ?? "", "^[0-9]{9}/[0-9]{1,4}$"), field, "sub-user must have the form NIF/number");

    private static void CheckBase64(string? text, string field)
    {
        try
        {
            Refuse(Convert.FromBase64String(text ?? "").Length == 0, field, "password can't be blank");
        }
        catch (FormatException)
        {
            throw Refusal.Invalid("password must be encoded in Base64", field);
        }
    }

    private static void Refuse(bool wrong, string field, string text)
    {
        if (wrong)
        {
            throw Refusal.Invalid(text, field);
        }
    }
}
