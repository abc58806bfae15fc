using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Invoicing.Shared;

namespace Invoicing.Banking;

/// <summary>A bank file on disk: itself, or a ZIP with several.</summary>
internal sealed class BankFile : IDisposable
{
    /// <summary>Most files that a ZIP may hold.</summary>
    internal const int MaxParts = 1000;

    private readonly FileStream _stream;
    private readonly ZipArchive? _archive;

    private BankFile(FileStream stream)
    {
        _stream = stream;
        if (!IsZip(stream))
        {
            return;
        }

        try
        {
            _archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException damaged)
        {
            stream.Dispose();
            throw Damaged(damaged);
        }
    }

    public static BankFile Open(string path) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan));

    /// <summary>The files inside, in the order of their names; the file itself where it is no ZIP.</summary>
    /// <exception cref="InvoicingException">The ZIP is empty, or holds too much.</exception>
    public IEnumerable<BankPart> Parts()
    {
        if (_archive is null)
        {
            return [new BankPart(null, () =>
            {
                _stream.Position = 0;
                return new LimitedPart(_stream, long.MaxValue, leaveOpen: true);
            })];
        }

        ZipArchiveEntry[] entries = [.. _archive.Entries.Where(IsFile).OrderBy(entry => entry.FullName, StringComparer.Ordinal)];
        return entries.Length switch
        {
            0 => throw BankFault.Of(0, "the ZIP holds no file"),
            > MaxParts => throw BankFault.Of(0, $"the ZIP holds {entries.Length} files; more than {MaxParts} are not read"),
            _ => entries.Select(entry => new BankPart(entry.FullName, () => Open(entry))),
        };
    }

    public void Dispose()
    {
        _archive?.Dispose();
        _stream.Dispose();
    }

    internal static InvoicingException Damaged(Exception fault) =>
        new(ErrorKind.InvalidFile, "The ZIP is damaged, encrypted or was not downloaded to its end.", fault) { Advice = "Get the file from the bank again, or unpack it first." };

    private static Stream Open(ZipArchiveEntry entry) => new LimitedPart(entry.Open(), LimitedPart.Limit, leaveOpen: false);

    private static bool IsFile(ZipArchiveEntry entry) => entry.Name.Length > 0 && ZipFacts.IsContent(entry);

    private static bool IsZip(Stream stream)
    {
        byte[] head = new byte[4];
        int count = stream.Read(head, 0, 4);
        stream.Position = 0;
        return ZipFacts.IsZip(head, count);
    }
}

/// <summary>One file of a <see cref="BankFile"/>.</summary>
internal sealed class BankPart
{
    private readonly string? _name;
    private readonly Func<Stream> _open;

    public BankPart(string? name, Func<Stream> open)
    {
        _name = name;
        _open = open;
    }

    public Stream Open()
    {
        try
        {
            return _open();
        }
        catch (InvalidDataException damaged)
        {
            throw BankFile.Damaged(damaged);
        }
    }

    public InvoicingException Fault(string what) => Named(BankFault.Of(0, what));

    /// <summary>Does one step of the reading. Its error names the file inside the ZIP.</summary>
    public bool Guard(Func<bool> step)
    {
        try
        {
            return step();
        }
        catch (InvalidDataException damaged)
        {
            throw Named(BankFile.Damaged(damaged));
        }
        catch (InvoicingException fault) when (_name is not null)
        {
            throw Named(fault);
        }
    }

    private InvoicingException Named(InvoicingException fault) =>
        _name is null ? fault : new InvoicingException(fault.Kind, $"'{_name}' in the ZIP: {fault.Message}", fault) { Advice = fault.Advice };
}
