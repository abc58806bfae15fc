using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Invoicing.Banking;
using Invoicing.Tests.Properties;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Tests.Banking;

/// <summary>Matching of entries with open documents.</summary>
public sealed class MatcherTests
{
    private readonly ITestOutputHelper _output;

    public MatcherTests(ITestOutputHelper output) => _output = output;

    public static readonly TheoryData<string, string?, double, PaymentConfidence, string> Certain = new()
    {
        { "Fatura FT 2026/14", null, 123, PaymentConfidence.High, "2026/14" },
        { "ft2026/0014 obrigado", null, 123, PaymentConfidence.High, "2026/14" },
        { "PAG ENC-118", null, 50, PaymentConfidence.High, "2026/15" },
        { "", "9876549", 123, PaymentConfidence.High, "987654" },
        { "", "RF52 9876549", 123, PaymentConfidence.High, "987654" },
        { "ref 9876549", null, 123, PaymentConfidence.High, "987654" },
        { "MB 123 456 789", null, 70, PaymentConfidence.High, "2026/17" },
        { "Invoice FT 2026/14", null, 100, PaymentConfidence.Medium, "2026/14" },
        { "Invoice FT 2026/14", null, 130, PaymentConfidence.Low, "2026/14" },
        { "FT 2026/14 and FT 2026/15", null, 173, PaymentConfidence.High, "2026/14,2026/15" },
        { "FS 2026/14", null, 123, PaymentConfidence.None, "" },
        { "paid on 14/2026", null, 999, PaymentConfidence.None, "" },
        { "ACME LDA", null, 999, PaymentConfidence.None, "" },
    };

    [Theory]
    [MemberData(nameof(Certain))]
    public void What_an_entry_names_decides(string text, string? reference, double amount, PaymentConfidence confidence, string numbers)
    {
        OpenDocument[] documents =
        [
            Open("2026/14", 123), Open("2026/15", 50, "ENC-118", "Beta"), Open("987654", 123, client: "Gama"),
            Open("2026/17", 70, client: "Delta", multibanco: "123456789"), Open("2026/18", 123, client: "Epsilon"),
        ];

        PaymentProposal proposal = Assert.Single(Match(documents, 0, Entry(amount, text, reference: reference)));

        Assert.Equal(confidence, proposal.Confidence);
        Assert.Equal(numbers, string.Join(",", proposal.Payments.Select(payment => payment.Invoice.Number)));
        Assert.NotEmpty(proposal.Reasons);
    }

    [Fact]
    public void A_wrong_check_digit_is_no_reference_number()
    {
        PaymentProposal proposal = Assert.Single(Match([Open("987654", 123)], 0, Entry(60, "", reference: "9876541")));

        Assert.Equal(ProposalState.Unmatched, proposal.State);
    }

    [Fact]
    public void The_client_and_the_amount_are_worth_less_than_a_number()
    {
        PaymentProposal proposal = Assert.Single(Match([Open("1", 123), Open("2", 50)], 0, Entry(123, "transfer", "ACME, LDA.")));

        Assert.Equal(PaymentConfidence.Medium, proposal.Confidence);
        Assert.Equal("1", proposal.Documents);
    }

    [Fact]
    public void Two_documents_of_a_client_with_the_amount_are_ambiguous()
    {
        PaymentProposal proposal = Assert.Single(Match([Open("1", 123), Open("2", 123)], 0, Entry(123, "transfer", "Acme")));

        Assert.Equal(ProposalState.Ambiguous, proposal.State);
        Assert.Equal(PaymentConfidence.None, proposal.Confidence);
        Assert.Empty(proposal.Payments);
        Assert.Equal(2, proposal.Candidates.Count);
    }

    [Fact]
    public void Two_entries_for_one_document_leave_it_open()
    {
        PaymentProposal[] proposals = Match([Open("1", 123)], 0, Entry(123, "a", "Acme"), Entry(123, "b", "Acme"));

        Assert.All(proposals, proposal => Assert.Equal(ProposalState.Ambiguous, proposal.State));
    }

    [Fact]
    public void A_second_payment_of_a_named_document_is_not_proposed_for_another()
    {
        PaymentProposal[] proposals = Match([Open("2026/14", 123), Open("2026/15", 123)], 0, Entry(123, "FT 2026/14", "Acme"), Entry(123, "FT 2026/14", "Acme"));

        Assert.Equal([PaymentConfidence.High, PaymentConfidence.None], proposals.Select(proposal => proposal.Confidence));
        Assert.Equal("2026/14", proposals[1].Documents);
    }

    [Fact]
    public void Sums_of_a_client_are_found_where_there_is_one()
    {
        static OpenDocument[] Documents() => [Open("1", 10), Open("2", 25), Open("3", 40)];

        PaymentProposal one = Assert.Single(Match(Documents(), 0, Entry(35, "", "Acme")));
        Assert.Equal(PaymentConfidence.Medium, one.Confidence);
        Assert.Equal("1, 2", one.Documents);
        Assert.Equal(ProposalState.Ambiguous, Assert.Single(Match([.. Documents(), Open("4", 15), Open("5", 20)], 0, Entry(35, "", "Acme"))).State);
    }

    [Theory]
    [InlineData(122.60, 0.5, PaymentConfidence.High)]
    [InlineData(122.40, 0.5, PaymentConfidence.Medium)]
    [InlineData(122.60, 0, PaymentConfidence.Medium)]
    public void A_deduction_within_the_tolerance_counts_as_all(double amount, double tolerance, PaymentConfidence confidence)
    {
        PaymentProposal proposal = Assert.Single(Match([Open("2026/14", 123)], (decimal)tolerance, Entry(amount, "FT 2026/14")));

        Assert.Equal(confidence, proposal.Confidence);
        Assert.Equal((decimal)amount, proposal.Payments.Single().Amount);
    }

