using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Tests.Journal;

/// <summary>Series of payments and e-mails through a proxy that loses, delays and cuts.</summary>
public sealed class PaymentSeriesTests(ITestOutputHelper output)
{
    /// <summary>Payments: entered once, or in doubt and named.</summary>
    [Theory]
    [MemberData(nameof(Series.Providers), MemberType = typeof(Series))]
    public async Task EachPaymentIsEnteredOnceOrIsNamed(string provider)
    {
        using var folder = new Folder();
        using SandboxServer server = Series.Start(provider);
        var clock = new ScaledClock(Series.Speed);
        using var proxy = new FaultProxy(server.BaseUri, clock, TestSeed.Tell(output), Series.FaultsEverywhere) { IsHealthy = true };
        using InvoiceSession session = Series.Connect(server, proxy.BaseUri, clock, folder.Path);
        Client client = (await session.Clients.ListAsync().FirstOrDefaultAsync())!;
        var invoices = new List<Invoice>();
        for (int number = 1; number <= Series.Count; number++)
        {
            Invoice made = await Series.MakeAsync(session, provider, client, $"PAID-{number}", default);
            invoices.Add(made.State == InvoiceState.Draft ? await (await session.Invoices.PrepareCompleteAsync(made)).SendAsync() : made);
        }

        await proxy.SettleAsync();
        proxy.IsHealthy = false;
        await AssertOnceAsync(
            session,
            proxy,
            ChangeSubjects.Payment,
            invoices,
            async invoice => await (await session.Payments.PrepareAsync(invoice, PaymentOf(invoice))).SendAsync(),
            invoice => PaidAsync(server, invoice));

        Payment PaymentOf(Invoice invoice) => new() { Amount = 1 + (invoices.IndexOf(invoice) / 100m), Date = Series.Day.Date, Method = PaymentMethod.BankTransfer };
    }

    /// <summary>E-mails, where the provider sends them: sent once, or in doubt and named.</summary>
    [Theory]
    [InlineData("InvoiceXpress")]
    [InlineData("SalenGo")]
    public async Task EachEmailIsSentOnceOrIsNamed(string provider)
    {
        using var folder = new Folder();
        using SandboxServer server = Series.Start(provider);
        var clock = new ScaledClock(Series.Speed);
        using var proxy = new FaultProxy(server.BaseUri, clock, TestSeed.Tell(output), Series.FaultsEverywhere) { IsHealthy = true };
        using InvoiceSession session = Series.Connect(server, proxy.BaseUri, clock, folder.Path);
        Client client = (await session.Clients.ListAsync().FirstOrDefaultAsync())!;
        var invoices = new List<Invoice>();
        for (int number = 1; number <= Series.Count; number++)
        {
            Invoice made = await Series.MakeAsync(session, provider, client, $"SENT-{number}", default);
            invoices.Add(made.State == InvoiceState.Draft && provider == "InvoiceXpress" ? await (await session.Invoices.PrepareCompleteAsync(made)).SendAsync() : made);
        }

        await proxy.SettleAsync();
        proxy.IsHealthy = false;
        await AssertOnceAsync(
            session,
            proxy,
            ChangeSubjects.Email,
            invoices,
            async invoice => await (await session.Invoices.PrepareSendAsync(invoice, new EmailMessage { To = provider == "SalenGo" ? null : "somebody@example.com" })).SendAsync(),
            invoice => Task.FromResult(server.Emails.Count(mail => mail.DocumentId.ToString(CultureInfo.InvariantCulture) == invoice.Id)));
    }

    /// <summary>
    /// A run through faults makes nothing twice and names what it does not know. The doubts are resolved, by the provider's answer or by a
    /// person's look, and what is missing is made: then each is there exactly once.
    /// </summary>
    private async Task AssertOnceAsync(
        InvoiceSession session, FaultProxy proxy, string kind, List<Invoice> invoices, Func<Invoice, Task> make, Func<Invoice, Task<int>> count)
    {
        Dictionary<Invoice, ErrorKind> failed = await Series.FaultsAsync(invoices, make);
        await proxy.SettleAsync();
        output.WriteLine(string.Join(", ", proxy.Changes.GroupBy(change => change.Fault).Select(group => $"{group.Key} {group.Count()}")));
        foreach (Invoice invoice in invoices)
        {
            int there = await count(invoice);
            Assert.InRange(there, 0, 1);
            Assert.True(there == 1 || failed.ContainsKey(invoice), $"{invoice} is not there and nobody said so.");
        }

        Assert.All(failed.Values, kind => Assert.Contains(kind, new[] { ErrorKind.OutcomeUnknown, ErrorKind.RateLimitExceeded }));
        List<JournalEntry> doubts = [.. session.GetJournal().Read().Where(entry => entry.IsInDoubt)];
        Assert.All(doubts, entry => Assert.Equal(kind, entry.Kind));
        Assert.Equal(
            failed.Where(pair => pair.Value == ErrorKind.OutcomeUnknown).Select(pair => pair.Key.Id).Order(),
            doubts.Select(entry => entry.DocumentId).Order());

        proxy.IsHealthy = true;
        foreach (JournalEntry entry in doubts)
        {
            int there = await count(invoices.Single(invoice => invoice.Id == entry.DocumentId));
            JournalEntry resolved = await session.GetJournal().ResolveAsync(entry);
            if (resolved.IsInDoubt)
            {
                // The provider does not list them, so a person looks.
                resolved = session.GetJournal().Resolve(entry, isDone: there == 1);
            }

            Assert.Equal(there == 1 ? JournalOutcome.Done : JournalOutcome.Absent, resolved.Outcome);
        }

        HashSet<string?> done = [.. session.GetJournal().Read().Where(entry => entry.Kind == kind && entry.Outcome == JournalOutcome.Done).Select(entry => entry.DocumentId)];
        Assert.Empty(await Series.FaultsAsync(invoices.Where(invoice => !done.Contains(invoice.Id)), make));
        foreach (Invoice invoice in invoices)
        {
            Assert.Equal(1, await count(invoice));
        }
    }

    /// <summary>The payments of an invoice at the server. FACTURAgem does not list them: there, the requests that it took count.</summary>
    private static async Task<int> PaidAsync(SandboxServer server, Invoice invoice)
    {
        using InvoiceSession session = Series.Connect(server, server.BaseUri, new ScaledClock(Series.Speed), null);
        return session.Provider.Can(typeof(IPaymentReader))
            ? (await session.Payments.GetForAsync(invoice)).Count
            : server.Requests.Count(request => request.Method == "POST" && request.Status is >= 200 and < 300
                && request.Path.Contains("payments", StringComparison.Ordinal) && request.Path.Contains($"/{invoice.Id}/", StringComparison.Ordinal));
    }
}
