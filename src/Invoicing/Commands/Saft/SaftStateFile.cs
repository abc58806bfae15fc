using System;
using System.IO;
using Invoicing.Saft;
using Newtonsoft.Json;

namespace Invoicing.Commands;

/// <summary>File that keeps the state of each series from month to month.</summary>
internal static class SaftStateFile
{
    /// <exception cref="InvoicingException">The file cannot be read, or is no such state.</exception>
    public static SaftChainState? Read(string? path)
    {
        if (path is null || !File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonConvert.DeserializeObject<SaftChainState>(File.ReadAllText(path));
        }
        catch (JsonException fault)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"The state file '{path}' does not hold the state of series.", fault);
        }
        catch (Exception fault) when (FileFault.IsOf(fault))
        {
            throw new InvoicingException(ErrorKind.FileFailed, $"The state file '{path}' could not be read: {FileFault.Reason(path, fault)}.", fault);
        }
    }

    /// <summary>Writes the state.</summary>
    /// <exception cref="InvoicingException">The file cannot be written.</exception>
    public static void Write(string path, SaftChainState state)
    {
        try
        {
            string text = JsonConvert.SerializeObject(state, Formatting.Indented);
            OutputFile.Write(path, overwrite: true, partial => File.WriteAllText(partial, text));
        }
        catch (InvoicingException fault)
        {
            throw new InvoicingException(ErrorKind.FileFailed, $"The state of the series was not kept. {fault.Message}", fault)
            {
                Advice = "The findings are complete; only the state of the series was not kept. Check the path of -StatePath and your rights.",
            };
        }
    }
}
