using System;
using System.IO;

namespace Invoicing.Commands;

/// <summary>Files that a user hands over.</summary>
internal static class InputFile
{
    /// <exception cref="InvoicingException">It is not there, or may not be read.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw FileFault.Reading(path, fault);
        }
    }
}
