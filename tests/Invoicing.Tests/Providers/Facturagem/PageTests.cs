using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.ConnectorsFacturagem;

/// <summary>A page of a maintenance server or a firewall: nothing was read, and whether anything was done is not known.</summary>
public sealed class PageTests
{
    private static readonly Invoice Known = new() { Id = "1207", Number = "14", Client = new Client { Id = "88", Name = "Niebla" } };

    private static readonly Dictionary<string, (ErrorKind Kind, Func<ScriptedRig, Task> Run)> Calls = new()
    {
        ["GetAccount"] = (ErrorKind.UnexpectedAnswer, rig => rig.Use<IAccountReader>().GetAsync(null)),
        ["ListClients"] = (ErrorKind.UnexpectedAnswer, rig => rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync()),
        ["GetClient"] = (ErrorKind.UnexpectedAnswer, rig => rig.Use<IReader<Client>>().GetAsync("88")),
        ["ListInvoices"] = (ErrorKind.UnexpectedAnswer, rig => rig.Use<IInvoiceReader>().List(new InvoiceQuery()).ToListAsync()),
        ["ListClientInvoices"] = (ErrorKind.UnexpectedAnswer, rig => rig.Use<IInvoiceReader>().List(new InvoiceQuery { ClientId = "88" }).ToListAsync()),
        ["GetInvoice"] = (ErrorKind.UnexpectedAnswer, rig => rig.Use<IInvoiceReader>().GetAsync("1207")),
        ["GetInvoiceTemplate"] = (ErrorKind.UnexpectedAnswer, rig => rig.Use<IInvoiceCopier>().CopyAsync(Known)),
        ["ListCountries"] = (ErrorKind.UnexpectedAnswer, rig => rig.Use<IReader<Country>>().List(new ListQuery()).ToListAsync()),
        ["CreateClient"] = (ErrorKind.OutcomeUnknown, rig => rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "Niebla" })),
        ["UpdateClient"] = (ErrorKind.OutcomeUnknown, rig => rig.Use<IUpdater<Client>>().UpdateAsync(new Client { Id = "88", Name = "Niebla" })),
        ["DeleteClient"] = (ErrorKind.OutcomeUnknown, rig => rig.Use<IRemover<Client>>().RemoveAsync(new Client { Id = "88" })),
        ["UpdateInvoice"] = (ErrorKind.OutcomeUnknown, rig => rig.Use<IUpdater<Invoice>>().UpdateAsync(new Invoice { Id = "1207", Notes = "New" })),
        ["DeleteInvoice"] = (ErrorKind.OutcomeUnknown, rig => rig.Use<IRemover<Invoice>>().RemoveAsync(new Invoice { Id = "1207" })),
        ["CreatePayment"] = (ErrorKind.OutcomeUnknown, async rig => await (await rig.Use<IPaymentTaker>().PreparePaymentAsync(Known, new Payment { Amount = 1, Date = new DateTime(2026, 3, 10) })).SendAsync()),
        ["Logout"] = (ErrorKind.OutcomeUnknown, rig => rig.Use<ILogout>().LogOutEverywhereAsync()),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AWebPageIsNoAnswer(string name)
    {
        using var rig = new ScriptedRig();
        rig.Server.Otherwise(_ => Answer.Text("text/html", "<html><body>Back soon.</body></html>"));

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => Calls[name].Run(rig));

        Assert.Equal(Calls[name].Kind, fault.Kind);
    }

    /// <summary>The template is read before the invoice is sent.</summary>
    [Fact]
    public async Task ANewInvoiceIsInDoubt()
    {
        using var rig = new ScriptedRig();
        rig.Server.Otherwise(call => call.Method == "POST"
            ? Answer.Text("text/html", "<html><body>Back soon.</body></html>")
            : Answer.Json(call.Path.Contains("/new") ? """{"invoice":{"id":null,"number":"14","date":"2026-03-10","lines":[]}}""" : """{"invoices":[]}"""));
        var invoice = new Invoice { Client = new Client { Id = "88", Name = "Niebla" }, Lines = [new InvoiceLine { Name = "Work", Quantity = 1, UnitPrice = 10, TaxRate = 21 }] };

        InvoicingException fault = await Assert.ThrowsAnyAsync<InvoicingException>(() => rig.Use<IInvoiceCreator>().CreateAsync(invoice));

        Assert.Equal(ErrorKind.OutcomeUnknown, fault.Kind);
        Assert.Single(rig.Server.Calls, call => call.Method == "POST");
    }
}
