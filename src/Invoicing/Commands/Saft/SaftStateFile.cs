using System;
using System.IO;
using Invoicing.Saft;
using Newtonsoft.Json;

namespace Invoicing.Commands;

/// <summary>Keeps from month to month where each series stands.</summary>
internal static class SaftStateFile
{
    /// <exception cref="InvoicingException">The file is no such state.</exception>
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

    /// <summary>Beside its place and then renamed, so that a run that is stopped does not lose the state of the months before.</summary>
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