    [Fact]
    public void An_account_that_paid_before_tells_the_client()
    {
        PaymentProposal[] proposals = Match(
            [Open("2026/14", 123), Open("2026/20", 77), Open("2026/21", 77, client: "Beta")],
            0,
            Entry(123, "FT 2026/14", "The owner", iban: "PT50A"), Entry(77, "", "The owner", iban: "PT50A"));

        Assert.Equal(PaymentConfidence.Medium, proposals[1].Confidence);
        Assert.Equal("2026/20", proposals[1].Documents);
    }

    [Fact]
    public void Another_currency_never_fits()
    {
        PaymentProposal proposal = Assert.Single(Match([Open("2026/14", 123)], 0, Entry(123, "FT 2026/14", currency: "USD")));

        Assert.Equal(ProposalState.Unmatched, proposal.State);
    }

    /// <summary>Few amounts, numbers and clients, so that much collides.</summary>
    [Fact]
    public void No_document_gets_more_than_is_open_and_no_entry_gives_more_than_it_has()
    {
        Gen<(int Number, int Amount, int Client)> document = from number in Gen.Choose(1, 40) from amount in Gen.Choose(1, 6) from client in Gen.Choose(1, 3) select (number, amount, client);
        Gen<(int Named, int Amount, int Client, int Kind)> entry =
            from named in Gen.Choose(1, 40) from amount in Gen.Choose(1, 12) from client in Gen.Choose(1, 4) from kind in Gen.Choose(0, 4) select (named, amount, client, kind);
        Gen<((int, int, int)[], (int, int, int, int)[], int)> both =
            from documents in document.ArrayOf() from entries in entry.ArrayOf() from tolerance in Gen.Choose(0, 1) select (documents, entries, tolerance);

        Law.Holds(_output, both.ToArbitrary(), given =>
        {
            OpenDocument[] documents = [.. given.Item1.Take(12).Select(one => Open($"2026/{one.Item1 + 20}", one.Item2 * 10, client: "Client " + (char)('A' + one.Item3) + "nders"))];
            decimal[] open = [.. documents.Select(one => one.Open)];
            BankEntry[] entries = [.. given.Item2.Take(12).Select(one => Entry(
                one.Item2 * 10, one.Item4 < 2 ? $"FT 2026/{one.Item1 + 20}" : one.Item4 == 2 ? $"{one.Item1 + 20}" : "x", one.Item4 is 1 or 3 ? "Client " + (char)('A' + one.Item3) + "nders" : null))];
            PaymentProposal[] proposals = Match(documents, given.Item3, entries);

            Assert.Equal(entries.Length, proposals.Length);
            Assert.Equal(entries, proposals.Select(proposal => proposal.Entry));
            for (int i = 0; i < documents.Length; i++)
            {
                decimal paid = proposals.SelectMany(proposal => proposal.Payments).Where(payment => payment.Invoice == documents[i].Invoice).Sum(payment => payment.Amount);
                Assert.InRange(paid, 0, open[i]);
            }

            Assert.All(proposals, proposal =>
            {
                Assert.InRange(proposal.Payments.Sum(payment => payment.Amount), 0, proposal.Amount);
                Assert.All(proposal.Payments, payment => Assert.True(payment.Amount > 0));
                Assert.Equal(proposal.State == ProposalState.Matched, proposal.Payments.Count > 0);
                Assert.Equal(proposal.State == ProposalState.Matched, proposal.Confidence != PaymentConfidence.None);
                Assert.NotEmpty(proposal.Reasons);

                // What is certain names its documents, all of the money goes there, and no other document has that number.
                if (proposal.Confidence == PaymentConfidence.High)
                {
                    Assert.Equal(0, proposal.Unallocated);
                    Assert.All(proposal.Payments, payment => Assert.Contains(payment.Invoice.Number!.Split('/')[1], proposal.Text!));
                    Assert.Equal(proposal.Payments.Count, documents.Count(one => one.Invoice.Number == proposal.Payments[0].Invoice.Number));
                }
            });
        });
    }

    private static OpenDocument Open(string number, decimal open, string? reference = null, string client = "Acme, Lda", string? multibanco = null) => new(
        new Invoice
        {
            Id = Guid.NewGuid().ToString("N"),
            Type = InvoiceType.Invoice,
            State = InvoiceState.Final,
            Number = number,
            Reference = reference,
            Total = open,
            Currency = "EUR",
            Client = new Client { Id = client, Name = client },
            Multibanco = multibanco is null ? null : new MultibancoReference { Entity = "11111", Reference = multibanco },
        },
        open,
        isOpenKnown: true);

    private static BankEntry Entry(double amount, string text, string? counterparty = null, string? iban = null, string? reference = null, string currency = "EUR") => new()
    {
        Id = Guid.NewGuid().ToString("N"),
        Date = new DateTime(2026, 3, 5),
        Amount = (decimal)amount,
        Currency = currency,
        Text = text,
        Counterparty = counterparty,
        Iban = iban,
        PaymentReference = reference,
    };

    private static PaymentProposal[] Match(OpenDocument[] documents, decimal tolerance, params BankEntry[] entries)
    {
        PaymentProposal[] proposals = [.. entries.Select(entry => new PaymentProposal(entry) { Open = entry.Amount })];
        new PaymentMatcher(documents, tolerance).Match(proposals);
        return proposals;
    }
}
