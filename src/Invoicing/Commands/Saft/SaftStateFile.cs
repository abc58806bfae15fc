using System;
using System.IO;
using Invoicing.Saft;
using Newtonsoft.Json;

namespace Invoicing.Commands;

/// <summary>File that keeps the state of each series from month to month.</summary>
internal static class SaftStateFile
{
    /// <exception cref="InvoicingException">The file is not such a state.</exception>
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
            throw new InvoicingException(ErrorKind.InvalidInput, $"The file '{path}' does not hold the state of series.", fault);
        }
    }

    /// <summary>Writes a temporary file and renames it, so that a stopped run does not lose the earlier state.</summary>
    public static void Write(string path, SaftChainState state)
    {
        string partial = path + "." + Path.GetRandomFileName();
        try
        {
            File.WriteAllText(partial, JsonConvert.SerializeObject(state, Formatting.Indented));
            if (File.Exists(path))
            {
                File.Replace(partial, path, destinationBackupFileName: null);
            }
            else
            {
                File.Move(partial, path);
            }
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new IOException(fault.Message, fault);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
