using System.Globalization;
using System.Text.RegularExpressions;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Checks of a client before it is saved.</summary>
internal static class ClientRules
{
    private const int MaxName = 100;
    private static readonly Regex EmailForm = new(@"^[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+$", RegexOptions.CultureInvariant);

    public static void Check(ClientRecord client, ClientStore clients)
    {
        Refuse(client.Name.Length == 0, "name", "Name can't be blank");
        Refuse(client.Name.Length > MaxName, "name", "Name is too long (maximum is 100 characters)");
        Refuse(Taken(clients.ByName(client.Name), client), "name", "Name has already been taken");
        Refuse(client.Code != null && Taken(clients.ByCode(client.Code), client), "code", "Code has already been taken");
        Refuse(client.Email != null && !IsEmail(client.Email), "email", "Email is invalid");
        Refuse(client.Country != null && !Countries.IsKnown(client.Country), "country", $"Country {client.Country} was not found");
        Refuse(!IsFiscalId(client), "fiscal_id", "Fiscal is invalid");
        Refuse(client.Language is not (null or "pt" or "en" or "es"), "language", "Language is not included in the list");
        Refuse(!IsSendOption(client.SendOptions), "send_options", "Send options must be a number from 1 to 3");

        var contact = client.PreferredContact is null ? null : Wire.Filled(client.PreferredContact, "email");
        Refuse(contact != null && !IsEmail(contact), "preferred_contact", "Preferred contact email is invalid");
    }

    public static bool IsEmail(string text) => EmailForm.IsMatch(text);

    private static void Refuse(bool wrong, string field, string text)
    {
        if (wrong)
        {
            throw Refusal.Invalid(text, field);
        }
    }

    private static bool Taken(ClientRecord? other, ClientRecord client) => other != null && other.Id != client.Id;

    /// <summary>Numbers of other countries are not checked; without a country, only nine digits are.</summary>
    private static bool IsFiscalId(ClientRecord client)
    {
        if (client.FiscalId is null || (client.Country ?? Countries.Portugal) != Countries.Portugal)
        {
            return true;
        }

        var looksPortuguese = Regex.IsMatch(client.FiscalId, "^[0-9]{9}$");
        return TaxNumber.IsValid(client.FiscalId) || (client.Country is null && !looksPortuguese);
    }

    private static bool IsSendOption(string? text) =>
        text is null || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 3);
}
