using Invoicing.Sandbox.Core;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>Invents clients. Every name and address is unique; the tax numbers are not in use.</summary>
internal static class SeedNames
{
    private static readonly string[] Trades =
    {
        "Talleres", "Panadería", "Librería", "Ferretería", "Imprenta", "Floristería", "Óptica", "Carpintería", "Bodega",
        "Academia", "Clínica",
    };

    private static readonly string[] Places = { "del Puerto", "Río Claro", "La Encina", "Montaña", "del Sur", "Peñalba", "Dos Puentes" };
    private static readonly string[] Streets = { "Calle del Molino", "Plaza Nueva", "Avenida de la Estación", "Calle Mayor" };

    private static readonly (string Name, string Code)[] Cities =
    {
        ("Bilbao", "48001"), ("Málaga", "29001"), ("Cáceres", "10001"), ("A Coruña", "15001"),
    };

    private static readonly string[] FirstNames = { "Nerea", "Íñigo", "Lucía", "Tomás", "Begoña" };
    private static readonly string[] LastNames = { "Ibarra", "Núñez", "Solana", "Aranda", "Peña", "Lozano", "Marín" };

    public static JObject Client(int i, int seed)
    {
        // Eleven and seven share no divisor, so that going along both at once meets every pair.
        var round = i / (Trades.Length * Places.Length);
        var (city, code) = Cities[Mixer.Pick(Cities.Length, seed, i, 1)];
        return new JObject
        {
            ["organization"] = $"{Trades[i % Trades.Length]} {Places[i % Places.Length]}{(round == 0 ? "" : " " + (round + 1))} SL",
            ["first_name"] = FirstNames[Mixer.Pick(FirstNames.Length, seed, i, 2)],
            ["last_name"] = LastNames[Mixer.Pick(LastNames.Length, seed, i, 3)],
            ["email"] = $"cliente{i + 1}@example.com",
            ["work_phone"] = $"9{10_000_000 + Mixer.Pick(89_999_999, seed, i, 4)}",
            ["language"] = Company.Language,
            ["currency_code"] = Company.Currency,
            ["p_street1"] = $"{Streets[Mixer.Pick(Streets.Length, seed, i, 5)]} {1 + Mixer.Pick(90, seed, i, 6)}",
            ["p_city"] = city,
            ["p_code"] = code,
            ["p_country"] = "Spain",
            ["vat_name"] = "NIF",
            ["vat_number"] = $"B{i % 100_000_000:00000000}",
        };
    }
}
