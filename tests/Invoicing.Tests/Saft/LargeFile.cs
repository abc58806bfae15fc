using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace Invoicing.Tests.Saft;

/// <summary>A correct file of any number of invoices with three lines each, some 2.7 KB an invoice.</summary>
internal static class LargeFile
{
    private const int PerDay = 10_000;

    public static void Write(string path, int invoices)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        var file = new TestFile
        {
            Declaration = "<?xml version=\"1.0\" encoding=\"Windows-1252\"?>",
            StartDate = "2026-01-01",
            EndDate = "2026-12-31",
            DateCreated = "2027-01-02",
        };
        file.Write(writer, Invoices(invoices));
    }

    public static IEnumerable<TestDocument> Invoices(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var day = new System.DateTime(2026, 1, 1).AddDays(i / PerDay);
            var document = new TestDocument("SalesInvoices", $"FT 2026{(char)('A' + (i % 4))}/{(i / 4) + 1}")
            {
                Date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Entry = day.ToString("yyyy-MM-dd'T'10:15:30", CultureInfo.InvariantCulture),
                Customer = i % 3 == 0 ? "C2" : "C1",
            };
            document.Line(12.5m + (i % 100), line => line.Quantity = 2m)
                .Line(7.99m, line => line.Product = "P2")
                .Line(3m, line => line.Exempt());
            yield return document;
        }
    }
}
