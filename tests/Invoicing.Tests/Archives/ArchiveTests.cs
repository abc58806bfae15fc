using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Invoicing.Engine;
using Xunit;

namespace Invoicing.Tests.Archives;

/// <summary>An archive holds what the provider has; a second export fetches what is new or changed and nothing else.</summary>
public sealed class ArchiveTests
{
    public static TheoryData<string> Providers => ArchiveRig.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AnArchiveHoldsEveryRecordOfTheAccount(string provider)
    {
        using var rig = new ArchiveRig(provider);

        (ArchiveSummary summary, _) = await rig.ExportAsync();

        InvoiceArchive archive = rig.Open();
        Assert.Empty(archive.Check());
        Assert.Equal(provider, archive.Provider);
        Assert.NotNull(archive.CompletedAt);
        Assert.Equal(Texts(await AllAsync<Client>(rig)), Texts(archive.Clients));
        Assert.Equal(Texts(await AllAsync<Item>(rig)), Texts(archive.Items));
        Assert.Equal(Texts(await AllAsync<Tax>(rig)), Texts(archive.Read<Tax>()));
        Assert.Equal(Texts(await AllAsync<Sequence>(rig)), Texts(archive.Read<Sequence>()));
        List<Invoice> documents = await rig.Session.Invoices.ListAsync(new InvoiceQuery { Types = Reader(rig).Types, IncludeArchived = true }).ToListAsync();
        documents = [.. await Task.WhenAll(documents.Select(document => document.IsPartial() ? rig.Session.Invoices.GetAsync(document.Type, document.Id!) : Task.FromResult(document)))];
        Assert.Equal(string.Join("\n", Dump(documents)).Split('\n'), string.Join("\n", Dump(archive.Documents)).Split('\n'));
        Assert.All(archive.Documents, document => Assert.StartsWith(rig.Session.AccountKey, document.Origin, StringComparison.Ordinal));
        Assert.Equal(summary.Added, archive.Files.Count(file => file.Role == ArchiveRole.Record));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task EachIssuedDocumentHasTheFilesOfTheProvider(string provider)
    {
        using var rig = new ArchiveRig(provider);

        await rig.ExportAsync();

        Invoice[] issued = [.. rig.Open().Documents.Where(document => document.State is not InvoiceState.Draft)];
        Assert.NotEmpty(issued);
        Assert.Equal(rig.Session.Provider.Can(typeof(IPdfExporter)) ? issued.Length : 0, rig.FilesOf(ArchiveRole.Pdf).Length);
        Assert.Equal(rig.Session.Provider.Can(typeof(IXmlExchange)), rig.FilesOf(ArchiveRole.Xml).Length > 0);
        Assert.Equal(rig.Session.Provider.Can(typeof(IQrCodeExporter)), rig.FilesOf(ArchiveRole.QrCode).Length > 0);
        Assert.Equal(rig.Session.Provider.Can(typeof(ISaftExporter)) ? 4 : 0, rig.FilesOf(ArchiveRole.Saft).Length);
        Assert.All(rig.FilesOf(ArchiveRole.Pdf), file => Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(File.ReadAllBytes(rig.At(file.Path!)), 0, 5), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task PaymentsTellTheirDocuments(string provider)
    {
        using var rig = new ArchiveRig(provider);

        await rig.ExportAsync();

        if (!rig.Session.Provider.Can(typeof(IPaymentReader)))
        {
            Assert.Empty(rig.Open().Payments);
            return;
        }

        var documents = rig.Open().Documents.Where(document => document.Type != InvoiceType.Receipt).ToDictionary(document => document.Id!);
        Payment[] payments = [.. rig.Open().Payments];
        Assert.NotEmpty(payments);
        foreach (Invoice document in documents.Values.Where(document => document.Type == InvoiceType.Invoice))
        {
            IEnumerable<string?> own = (await rig.Session.Payments.GetForAsync(document)).Select(payment => payment.Id).Order();
            Assert.Equal(own, payments.Where(payment => payment.InvoiceId == document.Id).Select(payment => payment.Id).Order());
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ASecondExportReadsTheListsAndNothingElse(string provider)
    {
        using var rig = new ArchiveRig(provider);
        (ArchiveSummary first, int many) = await rig.ExportAsync();

        (ArchiveSummary second, int few) = await rig.ExportAsync();

        Assert.Equal((0, 0, 0, first.Added), (second.Added, second.Changed, second.Files, second.Unchanged));
        Assert.InRange(few, 1, 16);
        Assert.True(few < many || provider == "SalenGo", "At SalenGo, the lists are all that there is.");
        Assert.Empty(rig.Open().Check());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task APaymentChangesTheDocumentAndNotItsPrint(string provider)
    {
        using var rig = new ArchiveRig(provider);
        await rig.ExportAsync();
        ArchiveFile[] prints = rig.FilesOf(ArchiveRole.Pdf);
        Invoice open = rig.Open().Documents.First(document => document is { Type: InvoiceType.Invoice, State: InvoiceState.Final } && document.Outstanding is null or > 0);
        await (await rig.Session.Payments.PrepareAsync(
            await rig.Session.Invoices.GetAsync(open.Type, open.Id!), new Payment { Amount = 1, Date = ArchiveRig.Day.Date, Method = PaymentMethod.BankTransfer })).SendAsync();

        (ArchiveSummary summary, _) = await rig.ExportAsync();

        Assert.Empty(rig.Open().Check());
        Assert.InRange(summary.Added + summary.Changed, provider == "FACTURAgem" ? 0 : 1, 3);
        Assert.Equal(prints.Select(file => (file.Path, file.Sha256)), rig.FilesOf(ArchiveRole.Pdf).Where(file => prints.Any(one => one.Path == file.Path)).Select(file => (file.Path, file.Sha256)));
        if (rig.Session.Provider.Can(typeof(IPaymentReader)))
        {
            Assert.Contains(rig.Open().Payments, payment => payment.InvoiceId == open.Id && payment.Amount == 1);
            Assert.Equal((await rig.Session.Invoices.GetAsync(open.Type, open.Id!)).Outstanding, rig.Open().Documents.Single(document => document.Id == open.Id && document.Type == open.Type).Outstanding);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ARangeLimitsDocumentsAndPayments(string provider)
    {
        using var rig = new ArchiveRig(provider);
        DateTime from = new(2026, 3, 1), to = new(2026, 3, 31);

        await rig.ExportAsync(ArchiveRig.Options(from: from, to: to));

        Assert.NotEmpty(rig.Open().Documents);
        Assert.All(rig.Open().Documents, document => Assert.InRange(document.Date!.Value, from, to));
        Assert.All(rig.Open().Payments, payment => Assert.InRange(payment.Date!.Value, from, to));
        Assert.Equal(rig.Session.Provider.Can(typeof(ISaftExporter)) ? ["saft/saft-2026-03.xml"] : [], rig.FilesOf(ArchiveRole.Saft).Select(file => file.Path));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task NoFileHoldsTheKey(string provider)
    {
        using var rig = new ArchiveRig(provider);

        await rig.ExportAsync();

        string[] secrets = [.. new[] { rig.Server.ApiKey, rig.Server.Password }.OfType<string>()];
        Assert.All(Directory.GetFiles(rig.Path, "*", SearchOption.AllDirectories), file =>
            Assert.DoesNotContain(secrets, secret => Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WhatTheProviderNoLongerHasIsKeptAndMarked()
    {
        using var rig = new ArchiveRig("InvoiceXpress");
        Invoice draft = await rig.Session.Invoices.ListAsync(new InvoiceQuery { States = [InvoiceState.Draft] }).FirstOrDefaultAsync() ?? throw new InvalidOperationException();
        await rig.ExportAsync();
        await (await rig.Session.Invoices.PrepareRemoveAsync(draft)).SendAsync();

        (ArchiveSummary summary, _) = await rig.ExportAsync();

        Assert.Equal(1, summary.Gone);
        ArchiveFile kept = Assert.Single(rig.Open().Files, file => file.IsGone);
        Assert.Equal(draft.Id, kept.RecordId);
        Assert.True(File.Exists(rig.At(kept.Path!)));
        Assert.DoesNotContain(rig.Open().Documents, document => document.Id == draft.Id);
        Assert.Empty(rig.Open().Check());
    }

    [Fact]
    public async Task ADraftThatIsIssuedGetsItsNumberInTheName()
    {
        using var rig = new ArchiveRig("InvoiceXpress");
        Invoice draft = await rig.Session.Invoices.ListAsync(new InvoiceQuery { States = [InvoiceState.Draft], Types = [InvoiceType.Invoice] }).FirstOrDefaultAsync() ?? throw new InvalidOperationException();
        draft = (await (await rig.Session.Invoices.PrepareUpdateAsync(Dated(draft))).SendAsync()).Copy();
        await rig.ExportAsync();
        ArchiveFile before = rig.FilesOf(ArchiveRole.Record).Single(file => file.RecordId == draft.Id);
        await (await rig.Session.Invoices.PrepareCompleteAsync(draft)).SendAsync();

        await rig.ExportAsync();

        ArchiveFile after = rig.FilesOf(ArchiveRole.Record).Single(file => file.RecordId == draft.Id);
        Assert.Contains("invoice-2026-", after.Path, StringComparison.Ordinal);
        Assert.False(File.Exists(rig.At(before.Path!)));
        Assert.Contains(rig.FilesOf(ArchiveRole.Pdf), file => file.RecordId == draft.Id);
        Assert.Empty(rig.Open().Check());

        static Invoice Dated(Invoice source)
        {
            Invoice dated = source.Copy();
            dated.Date = dated.DueDate = ArchiveRig.Day.Date;
            return dated;
        }
    }

    [Fact]
    public async Task AnotherAccountOrAnotherFolderIsRefused()
    {
        using var rig = new ArchiveRig("SalenGo", 2);
        using var other = new ArchiveRig("SalenGo", 2);
        await rig.ExportAsync();

        var account = await Assert.ThrowsAsync<InvoicingException>(() => InvoiceArchive.ExportAsync(other.Session, rig.Path));
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(rig.Path)!, "letter.txt"), "mine");
        var folder = await Assert.ThrowsAsync<InvoicingException>(() => InvoiceArchive.ExportAsync(rig.Session, Path.GetDirectoryName(rig.Path)!));

        Assert.Equal(ErrorKind.InvalidInput, account.Kind);
        Assert.Contains(rig.Session.AccountKey, account.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorKind.FileFailed, folder.Kind);
        Assert.Empty(rig.Open().Check());
    }

    private static IInvoiceReader Reader(ArchiveRig rig) => rig.Session.Use<IInvoiceReader>();

    private static async Task<IEnumerable<T>> AllAsync<T>(ArchiveRig rig)
        where T : InvoiceRecord => rig.Session.Provider.Can(typeof(IReader<T>)) ? await rig.Session.Of<T>().ListAsync().ToListAsync() : [];

    private static IEnumerable<string> Texts(IEnumerable<InvoiceRecord> records) => records.Select(record => $"{record.Id} {record}").Order();

    /// <summary>Every property of the documents and of their parts.</summary>
    private static IEnumerable<string> Dump(IEnumerable<Invoice> documents) =>
        documents.Select(document => Dump(document) + "\n" + string.Join("\n", document.Lines.Select(Dump))).Order();

    private static string Dump(object part) => string.Join("\n", part.GetType().GetProperties()
        .Where(property => property.Name is not (nameof(Invoice.Origin) or nameof(Invoice.Links) or nameof(Invoice.Lines)))
        .Select(property => FormattableString.Invariant($"{property.Name}={Value(property.GetValue(part))}")));

    private static object? Value(object? value) => value is ExtraFields extra
        ? string.Join("; ", extra.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => FormattableString.Invariant($"{field.Key}={field.Value}")))
        : value;
}
