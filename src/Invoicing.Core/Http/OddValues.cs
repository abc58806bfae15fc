using System.Collections.Generic;
using System.Threading;

namespace Invoicing.Http;

/// <summary>
/// The values of optional fields that could not be read while an answer was read. The tables that read answers know nobody who could be told,
/// so they note such a value here, and the client that sent the request warns of it.
/// </summary>
internal sealed class OddValues
{
    private static readonly AsyncLocal<OddValues?> Current = new();

    private readonly Dictionary<string, string> _warnings = [];

    /// <summary>Begins to collect for the current call.</summary>
    public static OddValues Begin() => Current.Value = new OddValues();

    /// <summary>Notes a field, once. The value itself is not told: an answer may repeat the key.</summary>
    public static void Note(string what, string field) => Current.Value?.Add(what, field);

    /// <summary>Warns once of each field that is not in <paramref name="told"/> yet.</summary>
    public void Report(string provider, ISet<string> told, IRequestObserver? observer)
    {
        foreach (KeyValuePair<string, string> warning in _warnings)
        {
            lock (told)
            {
                if (!told.Add(warning.Key))
                {
                    continue;
                }
            }

            observer?.OnWarning($"{provider}: {warning.Value}");
        }
    }

    private void Add(string what, string field)
    {
        lock (_warnings)
        {
            string key = $"{what}.{field}";
            if (!_warnings.ContainsKey(key))
            {
                _warnings.Add(key, $"the field '{field}' of a {what} has a value that cannot be read. The property is empty; Extra['{field}'] holds the value.");
            }
        }
    }
}
