using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.Fidelity;

/// <summary>One odd value in an optional field leaves a list readable; in a field that decides it does not.</summary>
public class OddValueTests
{
    /// <summary>Provider, object, field, odd value, and the property that stays empty.</summary>
    public static TheoryData<string, string, string, string, string> Optional => new()
    {
        { "InvoiceXpress", "", "due_date", "\"soon\"", nameof(Invoice.DueDate) },
        { "InvoiceXpress", "", "loaded_at", "\"31-31-2026\"", nameof(Invoice.LoadedAt) },
        { "InvoiceXpress", "", "archived", "\"perhaps\"", nameof(Invoice.Archived) },
        { "InvoiceXpress", "", "mb_reference", "7", nameof(Invoice.Multibanco) },
        { "InvoiceXpress", "", "address_from", "[1]", nameof(Invoice.AddressFrom) },
        { "InvoiceXpress", "", "reference", "{\"a\":1}", nameof(Invoice.Reference) },
        { "SimplBooks", "", "due", "\"soon\"", nameof(Invoice.DueDate) },
        { "SimplBooks", "", "sent", "\"31.31.2026\"", nameof(Invoice.SentDate) },
        { "SimplBooks", "", "additional_info", "[\"a\"]", nameof(Invoice.Notes) },
        { "FACTURAgem", "", "due_date", "\"soon\"", nameof(Invoice.DueDate) },
        { "FACTURAgem", "", "notes", "[\"a\"]", nameof(Invoice.Notes) },
        { "SalenGo", "", "notes", "[\"a\"]", nameof(Invoice.Notes) },
        { "SalenGo", "", "po_number", "{\"a\":1}", nameof(Invoice.Reference) },
    };

    /// <summary>Provider, object, field and a value that must make the answer unreadable.</summary>
    public static TheoryData<string, string, string, string> Deciding => new()
    {
        { "InvoiceXpress", "", "id", "{}" },
        { "InvoiceXpress", "", "date", "\"soon\"" },
        { "InvoiceXpress", "", "total", "\"a lot\"" },
        { "InvoiceXpress", "items[0]", "quantity", "\"some\"" },
        { "InvoiceXpress", "items[0].tax", "value", "\"normal\"" },
        { "InvoiceXpress", "", "total", "\"1,000\"" },
        { "InvoiceXpress", "", "retention", "\"a lot\"" },
        { "SimplBooks", "", "currency_rate", "\"one\"" },
        { "SimplBooks", "", "id", "{}" },
        { "SimplBooks", "", "created", "\"soon\"" },
        { "SimplBooks", "", "total_sum", "\"a lot\"" },
        { "SimplBooks", "Task[0]", "amount", "\"some\"" },
        { "SalenGo", "", "invoice_id", "{}" },
        { "SalenGo", "", "date", "\"soon\"" },
        { "SalenGo", "", "amount", "\"a lot\"" },
        { "SalenGo", "lines[0]", "quantity", "\"some\"" },
    };

    [Theory]
    [MemberData(nameof(Optional))]
    public async Task An_odd_optional_value_is_kept_and_said_once(string provider, string path, string field, string odd, string property)
    {
        using Rig rig = Dialect.Connect(provider);
        Dialect dialect = Dialect.All[provider];
        dialect.Script(rig, dialect.With(path, field, odd), dialect.With(path, field, odd).Replace("71", "72"));

        List<Invoice> rows = await rig.Use<IInvoiceReader>().List(new ListQuery()).ToListAsync();

        Assert.Equal(["71", "72"], rows.Select(row => row.Id));
        Assert.All(rows, row =>
        {
            Assert.Null(typeof(Invoice).GetProperty(property)!.GetValue(row));
            Assert.Equal(JToken.Parse(odd).ToString(Formatting.None), Plain.ToToken(row.Extra[field]).ToString(Formatting.None));
        });
        if (provider != "FACTURAgem")
        {
            // The names of FACTURAgem are guesses: a value that does not fit one was not meant by it, which is nothing to warn of.
            Assert.Contains($"'{field}'", Assert.Single(rig.Observer.Warnings), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Deciding))]
    public async Task An_odd_value_that_decides_makes_the_answer_unreadable(string provider, string path, string field, string odd)
    {
        using Rig rig = Dialect.Connect(provider);
        Dialect dialect = Dialect.All[provider];
        rig.Server.Otherwise(_ => Answer.Json(dialect.List([dialect.With(path, field, odd)])));

        var fault = await Assert.ThrowsAsync<ProviderException>(() => rig.Use<IInvoiceReader>().List(new ListQuery()).ToListAsync());

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
    }

    [Theory]
    [InlineData("loaded_at", "\"11/03/2026\"", "2026-03-11T00:00:00")]
    [InlineData("loaded_at", "\"11/03/2026 09:05:00\"", "2026-03-11T09:05:00")]
    [InlineData("loaded_at", "\"2026-07-11T08:05:00Z\"", "2026-07-11T09:05:00")]
    [InlineData("due_date", "\"2026-07-10T23:30:00.000Z\"", "2026-07-11T00:00:00")]
    [InlineData("due_date", "\"2026-03-11T00:00:00.000+00:00\"", "2026-03-11T00:00:00")]
    [InlineData("due_date", "\"2026-03-11\"", "2026-03-11T00:00:00")]
    public async Task Days_and_moments_are_read_in_every_form_that_was_seen(string field, string json, string expected)
    {
        using Rig rig = Dialect.Connect("InvoiceXpress");
        Dialect dialect = Dialect.All["InvoiceXpress"];
        dialect.Script(rig, dialect.With("", field, json));

        Invoice invoice = Assert.Single(await rig.Use<IInvoiceReader>().List(new ListQuery()).ToListAsync());

        DateTime? read = field == "loaded_at" ? invoice.LoadedAt : invoice.DueDate;
        Assert.Equal(expected, read?.ToString("s"));
        Assert.Empty(rig.Observer.Warnings);
    }

    [Fact]
    public async Task Numbers_texts_and_empty_texts_are_read_in_every_form_that_was_seen()
    {
        using Rig rig = Dialect.Connect("InvoiceXpress");
        Dialect dialect = Dialect.All["InvoiceXpress"];
        var document = JObject.Parse(dialect.Invoice);
        document["total"] = "1,000.50";
        document["retention"] = "11.5%";
        document["mb_reference"] = "";
        document["address_from"] = "Rua do Forno 3";
        document["address_to"] = "";
        rig.Server.Then(dialect.One(document.ToString()));

        Invoice invoice = await rig.Use<IInvoiceReader>().GetAsync(InvoiceType.Invoice, "71");

        Assert.Equal((1000.50m, 11.5m), (invoice.Total, invoice.Withholding));
        Assert.Null(invoice.Multibanco);
        Assert.Null(invoice.AddressTo);
        Assert.Equal("Rua do Forno 3", invoice.AddressFrom?.Street);
        Assert.Empty(rig.Observer.Warnings);
    }
}
