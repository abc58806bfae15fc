using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Invoicing;

/// <summary>The saved connections of a folder: one file each, that nobody but its owner can read.</summary>
public sealed class SavedConnections
{
    private const string Ending = ".connection.json";
    private readonly string _folder;

    /// <summary>Opens a folder, which need not exist.</summary>
    /// <param name="statePath">The folder of the state; <c>null</c> for the user's data folder.</param>
    public SavedConnections(string? statePath = null) => _folder = Path.Combine(statePath is null ? StateFolder.OfUser : LocalPath.Full(statePath), "connections");

    /// <summary>The names of the connections that are saved, in order. Nothing is read but the folder.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            try
            {
                return
                [
                    .. Directory.GetFiles(_folder, "*" + Ending).Select(path => Path.GetFileName(path)).Select(file => Uri.UnescapeDataString(file.Substring(0, file.Length - Ending.Length)))
                        .OrderBy(name => name, StringComparer.OrdinalIgnoreCase),
                ];
            }
            catch (DirectoryNotFoundException)
            {
                return [];
            }
            catch (Exception fault) when (FileFault.IsOf(fault))
            {
                throw FileFault.Reading(_folder, fault);
            }
        }
    }

    /// <summary>Opens the folder that a connection lies in.</summary>
    /// <param name="connection">A connection that was read or saved.</param>
    /// <returns>The connections of its folder.</returns>
    public static SavedConnections Of(SavedConnection connection) => new(Path.GetDirectoryName(Path.GetDirectoryName(connection.Path)));

    /// <summary>Reads a connection.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="InvoicingException">
    /// There is none of that name (<see cref="ErrorKind.NotFound"/>), or its file is none that this version wrote (<see cref="ErrorKind.InvalidFile"/>).
    /// </exception>
    public SavedConnection Get(string name)
    {
        Require(name);
        string path = PathOf(name);
        SavedConnection connection = ConnectionFile.Read(path);
        return string.Equals(connection.Name, name, StringComparison.OrdinalIgnoreCase)
            ? connection
            : throw ConnectionFile.Bad(path, $"it says that it is the connection '{connection.Name}'");
    }

    /// <summary>Saves a connection. The file is replaced as a whole, and its owner alone can read it.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="overwrite">Replaces one of that name.</param>
    /// <returns>The connection, with the path of its file.</returns>
    /// <exception cref="InvoicingException">There is one of that name, or the file cannot be written.</exception>
    public SavedConnection Save(SavedConnection connection, bool overwrite = false)
    {
        string path = PathOf(connection.Name);
        Refuse(connection.Name, overwrite);
        try
        {
            Directory.CreateDirectory(_folder);
        }
        catch (Exception fault) when (FileFault.IsOf(fault))
        {
            throw FileFault.Writing(_folder, fault);
        }

        ConnectionFile.Write(path, connection, overwrite);
        return connection with { Path = path };
    }

    /// <summary>Refuses a name that a connection has already, before anything is done for it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="overwrite">Allows it.</param>
    /// <exception cref="InvoicingException">There is one of that name (<see cref="ErrorKind.Conflict"/>).</exception>
    public void Refuse(string name, bool overwrite)
    {
        if (!overwrite && File.Exists(PathOf(name)))
        {
            throw new InvoicingException(ErrorKind.Conflict, $"A connection '{name}' is saved already in '{_folder}'.") { Advice = "Use -Force to replace it, or another name." };
        }
    }

    /// <summary>Checks that there is a connection of a name. Its file need not be readable.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="InvoicingException">There is none (<see cref="ErrorKind.NotFound"/>).</exception>
    public void Require(string name)
    {
        if (!File.Exists(PathOf(name)))
        {
            IReadOnlyList<string> names = Names;
            throw new InvoicingException(ErrorKind.NotFound, $"There is no saved connection '{name}' in '{_folder}'.")
            {
                Advice = names.Count == 0 ? "Connect, and keep the connection with Save-InvoiceConnection." : $"Saved are: {string.Join(", ", names.Take(20))}.",
            };
        }
    }

    /// <summary>Removes a connection. Its file need not be readable.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvoicingException">There is none of that name, or the file cannot be removed.</exception>
    public void Remove(string name)
    {
        Require(name);
        string path = PathOf(name);
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (FileFault.IsOf(fault))
        {
            throw FileFault.Writing(path, fault);
        }
    }

    /// <summary>Names are the same in upper and lower case on every system. What is no letter, digit, '-', '_' or '.' is escaped as in an address.</summary>
    private string PathOf(string name)
    {
        const int Longest = 64;
        string plain = name.Trim();
        return plain.Length is > 0 and <= Longest && plain == name && !name.Any(char.IsControl)
            ? LocalPath.Full(Path.Combine(_folder, Uri.EscapeDataString(name.ToLowerInvariant()).Replace("*", "%2A") + Ending))
            : throw new InvoicingException(ErrorKind.InvalidInput, $"'{name}' is not a valid name of a connection.")
            {
                Advice = FormattableString.Invariant($"Use 1 to {Longest} characters, without blanks at either end and without control characters."),
            };
    }
}
