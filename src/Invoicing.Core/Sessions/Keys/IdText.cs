using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>Text that may be an identifier.</summary>
internal static class IdText
{
    /// <summary>Digits alone are looked up as an identifier even if they were found to be something else: both readings may fit.</summary>
    public static bool IsCertainlyTried(string text) => text.Length is > 0 and <= 18 && text.All(letter => letter is >= '0' and <= '9');

    /// <summary>Other text is looked up as an identifier where nothing else was found.</summary>
    public static bool IsLike(string text) =>
        text.Length <= 64 && text.Any(char.IsDigit) && text.All(letter => letter < 128 && (char.IsLetterOrDigit(letter) || letter is '-' or '_'));

    /// <summary>Gets a record by its identifier. One that a provider gives for a text that is not quite its identifier, such as 007, does not count.</summary>
    /// <returns>The record, or <c>null</c>; also for a text that the provider does not accept as an identifier.</returns>
    public static async Task<T?> GetAsync<T>(IReader<T> reader, string id, CancellationToken cancel)
        where T : InvoiceRecord
    {
        try
        {
            T found = await reader.GetAsync(id, cancel).ConfigureAwait(false);
            return found.Id is { } own && (own == id || id.StartsWith(own + "-", StringComparison.Ordinal)) ? found : null;
        }
        catch (ProviderException fault) when (fault.Kind is ErrorKind.NotFound or ErrorKind.ValidationFailed)
        {
            return null;
        }
    }
}
