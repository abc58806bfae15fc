using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Sends documents by email. The server records the email and sends nothing.</summary>
internal static class EmailRoutes
{
    public static void Send(IxCall call)
    {
        var document = DocumentRoutes.Find(call);
        if (!call.Provider.Host.Options.EmailInPlan)
        {
            throw Refusal.Invalid("Your plan does not include sending documents by email");
        }

        // That a draft is refused is not stated anywhere. [inferred]
        if (document.IsDraft)
        {
            throw Refusal.Invalid("A draft can't be sent by email");
        }

        var message = call.Body("message");
        var recipient = Wire.Object(message, "client") ?? throw Refusal.Invalid("Client can't be blank");
        var email = new SandboxEmail(
            call.Provider.Host.Options.Now(), document.Id, Address(recipient, "email") ?? throw Refusal.Invalid("Email can't be blank"))
        {
            Cc = Address(message, "cc"),
            Bcc = Address(message, "bcc"),
            Subject = Wire.Filled(message, "subject"),
            Body = Wire.Filled(message, "body"),
        };
        if (Wire.Filled(recipient, "save") is null)
        {
            throw Refusal.Invalid("Save can't be blank");
        }

        call.Company.Emails.Add(email);
        if (Wire.IsFlagged(recipient, "save") && call.Company.Clients.ById(document.Client.Id) is { } client)
        {
            var changed = client.Clone();
            changed.Email = email.To;
            call.Company.Clients.Replace(changed);
        }

        call.AnswerEmpty();
    }

    private static string? Address(JObject from, string name)
    {
        var address = Wire.Filled(from, name);
        return address is null || ClientRules.IsEmail(address) ? address : throw Refusal.Invalid($"{name} is not a valid email address");
    }
}
