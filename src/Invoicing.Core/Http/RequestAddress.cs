using System;
using System.Linq;

namespace Invoicing.Http;

/// <summary>Builds addresses from text, and checks that the runtime kept them as they were written.</summary>
internal static class RequestAddress
{
    /// <summary>Escapes one part of a path or a query.</summary>
    public static string Escape(string text) => Valid(text, () => Uri.EscapeDataString(text));

    public static Uri Combine(Uri root, string relative) => Valid(relative, () => new Uri(root, relative));

    /// <summary>
    /// Refuses an address whose path is not the one that was asked for. In Windows PowerShell, <see cref="Uri"/> turns <c>%2F</c> and <c>%5C</c>
    /// into slashes and then resolves <c>..</c>, so that an identifier could lead out of the account or to another record.
    /// </summary>
    /// <param name="address">The address as the runtime would send it.</param>
    /// <param name="root">The base address.</param>
    /// <param name="path">The escaped path below it.</param>
    /// <returns>The address.</returns>
    public static Uri Check(Uri address, Uri root, string path) =>
        address.Scheme == root.Scheme && address.Authority == root.Authority && Parts(address.AbsolutePath).SequenceEqual(Parts(root.AbsolutePath + path))
            ? address
            : throw new InvoicingException(ErrorKind.InvalidInput, $"'{Uri.UnescapeDataString(path)}' was not sent: this .NET runtime would send it as '{address.AbsolutePath}'.")
            {
                Advice = "Use an identifier without '/' and '\\', or PowerShell 7.",
            };

    /// <summary>Compared without escapes: which letters are escaped differs among runtimes and changes nothing.</summary>
    private static string[] Parts(string path) => [.. path.Split('/').Select(Uri.UnescapeDataString)];

    /// <summary>Older runtimes refuse text of more than 65519 characters, and one half of a surrogate pair.</summary>
    private static T Valid<T>(string text, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (UriFormatException fault)
        {
            string shown = text.Length <= 60 ? text : text.Substring(0, 60) + "...";
            throw new InvoicingException(ErrorKind.InvalidInput, $"'{shown}' cannot be part of a web address: {fault.Message}", fault);
        }
    }
}
