namespace Invoicing.Saft.Checks;

/// <summary>
/// 64 bits for a text (FNV-1a), so that a set of a few hundred thousand keys stays small. Among a million keys two share
/// their bits by chance once in some 36 million files.
/// </summary>
internal static class Fingerprint
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(string text) => Of(Basis, text);

    /// <summary>A text in one of several spaces of names, for example a number in its table.</summary>
    public static ulong Of(SaftTable table, string text) => Of((Basis ^ (ulong)table) * Prime, text);

    private static ulong Of(ulong hash, string text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }
}
