using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using System.Xml.Linq;
using Invoicing.Engine;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Sessions;

/// <summary>The whole way, against the sandbox.</summary>
public sealed class StoryTests
{
    [Fact]
    public async Task FromConnectToSaft()
    {
        using var folder = new Folder();
        using var sandbox = SandboxServer.Start(new SandboxOptions { PollsUntilReady = 3 });
        using InvoiceSession session = Rig.Connect(sandbox.BaseUri, sandbox.ApiKey, sandbox.Account);
        var observer = new RecordingObserver { WantsBodies = true };
        await session.TestAsync(observer);

        // Twelve clients, of whom the first costs one request.
        Assert.NotNull(await session.Use<IReader<Client>>(observer).List(new ListQuery()).FirstOrDefaultAsync());
        Assert.Single(sandbox.Requests, request => request.Path == "/clients.json");
        List<Client> clients = await session.Use<IReader<Client>>(observer).List(new ListQuery { PageSize = 10 }).ToListAsync();
        Assert.Equal(12, clients.Count);
        Assert.Equal(12, clients.Select(client => client.Id).Distinct().Count());

        // A client of our own, found again by both names that people have for it.
        Client made = await session.Use<ICreator<Client>>(observer).CreateAsync(new Client
        {
            Name = "Padaria Ensaio & Filhos",
            Code = "ENS/1",
            Country = "PT",
            TaxNumber = "123456789",
            Email = "conta@example.pt",
            ContactName = "Rita",
        });
        Assert.Equal(made.Id, (await session.Use<IFinder<Client>>(observer).FindByNameAsync(made.Name!))?.Id);
        made.City = "Évora";
        await session.Use<IUpdater<Client>>(observer).UpdateAsync(made);
        Client again = (await session.Use<IFinder<Client>>(observer).FindByCodeAsync("ENS/1"))!;
        Assert.Equal(("Évora", "Portugal", "Rita"), (again.City, again.Country, again.ContactName));

        // An invoice: a draft has no number, an issued one has all that the law asks for.
        Invoice draft = await session.Use<ICreator<Invoice>>(observer).CreateAsync(new Invoice
        {
            Reference = "STORY-1",
            Client = again,
            Lines =
            [
                new InvoiceLine { Name = "A", Description = "Pão", Quantity = 3, UnitPrice = 1.2345m, Tax = "23" },
                new InvoiceLine { Name = "B", Description = "Água", Quantity = 1.5m, UnitPrice = 10, Discount = 10 },
            ],
        });
        Assert.Equal((InvoiceState.Draft, null), (draft.State, draft.Number));
        draft.Notes = "Obrigado";
        await session.Use<IUpdater<Invoice>>(observer).UpdateAsync(draft);
        Invoice issued = await session.Use<IStateChanger>(observer).ChangeStateAsync(draft, InvoiceTransition.Finalized);
        Assert.Equal((InvoiceState.Final, "Obrigado", 21.16m), (issued.State, issued.Notes, issued.Total));
        Assert.EndsWith("-" + issued.Number!.Split('/')[1], issued.Atcud);
        Assert.Equal(4, issued.SignatureHash?.Length);
        Assert.Equal(issued.Id, Assert.Single(await session.Use<IInvoiceReader>(observer).FindByNumberAsync($"FT {issued.Number}", [])).Id);
        Assert.Equal(issued.Id, (await session.Use<IInvoiceCreator>(observer).FindByReferenceAsync(InvoiceType.Invoice, "STORY-1"))?.Id);
        await session.Use<IInvoiceMailer>(observer).SendAsync(issued, new EmailMessage { Subject = "A sua fatura" });
        Assert.Equal("conta@example.pt", Assert.Single(sandbox.Emails).To);

        // Two payments settle it, and taking one back opens it again.
        var taker = session.Use<IPaymentTaker>(observer);
        await taker.AddAsync(issued, new Payment { Amount = 10, Method = PaymentMethod.Cash });
        Payment rest = await taker.AddAsync(
            issued, new Payment { Amount = 11.16m, Method = PaymentMethod.BankTransfer, Date = issued.Date });
        Assert.Equal(InvoiceState.Settled, (await session.Use<IInvoiceReader>(observer).GetAsync(issued.Id!)).State);
        Assert.Equal(2, (await session.Use<IPaymentReader>(observer).GetForInvoiceAsync(issued)).Count);
        Assert.Equal(2, (await session.Use<IRelatedDocumentReader>(observer).GetRelatedAsync(issued)).Count);
        Assert.Equal(InvoiceState.Canceled, (await session.Use<IPaymentCanceler>(observer).CancelAsync(rest, "engano")).State);
        Assert.Equal(InvoiceState.Final, (await session.Use<IInvoiceReader>(observer).GetAsync(issued.Type, issued.Id!)).State);

        // Its PDF, and the month's file with it in.
        var poller = new OperationPoller { Interval = TimeSpan.FromMilliseconds(1) };
        ProviderOperation pdf = session.Use<IPdfExporter>(observer).StartPdf(issued, secondCopy: true);
        await poller.WaitAsync(pdf);
        await pdf.SaveAsync(folder.At("a.pdf"), overwrite: false);
        ProviderOperation saft = session.Use<ISaftExporter>(observer).StartSaft(issued.Date!.Value.Year, issued.Date.Value.Month);
        await poller.WaitAsync(saft);
        Assert.Equal(4, saft.PollCount);
        await saft.SaveAsync(folder.At("saft.xml"), overwrite: false);
        Assert.Equal(["a.pdf", "saft.xml"], folder.Files.Order());
        Assert.Contains(
            $"FT {issued.Number}",
            Load(folder.At("saft.xml")).Descendants().Where(node => node.Name.LocalName == "InvoiceNo").Select(node => node.Value));

        // The key went where it must and nowhere else.
        Assert.All(sandbox.Requests, request => Assert.Equal(request.Path.EndsWith(".json", StringComparison.Ordinal), request.CarriedKey));
        Assert.DoesNotContain(sandbox.Requests, request => request.Status >= 400);
        Assert.Empty(observer.Warnings);
        NoKey.In(observer.Text, sandbox.ApiKey);
    }

