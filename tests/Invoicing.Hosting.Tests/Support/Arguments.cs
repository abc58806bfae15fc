using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Security;

namespace Invoicing.Hosting.Tests.Support;

/// <summary>
/// Arguments with which a cmdlet makes its requests. They follow from the types of its mandatory parameters, so that a new cmdlet has some
/// by itself; the table has what cannot be known from them.
/// </summary>
internal static class Arguments
{
    private static readonly object[] Lines = [new Dictionary<string, object> { ["Name"] = "SVC", ["Quantity"] = 1, ["UnitPrice"] = 10 }.ToHashtable()];

    private static readonly string[] Keys = ["InputObject", "Payment", "Invoice", "Client", "Id"];

    /// <summary>Parameters by cmdlet; a value may need what there is to work with.</summary>
    private static readonly Dictionary<string, (string Name, Func<Place, object?> Value)[]> Special = new()
    {
        ["Connect-InvoiceProvider"] = [("Force", _ => true), ("ApiKey", _ => Company.Secure("not-a-real-key"))],
        ["Confirm-InvoiceWebhook"] = [("Code", _ => "1")],
        ["Export-InvoiceArchive"] = [("Path", at => at.NewFile()), ("PollIntervalSec", _ => 0.01)],
        ["Export-InvoicePdf"] = [("OutFile", at => at.NewFile()), ("PollIntervalSec", _ => 0.01)],
        ["Export-InvoicePurchase"] = [("OutFile", at => at.NewFile())],
        ["Export-InvoiceQrCode"] = [("OutFile", at => at.NewFile()), ("PollIntervalSec", _ => 0.01)],
        ["Export-InvoiceReport"] = [("OutFile", at => at.NewFile()), ("Year", at => at.Day().Year), ("Month", at => at.Day().Month)],
        ["Export-InvoiceXml"] = [("OutFile", at => at.NewFile())],
        ["Export-Saft"] = [("OutFile", at => at.NewFile()), ("PollIntervalSec", _ => 0.01), ("Year", at => at.Day().Year), ("Month", at => at.Day().Month)],
        ["Get-InvoiceAccount"] = [("Id", _ => "1")],
        ["Get-InvoiceItemStock"] = [("Item", at => at.Id("Get-InvoiceItem"))],
        ["Import-InvoiceXml"] = [("Path", at => at.Xml())],
        ["Measure-InvoiceTax"] = [("Year", at => at.Day().Year)],
        ["New-Invoice"] = [("ClientId", at => at.Id("Get-InvoiceClient")), ("Reference", _ => "STOP"), ("Line", _ => Lines)],
        ["New-InvoiceAccount"] = [("AcceptTerms", _ => true)],
        ["New-InvoiceExpense"] = [("Amount", _ => 10m), ("CategoryId", at => at.Id("Get-InvoiceCategory")), ("Supplier", _ => "Example")],
        ["New-InvoiceItem"] = [("UnitPrice", _ => 1m)],
        ["New-InvoicePurchase"] = [("Line", _ => Lines)],
        ["New-InvoiceRecurring"] = [("Client", at => at.Id("Get-InvoiceClient")), ("Frequency", _ => "Monthly"), ("Line", _ => Lines)],
        ["New-InvoiceTask"] = [("Tax", _ => "24")],
        ["New-InvoiceTax"] = [("Rate", _ => 5m), ("Region", _ => "PT")],
        ["Register-InvoiceWebhook"] = [("Event", _ => "invoice.create"), ("Uri", _ => "http://127.0.0.1:9/")],
        ["Remove-InvoicePayment"] = [("Reason", _ => "stopped")],
        ["Resolve-InvoicePayment"] = [("Entry", _ => new BankEntry { Id = "stop", Amount = 1, Date = DateTime.Today, Currency = "EUR", Text = "Invoice 1" })],
        ["Set-Invoice"] = [("Notes", _ => "stopped")],
        ["Set-InvoiceAccount"] = [("Id", _ => "1"), ("Name", _ => "Example")],
        ["Set-InvoiceState"] = [("State", _ => "Settled")],
    };

