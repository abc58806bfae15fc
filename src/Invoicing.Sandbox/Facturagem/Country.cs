using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>The countries in the provider's list; each is known by its code and by a number. [assumption]</summary>
internal sealed class Country
{
    private const string Names =
        "AD Andorra;AR Argentina;AT Austria;AU Australia;BE Bélgica;BG Bulgaria;BR Brasil;CA Canadá;CH Suiza;CL Chile;CN China;"
        + "CO Colombia;CR Costa Rica;CY Chipre;CZ Chequia;DE Alemania;DK Dinamarca;EC Ecuador;EE Estonia;ES España;FI Finlandia;"
        + "FR Francia;GB Reino Unido;GR Grecia;HR Croacia;HU Hungría;IE Irlanda;IN India;IS Islandia;IT Italia;JP Japón;"
        + "LT Lituania;LU Luxemburgo;LV Letonia;MA Marruecos;MT Malta;MX México;NL Países Bajos;NO Noruega;NZ Nueva Zelanda;"
        + "PA Panamá;PE Perú;PL Polonia;PT Portugal;RO Rumanía;SE Suecia;SI Eslovenia;SK Eslovaquia;TR Turquía;UA Ucrania;"
        + "US Estados Unidos;UY Uruguay;VE Venezuela;ZA Sudáfrica";

    private Country(long id, string code, string name)
    {
        Id = id;
        Code = code;
        Name = name;
    }

    public static IReadOnlyList<Country> All { get; } = Names.Split(';')
        .Select((row, i) => new Country(i + 1, row.Substring(0, 2), row.Substring(3)))
        .ToArray();

    public long Id { get; }

    public string Code { get; }

    public string Name { get; }

    public static Country? ByCode(string code) =>
        All.FirstOrDefault(country => string.Equals(country.Code, code, StringComparison.OrdinalIgnoreCase));

    public static Country? ById(string id) =>
        All.FirstOrDefault(country => country.Id.ToString(CultureInfo.InvariantCulture) == id);
}
