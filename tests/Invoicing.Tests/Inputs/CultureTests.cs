using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Newtonsoft.Json;
using Xunit;

namespace Invoicing.Tests.Inputs;

/// <summary>What is sent, read and said is the same on every machine, whatever its language makes of capitals, commas, signs and years.</summary>
public sealed class CultureTests
{
    /// <summary>Turkish and Azeri i, decimal commas, other calendars, another sign for minus.</summary>
    private static readonly string[] Cultures = ["tr-TR", "az-Latn-AZ", "pt-PT", "et-EE", "es-ES", "ar-SA", "fa-IR", "th-TH", "sv-SE"];

    private static readonly Regex Keys = new("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public static TheoryData<string, string> Everywhere()
    {
        var data = new TheoryData<string, string>();
        foreach (string provider in Place.Providers)
        {
            foreach (string culture in Cultures)
            {
                data.Add(provider, culture);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task ADocumentIsTheSameInEveryCulture(string provider, string culture)
    {
        List<string> usual = await StoryAsync(provider);
        List<string> here = await InCulture.Run(culture, () => StoryAsync(provider));

        Assert.Contains(usual, line => line.Contains("1234.565", StringComparison.Ordinal));
        Assert.Equal(usual, here);
    }

    /// <summary>All that was sent, all that came back, and what was refused.</summary>
    private static async Task<List<string>> StoryAsync(string provider)
    {
        using var place = new Place(provider);
        var observer = new RecordingObserver();
        var lines = new List<string>();
        void Tell(object? made) => lines.Add(JsonConvert.SerializeObject(made, new JsonSerializerSettings { Culture = CultureInfo.InvariantCulture }));

        Client client = await place.Use<ICreator<Client>>(observer).CreateAsync(new Client
        {
            Name = "Iğdır ıslak İnşaat", Country = place.Country.ToUpperInvariant(), City = "İzmir", Email = "INFO@example.com", PostalCode = "1000-001",
        });
        Invoice made = await place.Use<IInvoiceCreator>(observer).CreateAsync(new Invoice
        {
            Client = client,
            Reference = "KLT-1",
            Date = new DateTime(2026, 3, 10),
            Notes = "1,5 ılık İ",
            Lines =
            [
                new InvoiceLine { Name = "Iı", Description = "İi", Quantity = 2.5m, UnitPrice = 1234.565m, Tax = place.Tax },
                new InvoiceLine { Name = "Õ", Quantity = 1000, UnitPrice = 0.01m, Tax = place.Tax },
            ],
        });
        Tell(made.Lines.Select(line => new { line.Name, line.Description, line.Quantity, line.UnitPrice, line.TaxRate }));
        Invoice read = await place.Use<IInvoiceReader>(observer).GetAsync(made.Type, made.Id!);
        Tell(new { read.ClientName, read.Date, read.DueDate, read.NetTotal, read.TaxTotal, read.Total, read.Notes, read.Extra });
        lines.Add($"{await place.Use<IStateChanger>(observer).ChangeStateAsync(read, place.Step)}");
        var query = new InvoiceQuery { DateFrom = new DateTime(2026, 3, 1), DateTo = new DateTime(2026, 3, 31), NetFrom = -1.5m, NetTo = 99999.5m };
        lines.AddRange((await place.Use<IInvoiceReader>(observer).List(query).ToListAsync()).Select(one => $"{one}"));
        foreach (Invoice bad in Refused(client, place.Tax))
        {
            lines.Add((await Record.ExceptionAsync(() => place.Use<IInvoiceCreator>(observer).CreateAsync(bad)))?.Message ?? "made");
        }

        // Pages are fetched beside the work, so their order is none; keys against doing a thing twice are never the same.
        lines.AddRange(place.Server.Requests
            .Select(request => Keys.Replace($"{request} {request.Query} {request.Body}", "(key)"))
            .Order(StringComparer.Ordinal));
        lines.AddRange(observer.Warnings);
        return lines;
    }

    private static IEnumerable<Invoice> Refused(Client client, string tax)
    {
        yield return new Invoice { Client = client, Lines = [new InvoiceLine { Name = "A", Quantity = 1, UnitPrice = 1, Tax = "99.5" }], Date = new DateTime(2026, 3, 5) };
        yield return new Invoice { Client = client, Withholding = -7.5m, Lines = [new InvoiceLine { Name = "A", Quantity = -1.5m, UnitPrice = -2.5m, Discount = 101.5m, Tax = tax }] };
        yield return new Invoice
        {
            Client = new Client { Name = "İ" }, Date = new DateTime(2026, 3, 5), DueDate = new DateTime(2026, 3, 4), GlobalDiscount = 101.5m,
            Lines = [new InvoiceLine { Name = "A", Quantity = 1, UnitPrice = 1, Tax = "nothing" }],
        };
    }
}