    /// <summary>Gives the arguments of a cmdlet for a company that a runspace is connected to.</summary>
    public static Dictionary<string, object?> For(CmdletInfo cmdlet, Runspace runspace, string folder)
    {
        var place = new Place(runspace, folder);
        Dictionary<string, object?> given = Special.GetValueOrDefault(cmdlet.Name, []).ToDictionary(one => one.Name, one => one.Value(place));
        CommandParameterSetInfo set = cmdlet.ParameterSets
            .Where(set => given.Keys.All(name => set.Parameters.Any(parameter => parameter.Name == name)))
            .OrderBy(set => set.Parameters.Any(parameter => IsNeeded(parameter) && !CanMake(parameter)))
            .ThenByDescending(set => set.IsDefault)
            .First();
        foreach (CommandParameterInfo parameter in set.Parameters.Where(parameter => IsNeeded(parameter) && !given.ContainsKey(parameter.Name)))
        {
            given[parameter.Name] = Make(parameter, cmdlet.Noun, place);
        }

        // Each kind of key names the record that is meant, so none of them is mandatory.
        if ((cmdlet.Verb is not ("Get" or "Test" or "Connect") || cmdlet.Noun is "InvoiceClientBalance" or "InvoiceClientAdjustment" or "InvoiceRelatedDocument") && !given.Keys.Any(Keys.Contains)
            && set.Parameters.Where(parameter => Keys.Contains(parameter.Name) && CanMake(parameter) && (cmdlet.Verb != "New" || parameter.Name == "Client"))
                .OrderBy(parameter => Array.IndexOf(Keys, parameter.Name)).FirstOrDefault() is { } key)
        {
            given[key.Name] = Make(key, cmdlet.Noun, place);
        }

        return given;
    }

    /// <summary>A value that every row must have is not mandatory to PowerShell.</summary>
    private static bool IsNeeded(CommandParameterInfo parameter) =>
        parameter.IsMandatory || parameter.Attributes.Any(attribute => attribute.GetType().Name == "NeededAttribute");

    private static Type PlainType(CommandParameterInfo parameter)
    {
        Type type = parameter.ParameterType.GetElementType() ?? parameter.ParameterType;
        type = type.IsGenericType && type.Name.StartsWith("Input`", StringComparison.Ordinal) ? type.GetGenericArguments()[0] : type;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static bool CanMake(CommandParameterInfo parameter)
    {
        Type type = PlainType(parameter);
        return type.IsEnum || type.Name.EndsWith("Identity", StringComparison.Ordinal) || Values.ContainsKey(type);
    }

    private static object? Make(CommandParameterInfo parameter, string noun, Place place) => PlainType(parameter) switch
    {
        { Name: "InvoiceIdentity" } => place.Id("Get-Invoice"),
        { Name: "ClientIdentity" } => place.Id("Get-InvoiceClient"),
        { Name: "RecordIdentity" } => place.Id(parameter.Name == "Purchase" ? "Get-InvoicePurchase" : $"Get-{noun}"),
        { IsEnum: true } type => Enum.GetValues(type).GetValue(0),
        var type when type == typeof(string) && parameter.Name is "Id" => place.Id($"Get-{noun}"),
        var type when type == typeof(string) && parameter.Name is "ClientId" => place.Id("Get-InvoiceClient"),
        var type when Values.TryGetValue(type, out Func<string, object>? value) => value(parameter.Name),
        var type => throw new InvalidOperationException($"No value is known for a {type.Name}: give -{parameter.Name} in the table of {nameof(Arguments)}."),
    };

    private static readonly Dictionary<Type, Func<string, object>> Values = new()
    {
        [typeof(string)] = name => name == "Email" ? "stop@example.com" : name == "Path" ? "clients.json" : $"Stopped {name}",
        [typeof(int)] = name => name == "Year" ? 2026 : 3,
        [typeof(decimal)] = _ => 1m,
        [typeof(double)] = _ => 1.0,
        [typeof(DateTime)] = _ => DateTime.Today,
        [typeof(bool)] = _ => true,
        [typeof(SwitchParameter)] = _ => true,
        [typeof(SecureString)] = _ => Company.Secure("not-a-real-key"),
    };

    private static System.Collections.Hashtable ToHashtable(this Dictionary<string, object> values) => new(values);

    /// <summary>What there is to work with.</summary>
    private sealed record Place(Runspace Runspace, string Folder)
    {
        /// <summary>The identifier of the first thing that a cmdlet lists; any, where there is none.</summary>
        public string Id(string cmdlet)
        {
            PSObject? first = Runspace.Run($"if (Get-Command {cmdlet} -ErrorAction Ignore) {{ {cmdlet} -ErrorAction Ignore | Select-Object -First 1 }}").Output.FirstOrDefault();
            return first?.Properties["Id"]?.Value?.ToString() ?? "1";
        }

        /// <summary>A day on which there is a document.</summary>
        public DateTime Day() => (DateTime)Runspace.Run("Get-Invoice | Where-Object State -ne Draft | Select-Object -First 1").Good[0].Properties["Date"].Value;

        public string NewFile() => Path.Combine(Folder, Guid.NewGuid().ToString("N"));

        public string Xml()
        {
            string file = NewFile() + ".xml";
            File.WriteAllText(file, "<Invoice />");
            return file;
        }
    }
}
