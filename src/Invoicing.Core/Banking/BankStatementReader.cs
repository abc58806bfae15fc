using System.Collections.Generic;
using System.IO;
using System.Threading;
using Invoicing.Banking;

namespace Invoicing;

/// <summary>
/// Reads bank files: ISO 20022 (camt.053 and camt.054, versions 02 to 10), MT940 and Norma 43, also inside a ZIP. A file is read twice: the
/// first time checks it to its end, so that nothing comes out of a file that is cut or whose balances are wrong, and the second time hands out
/// one entry at a time.
/// </summary>
public static class BankStatementReader
{
    /// <summary>Finds the format of a file from its first bytes; of a ZIP, that of its first file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The format, or <c>null</c> if it is none of those that this class reads.</returns>
    public static BankFormat? DetectFormat(string path)
    {
        using var file = BankFile.Open(path);
        foreach (BankPart part in file.Parts())
        {
            using Stream stream = part.Open();
            return BankHead.Read(stream).Format;
        }

        return null;
    }

    /// <summary>Reads a file. It is checked as a whole before the first entry is given.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Options; <c>null</c> for the usual ones.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The booked entries in the order of the file, read while they are taken.</returns>
    /// <exception cref="InvoicingException">The file is cut, malformed or of another format, or its balances do not agree (<see cref="ErrorKind.InvalidFile"/>).</exception>
    public static IEnumerable<BankEntry> Read(string path, BankStatementOptions? options = null, CancellationToken cancellationToken = default)
    {
        BankStatementOptions chosen = options ?? new BankStatementOptions();
        string full = Path.GetFullPath(path);
        foreach (BankEntry _ in Entries(full, chosen, cancellationToken))
        {
        }

        return Entries(full, chosen, cancellationToken);
    }

    private static IEnumerable<BankEntry> Entries(string path, BankStatementOptions options, CancellationToken cancel)
    {
        using var file = BankFile.Open(path);
        var ids = new BankEntryIds();
        foreach (BankPart part in file.Parts())
        {
            using Stream stream = part.Open();
            var head = BankHead.Read(stream);
            if (head.HasDocumentType)
            {
                throw part.Fault("it has a document type (DTD), which no bank file needs and which is refused");
            }

            IEnumerable<BankEntry> entries = head.Format switch
            {
                BankFormat.Camt053 or BankFormat.Camt054 => new CamtReader(options).Read(head.Xml(options.Encoding)),
                BankFormat.Mt940 => new Mt940Reader(options).Read(head.Lines(options.Encoding)),
                BankFormat.Norma43 => new Norma43Reader(options).Read(head.Lines(options.Encoding)),
                _ => throw part.Fault("it is no bank file that can be read: camt.053, camt.054, MT940 or Norma 43"),
            };
            using IEnumerator<BankEntry> each = entries.GetEnumerator();
            while (part.Guard(each.MoveNext))
            {
                cancel.ThrowIfCancellationRequested();
                BankEntry entry = each.Current;
                entry.Path = path;
                ids.Give(entry);
                yield return entry;
            }
        }
    }
}
