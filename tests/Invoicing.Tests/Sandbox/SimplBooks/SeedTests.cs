using System;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.SandboxSimplBooks;

public sealed class SeedTests
{
    private static readonly string[] Categories =
    {
        "articles", "clients", "client_notes", "financial_accounts", "income_accounts", "incomings", "invoices", "payments", "price_offers",
        "purchases", "tasks", "warehouses", "vat_types",
    };

    [Fact]
    public async Task TheCompanyIsAFunctionOfTheSeedAndTheClock()
    {
        async Task<string> AllAsync(int seed)
        {
            using var books = new Books(o => o.Seed = seed);
            var text = "";
            foreach (var category in Categories)
            {
                text += new JArray(await books.ListAsync(category));
            }

            return text;
        }

        var first = await AllAsync(1);
        Assert.Equal(first, await AllAsync(1));
        Assert.NotEqual(first, await AllAsync(2));
    }

    [Fact]
    public async Task ThereAreDocumentsInEveryMonthPaidAndUnpaidSentAndNot()
    {
        using var books = new Books();
        var invoices = await books.ListAsync("invoices");
        Assert.Equal(40, invoices.Count);
        Assert.Equal(7, invoices.Select(i => ((string)i["created"]!)[..7]).Distinct().Count());
        Assert.All(invoices, i => Assert.InRange((string)i["created"]!, "2026-01-05", "2026-07-14"));
        foreach (var field in new[] { "sent", "paid" })
        {
            Assert.Contains(invoices, i => (string)i[field]! == "0000-00-00");
            Assert.Contains(invoices, i => (string)i[field]! != "0000-00-00");
        }

        Assert.Contains(invoices, i => (string)i["paid"]! == "0000-00-00" && string.CompareOrdinal((string)i["due"]!, "2026-07-01") < 0);
        Assert.Contains(invoices, i => (long)i["credit_invoice_for"]! != 0 && (decimal)i["total_sum"]! < 0);
        Assert.Contains(invoices, i => i["proforma"]!.ToString() is "True" or "1");
        Assert.All(invoices, i => Assert.Equal((decimal)i["total_sum"]!, (decimal)i["sum"]! + (decimal)i["vat"]!));
    }

    [Fact]
    public async Task EveryCategoryHasSomethingAndNoNumberIsCopiedFromReality()
    {
        using var books = new Books();
        foreach (var category in Categories)
        {
            Assert.NotEmpty(await books.ListAsync(category));
        }

        var clients = await books.ListAsync("clients");
        Assert.Equal(12, clients.Select(c => (string)c["name"]!).Distinct().Count());
        Assert.Contains(clients, c => ((string)c["name"]!).IndexOfAny("õäöü".ToCharArray()) >= 0);
        Assert.All(clients, c => Assert.EndsWith("@example.com", (string)c["e_mail"]!));
        Assert.All(clients.Where(c => (string)c["reg_no"]! != ""), c => Assert.True(IsRegistryCode((string)c["reg_no"]!)));
        Assert.All(clients.Where(c => (string)c["vat_no"]! != ""), c => Assert.True(IsVatNumber((string)c["vat_no"]!)));
        Assert.All(clients, c => Assert.True(IsIban((string)c["account_no"]!)));
        Assert.True(clients.Count(c => (string)c["vat_no"]! != "") >= 6);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 10)]
    [InlineData(5, 0)]
    [InlineData(150, 1)]
    [InlineData(30, 300)]
    public async Task TheCountsAreSettable(int clients, int invoices)
    {
        using var books = new Books(o => (o.ClientCount, o.InvoiceCount) = (clients, invoices));
        var names = (await books.ListAsync("clients")).Select(c => (string)c["name"]!).ToList();
        Assert.Equal(clients, names.Distinct().Count());
        Assert.Equal(clients == 0 ? 0 : invoices, (await books.ListAsync("invoices")).Count);
    }

    [Fact]
    public async Task AClockBeforeTheSeedsBeginWorksToo()
    {
        using var books = new Books(o => o.Now = () => new DateTimeOffset(2025, 3, 1, 12, 0, 0, TimeSpan.Zero));
        Assert.All(await books.ListAsync("invoices"), i => Assert.True(string.CompareOrdinal((string)i["created"]!, "2025-03-01") < 0));
    }

    [Fact]
    public async Task ReferencesHaveTheirCheckDigit()
    {
        using var books = Books.With(("NumberDigits", true));
        var kinds = 0;
        foreach (var invoice in (await books.ListAsync("invoices")).Take(4))
        {
            var whole = (await books.ReadAsync("invoices", (long)invoice["id"]!))["Invoice"]!;
            var digits = whole["reference"]!.ToString().Reverse().Select(c => c - '0').ToList();
            var sum = digits.Skip(1).Select((d, i) => d * new[] { 7, 3, 1 }[i % 3]).Sum();
            Assert.Equal(0, (sum + digits[0]) % 10);
            kinds |= whole["reference"]!.Type == JTokenType.Integer ? 1 : 2;
        }

        Assert.Equal(3, kinds);
    }

    private static bool IsRegistryCode(string code)
    {
        var digits = code.Select(c => c - '0').ToArray();
        int Check(int first) => digits.Take(7).Select((d, i) => d * (first + i)).Sum() % 11;
        var check = Check(1) == 10 ? Check(3) % 10 : Check(1);
        return code.Length == 8 && check == digits[7];
    }

    private static bool IsVatNumber(string number) =>
        number.Length == 11 && number.StartsWith("EE", StringComparison.Ordinal)
        && number.Skip(2).Select((c, i) => (c - '0') * new[] { 3, 7, 1, 3, 7, 1, 3, 7, 1 }[i]).Sum() % 10 == 0;

    private static bool IsIban(string iban) =>
        iban.Length == 20 && (iban[4..] + "1414" + iban[2..4]).Aggregate(0, (rest, c) => ((rest * 10) + (c - '0')) % 97) == 1;
}
