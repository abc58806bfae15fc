using System.Collections.Generic;
using Invoicing.Sandbox.Core;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Invents clients. Most are Portuguese with valid tax numbers; every name and code is unique.</summary>
internal static class SeedNames
{
    private static readonly Land Portuguese = new(
        Countries.Portugal,
        "pt",
        "Padaria;Oficina;Livraria;Farmácia;Papelaria;Mercearia;Gráfica;Ótica;Florista;Clínica;Garagem".Split(';'),
        "Central;do Norte;da Ribeira;de São João;do Cais;da Praça;do Moinho;das Oliveiras;da Fonte;Atlântica".Split(';'),
        new[] { "Braga", "Lisboa", "Porto", "Évora", "Setúbal", "Guimarães", "Faro", "Viseu" },
        new[] { "Rua do Forno", "Avenida da Estação", "Largo da Sé", "Travessa das Flores" });

    private static readonly Land[] Foreign =
    {
        new(
            "Spain",
            "es",
            new[] { "Panadería", "Librería", "Ferretería", "Taller", "Café" },
            new[] { "del Río", "de la Peña", "El Año Nuevo", "Montaña Azul", "del Olivo" },
            new[] { "Málaga", "Cáceres", "A Coruña" },
            new[] { "Calle del Pozo", "Plaza Mayor" }),
        new(
            "UK",
            "en",
            new[] { "Harbour", "Copperfield", "Northgate", "Riverside", "Oakwood" },
            new[] { "Books Ltd", "Tools Ltd", "Bakery Ltd", "Printing Ltd", "Garden Centre" },
            new[] { "Bristol", "York", "Leeds" },
            new[] { "Mill Lane", "Station Road" }),
        new(
            "France",
            "en",
            new[] { "Boulangerie", "Librairie", "Menuiserie", "Crémerie", "Épicerie" },
            new[] { "du Château", "de la Forêt", "Centrale", "du Marché", "de l'Île" },
            new[] { "Nîmes", "Orléans", "Besançon" },
            new[] { "Rue de la Gare", "Quai Neuf" }),
    };

    public static IEnumerable<ClientRecord> Clients(int count, int seed)
    {
        for (var i = 0; i < count; i++)
        {
            yield return i == 11 ? FinalConsumer(i) : Client(i, seed);
        }
    }

    private static ClientRecord FinalConsumer(int i) =>
        new() { Name = "Consumidor Final", Code = Code(i), FiscalId = TaxNumber.FinalConsumer, Country = Countries.Portugal };

    private static ClientRecord Client(int i, int seed)
    {
        // Three of twelve come from abroad, one from each of the other countries.
        var place = i % 12;
        var isForeign = place >= 8 && place < 8 + Foreign.Length;
        var land = isForeign ? Foreign[place - 8] : Portuguese;
        var inLand = isForeign ? i / 12 : (i / 12 * 9) + (place > 8 ? place - Foreign.Length : place);
        return new ClientRecord
        {
            Name = land.Name(inLand),
            Code = Code(i),
            Language = land.Language,
            Email = $"{Code(i).ToLowerInvariant()}@example.com",
            Address = land.Pick(land.Streets, seed, i, 1) + " " + (1 + Mixer.Pick(120, seed, i, 2)),
            City = land.Pick(land.Cities, seed, i, 3),
            PostalCode = isForeign
                ? $"{10000 + Mixer.Pick(80000, seed, i, 4)}"
                : $"{4000 + Mixer.Pick(900, seed, i, 4)}-{100 + Mixer.Pick(800, seed, i, 5)}",
            Country = land.Country,
            FiscalId = isForeign ? ForeignNumber(land.Country, i) : TaxNumber.Complete($"509{i % 100000:00000}"),
            Phone = Mixer.Pick(3, seed, i, 6) == 0 ? null : $"2{10000000 + Mixer.Pick(89999999, seed, i, 7)}",
            SendOptions = Mixer.Pick(2, seed, i, 8) == 0 ? null : "1",
            PaymentDays = Mixer.Pick(2, seed, i, 9) == 0 ? "0" : "30",
            TaxExemptionCode = "M00",
            PreferredContact = i == 1 ? Contact() : null,
        };
    }

    /// <summary>A tax number that passes for one of the country: for Spain a NIE with its check letter.</summary>
    private static string ForeignNumber(string country, int i) => country switch
    {
        "Spain" => $"X{i:0000000}{"TRWAGMYFPDXBNJZSQVHLCKE"[i % 23]}",
        "France" => $"FR{i % 100:00}{100000000 + i}",
        _ => $"GB{100000000 + i}",
    };

    /// <summary>The mobile number has come as a number. [seen]</summary>
    private static JObject Contact() =>
        new() { ["name"] = "Receção", ["email"] = "rececao@example.com", ["phone"] = null, ["mobile"] = 910000000 };

    private static string Code(int i) => $"C{i + 1:0000}";

    private sealed class Land
    {
        private readonly string[] _trades;
        private readonly string[] _places;

        public Land(string country, string language, string[] trades, string[] places, string[] cities, string[] streets)
        {
            Country = country;
            Language = language;
            _trades = trades;
            _places = places;
            Cities = cities;
            Streets = streets;
        }

        public string Country { get; }

        public string Language { get; }

        public string[] Cities { get; }

        public string[] Streets { get; }

        /// <summary>Every combination once, then all of them again with a number.</summary>
        public string Name(int i)
        {
            // Eleven trades and ten places share no divisor, nor do five and five shifted: going diagonally mixes them well.
            var round = i / (_trades.Length * _places.Length);
            var inRound = i % (_trades.Length * _places.Length);
            var trade = inRound % _trades.Length;
            var place = ((inRound / _trades.Length) + trade) % _places.Length;
            return $"{_trades[trade]} {_places[place]}{(round == 0 ? "" : " " + (round + 1))}";
        }

        public string Pick(string[] from, int seed, int i, int what) => from[Mixer.Pick(from.Length, seed, i, what)];
    }
}
