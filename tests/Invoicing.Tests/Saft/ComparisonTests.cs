using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Invoicing.Saft;
using Invoicing.Saft.Comparison;
using Xunit;

namespace Invoicing.Tests.Saft;

public sealed class ComparisonTests
{
    [Fact]
    public void Documents_that_do_not_fit_into_memory_are_sorted_in_a_file()
    {
        using var sorter = new FactSorter(capacity: 7);
        var numbers = Enumerable.Range(1, 100).Select(i => $"FT A/{i * 37 % 101}").ToList();
        foreach (var number in numbers)
        {
            sorter.Add(Facts(number));
        }

        Assert.Equal(14, sorter.Runs);
        Assert.Equal(numbers.Order(StringComparer.Ordinal), sorter.Sorted().Select(facts => facts.Number));
    }

    [Fact]
    public void What_was_spilled_is_what_was_added()
    {
        using var sorter = new FactSorter(capacity: 2);
        sorter.Add(Facts("FT A/1"));
        sorter.Add(new SaftDocumentFacts { Table = SaftTable.Payments, Number = "RG A/1" });

        var read = sorter.Sorted().ToList();

        Assert.Equal(
            ("FT A/1", "FT", new DateTime(2026, 3, 2), "N", "123456789", 2, 1.5m, 0.1m, 1.6m, "abcd-1"),
            (read[0].Number, read[0].Type, read[0].Date, read[0].Status, read[0].Customer, read[0].Lines, read[0].Net, read[0].Tax, read[0].Gross, read[0].Hash));
        Assert.Equal(
            (SaftTable.Payments, "RG A/1", null, null, null, null, null, null),
            (read[1].Table, read[1].Number, read[1].Type, read[1].Date, read[1].Lines, read[1].Net, read[1].Hash, read[1].Customer));
    }

    [Fact]
    public void A_change_is_told_value_by_value_and_what_is_not_known_is_not_compared()
    {
        var other = Facts("FT A/2");
        (other.Gross, other.Status, other.Hash) = (2m, "A", null);

        var differences = SaftComparison.Compare([Facts("FT A/1"), Facts("FT A/2")], [other, Facts("FT A/3")]).ToList();

        Assert.Equal(
            ["FT A/1: Missing", "FT A/2: Status N -> A", "FT A/2: Gross 1.60 -> 2.00", "FT A/3: Added"],
            differences.Select(difference => difference.ToString()));
    }

    [Fact]
    public void Two_large_files_are_compared_in_little_memory()
    {
        var peak = 0L;
        var start = GC.GetTotalMemory(forceFullCollection: true);
        IEnumerable<SaftDocumentFacts> Many(decimal extra)
        {
            for (var i = 0; i < 200_000; i++)
            {
                var facts = Facts($"FT A/{i * 7919 % 200_003}");
                facts.Gross += i == 1000 ? extra : 0;
                yield return facts;
                peak = i % 20_000 == 0 ? Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true)) : peak;
            }
        }

        Assert.Single(SaftComparison.Compare(Many(0), Many(1)));
        Assert.InRange(peak - start, 0, 32 << 20);
    }

    [Fact]
    public void A_protected_copy_has_the_same_findings_and_no_signature_that_verifies()
    {
        var path = Path.GetTempFileName();
        var file = TestFile.Typical().Invoice("FT B/1", d => d.Line(1m).Gross = 9m).Sign(RuleCases.Key);
        File.WriteAllText(path, file.ToXml());
        try
        {
            using var protector = new SaftProtector();
            using var copy = new MemoryStream();
            protector.Copy(path, copy);

            var text = System.Text.Encoding.UTF8.GetString(copy.ToArray());
            Assert.All(["Exemplo Um", "123456789", "Rua 1", "Lisboa", "BCDF", "Consultoria"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
            Assert.Contains("999999990", text, StringComparison.Ordinal);
            Assert.Equal(["T03"], TestFile.Check(copy.ToArray()).Findings.Select(finding => finding.RuleId));
            var options = new SaftCheckOptions();
            RuleCases.WithKey(options);
            var summary = TestFile.Check(copy.ToArray(), options).Summary;
            Assert.Equal((0, true), (summary.SignaturesVerified, summary.SignaturesFailed > 3));
            Assert.Equal(6, SaftChecker.Check(path, options).Summary.SignaturesVerified);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static SaftDocumentFacts Facts(string number) => new()
    {
        Table = SaftTable.SalesInvoices,
        Number = number,
        Type = "FT",
        Date = new DateTime(2026, 3, 2),
        Status = "N",
        Customer = "123456789",
        Lines = 2,
        Net = 1.5m,
        Tax = 0.1m,
        Gross = 1.6m,
        Hash = "abcd-1",
    };
}
