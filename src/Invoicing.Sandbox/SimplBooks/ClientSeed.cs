using System.Globalization;
using Invoicing.Sandbox.Core;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>
/// Invents clients, who are suppliers as well. Their numbers are of the right form, from ranges that are not given out; every
/// name is unique.
/// </summary>
internal static class ClientSeed
{
    private static readonly string[] Places =
    {
        "Põhjala", "Mereääre", "Kõrgemäe", "Jõekäära", "Öövalguse", "Tamme", "Sõnajala", "Lõokese", "Päikese", "Kuuse", "Rändrahnu",
    };

    private static readonly string[] Trades =
    {
        "Puit OÜ", "Kohvik OÜ", "Raamatud OÜ", "Ehitus AS", "Köök OÜ", "Lilleäri OÜ", "Võõrastemaja OÜ",
        "Käsitööselts MTÜ", "Trükikoda AS", "Aed OÜ",
    };

    private static readonly (string City, string County, string Code)[] Towns =
    {
        ("Tartu", "Tartumaa", "50"), ("Pärnu", "Pärnumaa", "80"), ("Võru", "Võrumaa", "65"), ("Jõhvi", "Ida-Virumaa", "41"),
        ("Põlva", "Põlvamaa", "63"), ("Türi", "Järvamaa", "72"), ("Kärdla", "Hiiumaa", "92"),
    };

    private static readonly string[] Streets = { "Pärna tn", "Õie tn", "Jõe tn", "Mäe tn", "Künka tee", "Kõivu tn" };
    private static readonly string[] Contacts = { "Jüri Näide", "Mari Näidis", "Ülle Näitlik", "Tõnu Proov" };

    public static void Make(Company company, SandboxOptions options)
    {
        for (var i = 0; i < options.ClientCount; i++)
        {
            var client = Editor.Create(company, Resources.Clients, new JObject { ["Client"] = Client(i, options.Seed) });
            if (i % 3 == 0)
            {
                Contact(company, client, i);
            }

            if (i % 5 == 1)
            {
                Note(company, client, "Helistada enne tarnet, võti on naabri käes.");
            }
        }
    }

    private static JObject Client(int i, int seed)
    {
        // One of twelve is a person, who has neither number.
        var isPerson = i % 12 == 11;
        var town = Towns[Mixer.Pick(Towns.Length, seed, i, 1)];
        var number = (i + 101).ToString("00000", CultureInfo.InvariantCulture);
        return new JObject
        {
            ["name"] = Name(i),
            ["reg_no"] = isPerson ? "" : Checks.RegistryCode("19" + Last(number)),
            ["vat_no"] = isPerson || i % 4 == 2 ? "" : Checks.VatNumber("109" + Last(number)),
            ["address_street"] = Streets[Mixer.Pick(Streets.Length, seed, i, 2)] + " " + (1 + Mixer.Pick(80, seed, i, 3)),
            ["address_city"] = town.City,
            ["address_postal_code"] = town.Code + (100 + Mixer.Pick(900, seed, i, 4)),
            ["address_county"] = town.County,
            ["address_country"] = "EE",
            ["e_mail"] = $"klient{i + 1}@example.com",
            ["phone"] = "55" + (10000 + Mixer.Pick(90000, seed, i, 5)),
            ["account_no"] = Checks.Iban(i + 1),
            ["bank"] = "Näitepank",
            ["swift_code"] = "NAIDEE2X",
            ["client_settings_due_days"] = i % 3 == 0 ? 30 : 0,
            ["client_settings_discount"] = i % 6 == 0 ? 5 : 0,
        };
    }

    /// <summary>Five digits, whatever the count of clients.</summary>
    private static string Last(string number) => number.Substring(number.Length - 5);

    /// <summary>Eleven and ten share no divisor: every combination comes once, then all of them again with a number.</summary>
    private static string Name(int i)
    {
        var round = i / (Places.Length * Trades.Length);
        var person = i % 12 == 11;
        var name = Places[i % Places.Length] + " " + (person ? "talu" : Trades[i % Trades.Length]);
        return round == 0 && !person ? name : $"{name} {i + 1}";
    }

    /// <summary>No operation makes a contact, so it is put in by hand.</summary>
    private static void Contact(Company company, Record client, int i)
    {
        var contact = new Record(Resources.Contacts.Shape, company.NextId("Contact"));
        contact["client_id"] = client.Id;
        contact["name"] = Contacts[i / 3 % Contacts.Length];
        contact["position"] = "raamatupidaja";
        contact["e_mail"] = $"kontakt{i + 1}@example.com";
        contact["phone"] = "5550000";
        company[Resources.Contacts].Put(contact);
    }

    private static void Note(Company company, Record client, string text) => Editor.Create(
        company,
        Resources.ClientNotes,
        new JObject { ["ClientNote"] = new JObject { ["client_id"] = client.Id, ["note"] = text } });
}