    /// <summary>Good enough for plain letters; this framework does not know the file's own encoding.</summary>
    private static XDocument Load(string path) => XDocument.Parse(File.ReadAllText(path, Encoding.Latin1));

    [Fact]
    public async Task AWrongKeyIsRefused()
    {
        using var sandbox = SandboxServer.Start(new SandboxOptions { ClientCount = 0, InvoiceCount = 0 });
        using InvoiceSession session = Rig.Connect(sandbox.BaseUri);

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => session.TestAsync());

        Assert.Equal(ErrorKind.AuthenticationFailed, fault.Kind);
        NoKey.In(fault);
    }

    [Fact]
    public async Task AZipIsUnpackedToItsXml()
    {
        using var folder = new Folder();
        using var sandbox = SandboxServer.Start(new SandboxOptions { ZipDownloads = true, PollsUntilReady = 0 });
        using InvoiceSession session = Rig.Connect(sandbox.BaseUri, sandbox.ApiKey);
        Invoice any = (await session.Use<IInvoiceReader>().List(new InvoiceQuery { States = [InvoiceState.Final] }).FirstOrDefaultAsync())!;
        ProviderOperation saft = session.Use<ISaftExporter>().StartSaft(any.Date!.Value.Year, any.Date.Value.Month);
        await new OperationPoller().WaitAsync(saft);

        await saft.SaveAsync(folder.At("saft.xml"), overwrite: false);
        await saft.SaveAsync(folder.At("saft.zip"), overwrite: false);

        Assert.Equal("AuditFile", Load(folder.At("saft.xml")).Root!.Name.LocalName);
        Assert.Equal("PK"u8.ToArray(), File.ReadAllBytes(folder.At("saft.zip")).Take(2));
    }
}
