// The main job on the sandbox, through the public .NET API: the same story as quickstart.ps1, for a machine without PowerShell.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using Invoicing;
using Invoicing.Saft;
using Invoicing.Sandbox;

string root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "Invoicing.sln")))
{
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Run it from a checkout.");
}

using var sandbox = SandboxServer.Start(new SandboxOptions());
using var session = InvoiceSession.Connect(new ConnectOptions
{
    Provider = sandbox.Provider,
    Account = sandbox.Account,
    ApiKey = new NetworkCredential("", sandbox.ApiKey).SecurePassword,
    BaseUri = sandbox.BaseUri,
    IsSandbox = true,
});
await session.TestAsync();
Console.WriteLine($"Connected to {session}.\n\nClients");
await foreach (Client client in session.Clients.ListAsync())
{
    Console.WriteLine($"  {client.Code,-8} {client.Name,-28} {client.TaxNumber,-14} {client.Country}");
}

Console.WriteLine("\nInvoices from orders.csv (QS-1002 has a line with a quantity of -1: it is refused, the others go through)");
InvoiceSet invoices = session.Invoices;
var issued = new List<Invoice>();
foreach (var order in Orders(Path.Combine(root, "docs", "quickstart", "orders.csv")).GroupBy(row => row["Order"]))
{
    var wanted = new Invoice
    {
        Reference = order.Key,
        Client = new Client { Code = order.First()["ClientCode"] },
        Lines = [.. order.Select(Line)],
    };
    try
    {
        // Prepare, look at the plan, send: nothing is stored before the last step, and a second run makes nothing twice.
        InvoicePlan plan = await invoices.PrepareAsync(wanted, new InvoiceOptions { SkipExisting = true });
        Console.WriteLine($"  {plan.Target}: {plan.Totals}");
        Invoice draft = await plan.SendAsync();

        ChangePlan<Invoice> issue = await invoices.PrepareCompleteAsync(draft);
        issued.Add(await issue.SendAsync());
        Console.WriteLine($"    issued as {issued[^1].Number}");
    }
    catch (InvoicingException failure)
    {
        Console.WriteLine($"  {order.Key}: {failure.Kind}: {failure.Message}");
    }
}

// Without an amount, all that is open is paid.
ChangePlan<Payment> payment = await session.Payments.PrepareAsync(issued[0], new Payment { Method = PaymentMethod.BankTransfer });
Console.WriteLine($"\nPayment {await payment.SendAsync()} for {issued[0].Number}");

DateTime month = issued[0].Date!.Value;
ProviderOperation saft = session.StartSaft(month.Year, month.Month);
await new OperationPoller { Interval = TimeSpan.FromSeconds(0.5) }.WaitAsync(saft, new ConsoleProgress());
string file = Path.Combine(root, "out", "quickstart", "saft.xml");
Directory.CreateDirectory(Path.GetDirectoryName(file)!);
await saft.SaveAsync(file, overwrite: true);
Console.WriteLine($"\nThe month's SAF-T file lies at {file}");
SaftReport report = SaftChecker.Check(file, new SaftCheckOptions { PublicKey = sandbox.SaftPublicKeyPem });
Console.WriteLine($"{report.Findings.Count} findings in {report.Summary.Documents} documents");
return issued.Count == 3 && report.Findings.Count == 0 ? 0 : 1;

static IEnumerable<Dictionary<string, string>> Orders(string path)
{
    string[] lines = File.ReadAllLines(path);
    string[] names = lines[0].Split(',');
    return lines.Skip(1).Select(line => names.Zip(line.Split(','), KeyValuePair.Create).ToDictionary());
}

static InvoiceLine Line(Dictionary<string, string> row) => new()
{
    Name = row["Name"],
    Description = row["Description"],
    Quantity = decimal.Parse(row["Quantity"], CultureInfo.InvariantCulture),
    UnitPrice = decimal.Parse(row["UnitPrice"], CultureInfo.InvariantCulture),
    Tax = row["Tax"],
};

internal sealed class ConsoleProgress : IProgress<OperationProgress>
{
    public void Report(OperationProgress value) =>
        Console.WriteLine($"  {value.Operation.Name}: asked {value.Operation.PollCount} times, {value.Waited.TotalSeconds:0.0} s waited");

}
