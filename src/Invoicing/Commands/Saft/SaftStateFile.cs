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

    /// <summary>Beside its place and then renamed, so that a run that is stopped does not lose the state of the months before.</summary>
    /// <exception cref="InvoicingException">The file cannot be written.</exception>
    public static void Write(string path, SaftChainState state)
    {
        string partial = path + "." + Path.GetRandomFileName();
        try
        {
            File.WriteAllText(partial, JsonConvert.SerializeObject(state, Formatting.Indented));
            try
            {
                if (File.Exists(path))
                {
                    File.Replace(partial, path, destinationBackupFileName: null);
                }
                else
                {
                    File.Move(partial, path);
                }
            }
            finally
            {
                File.Delete(partial);
            }
        }
        catch (Exception fault) when (FileFault.IsOf(fault))
        {
            throw new InvoicingException(ErrorKind.FileFailed, $"The state file '{path}' could not be written: {FileFault.Reason(path, fault)}.", fault)
            {
                Advice = "The findings are complete; only the state of the series was not kept. Check the path of -StatePath and your rights.",
            };
        }
    }
}
