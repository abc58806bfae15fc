using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// The provider's countries, read when a country cannot be told without them: it may be known by a number
/// (docs/facts/facturagem.md#account, seen) or by its name in the provider's language.
/// </summary>
internal sealed class CountryTable
{
    private readonly IReadOnlyList<Country> _countries;

    private CountryTable(IReadOnlyList<Country> countries) => _countries = countries;

    /// <summary>Our name of a country that came as a number or a name; as it is where nobody knows it.</summary>
    public static async Task<string?> NameAsync(Caller caller, string? country, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(country) || Countries.ToCode(country!) is not null)
        {
            return country;
        }

        CountryTable table = await LoadAsync(caller, cancel).ConfigureAwait(false);
        Country? found = table._countries.FirstOrDefault(one => one.Id == country)
            ?? table._countries.FirstOrDefault(one => string.Equals(one.Name, country, StringComparison.OrdinalIgnoreCase));
        return found?.Code is { } code ? Countries.ToName(code) : country;
    }

    /// <summary>The number that stands for a country.</summary>
    /// <exception cref="InvoicingException">The provider does not have it.</exception>
    public static async Task<string> NumberAsync(Caller caller, string country, CancellationToken cancel)
    {
        if (country.All(char.IsDigit))
        {
            return country;
        }

        string code = Countries.ToCode(country) ?? country;
        CountryTable table = await LoadAsync(caller, cancel).ConfigureAwait(false);
        return table._countries.FirstOrDefault(one => string.Equals(one.Code, code, StringComparison.OrdinalIgnoreCase))?.Id
            ?? throw InvoicingException.InvalidInput("record", [new FieldError("Country", $"the provider has no country '{country}': see Get-InvoiceCountry")]);
    }

    /// <summary>Without the list countries stay as they came, which is no reason to fail over a client.</summary>
    private static Task<CountryTable> LoadAsync(Caller caller, CancellationToken cancel) => caller.Context.Session.Cache.GetOnceAsync(
        async () => new CountryTable(await TryAsync(caller, cancel).ConfigureAwait(false)), cancel);

    private static async Task<IReadOnlyList<Country>> TryAsync(Caller caller, CancellationToken cancel)
    {
        try
        {
            return await CountryList.LoadAsync(caller, cancel).ConfigureAwait(false);
        }
        catch (ProviderException)
        {
            return [];
        }
    }
}
