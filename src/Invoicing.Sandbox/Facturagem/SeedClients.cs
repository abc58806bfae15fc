using System.Collections.Generic;
using System.Globalization;
using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>Invents clients, most of them Spanish. Every name is unique.</summary>
internal static class SeedClients
{
    private static readonly Land Spain = new(
        "ES",
        "Panadería;Librería;Ferretería;Taller;Farmacia;Floristería;Imprenta;Óptica;Clínica;Frutería;Zapatería".Split(';'),
        "del Río;de la Peña;El Año Nuevo;Montaña Azul;del Olivo;San Jorge;de la Ribera;Central;Las Cigüeñas;del Cierzo".Split(';'),
        new[] { ("Zaragoza", "Zaragoza"), ("Huesca", "Huesca"), ("Logroño", "La Rioja"), ("A Coruña", "A Coruña"), ("Málaga", "Málaga") },
        new[] { "Calle Mayor", "Plaza del Mercado", "Avenida de la Estación", "Paseo de los Tilos" });

    private static readonly Land[] Foreign =
    {
        new(
            "PT",
            "Padaria;Livraria;Oficina;Papelaria;Florista".Split(';'),
            "da Ribeira;do Cais;Central;das Oliveiras;do Moinho".Split(';'),
            new[] { ("Braga", "Braga"), ("Évora", "Évora") },
            new[] { "Rua do Forno", "Largo da Sé" }),
        new(
            "FR",
            "Boulangerie;Librairie;Menuiserie;Crémerie;Épicerie".Split(';'),
            "du Château;de la Forêt;Centrale;du Marché;de l'Île".Split(';'),
            new[] { ("Nîmes", "Gard"), ("Besançon", "Doubs") },
            new[] { "Rue de la Gare", "Quai Neuf" }),
    };

    /// <summary>Two of twelve come from abroad.</summary>
    public static IEnumerable<Record> Make(int count, int seed)
    {
        for (var i = 0; i < count; i++)
        {
            var place = i % 12;
            yield return place < 10 ? Client(Spain, (i / 12 * 10) + place, i, seed) : Client(Foreign[place - 10], i / 12, i, seed);
        }
    }

    private static Record Client(Land land, int inLand, int i, int seed)
    {
        var (city, province) = land.Cities[Mixer.Pick(land.Cities.Length, seed, i, 1)];
        var number = (i + 1).ToString("00000", CultureInfo.InvariantCulture);
        return new Record(Resource.Client)
        {
            ["name"] = land.Name(inLand),
            ["cif"] = land.Code == "ES" ? $"B000{number}" : $"{land.Code}000{number}",
            ["street1"] = $"{land.Streets[Mixer.Pick(land.Streets.Length, seed, i, 2)]} {1 + Mixer.Pick(90, seed, i, 3)}",
            ["city"] = city,
            ["province"] = province,
            ["postal_code"] = (10000 + Mixer.Pick(40000, seed, i, 4)).ToString(CultureInfo.InvariantCulture),
            ["country_code"] = land.Code,
            ["email"] = $"cliente{number}@example.com",
            ["phone"] = Mixer.Pick(3, seed, i, 5) == 0 ? null : $"9{10000000 + Mixer.Pick(89999999, seed, i, 6)}",
            ["discount_percent"] = Mixer.Pick(4, seed, i, 7) == 0 ? 10m : null,
        };
    }

    private sealed class Land
    {
        private readonly string[] _trades;
        private readonly string[] _places;

        public Land(string code, string[] trades, string[] places, (string City, string Province)[] cities, string[] streets)
        {
            Code = code;
            _trades = trades;
            _places = places;
            Cities = cities;
            Streets = streets;
        }

        public string Code { get; }

        public (string City, string Province)[] Cities { get; }

        public string[] Streets { get; }

        /// <summary>Every combination once, then all of them again with a number.</summary>
        public string Name(int i)
        {
            var inRound = i % (_trades.Length * _places.Length);
            var round = i / (_trades.Length * _places.Length);
            var trade = inRound % _trades.Length;
            var place = ((inRound / _trades.Length) + trade) % _places.Length;
            return $"{_trades[trade]} {_places[place]}{(round == 0 ? "" : " " + (round + 1).ToString(CultureInfo.InvariantCulture))}";
        }
    }
}
