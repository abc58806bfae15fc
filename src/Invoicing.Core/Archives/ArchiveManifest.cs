using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Invoicing.Journal;
using Newtonsoft.Json.Linq;

namespace Invoicing.Archives;

/// <summary>
/// The manifest of an archive: lines that are only ever appended, each sealed with its own hash and that of the line before. A file is written before
/// its line, so the manifest never tells of a file that is not whole; a line that a kill cut short is dropped by the next export.
/// </summary>
internal sealed class ArchiveManifest
{
    public const string FileName = "manifest.jsonl";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Dictionary<(string Kind, string Id, ArchiveRole Role), ArchiveFile> _files = [];
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];

    private ArchiveManifest(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>The first line; <c>null</c> if there is none that can be read.</summary>
    public JObject? Head { get; private set; }

    /// <summary>The begin of the last export.</summary>
    public JObject? LastBegin { get; private set; }

    /// <summary>The end of the last export; <c>null</c> if it did not get there.</summary>
    public JObject? LastEnd { get; private set; }

    public IReadOnlyCollection<ArchiveFile> Files => _files.Values;

    /// <summary>Paths of files that others took the place of.</summary>
    public IReadOnlyCollection<string> Left => _left;

    /// <summary>Lines that were changed or taken away, or cannot be read.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Number of lines.</summary>
    public int Lines { get; private set; }

    /// <summary>Hash of the last line.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Length of the whole lines in bytes.</summary>
    public long Length { get; private set; }

    public static string PathIn(string folder) => Path.Combine(folder, FileName);

    /// <summary>Reads the manifest of a folder.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ArchiveManifest Read(string folder)
    {
        var manifest = new ArchiveManifest(folder);
        byte[] bytes;
        using (var file = new FileStream(PathIn(folder), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            bytes = new byte[file.Length];
            int length = 0;
            for (int read; length < bytes.Length && (read = file.Read(bytes, length, bytes.Length - length)) > 0; length += read)
            {
            }
        }

        manifest.Length = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        foreach (string line in Utf8.GetString(bytes, 0, (int)manifest.Length).Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            manifest.Take(line);
        }

        return manifest;
    }

    /// <summary>The manifest of a folder without one.</summary>
    public static ArchiveManifest Empty(string folder) => new(folder);

    public ArchiveFile? Find(string kind, string id, ArchiveRole role) => _files.TryGetValue((kind, id, role), out ArchiveFile? file) ? file : null;

    /// <summary>Makes the text of the next line, and takes it.</summary>
    public string Add(JObject line)
    {
        string text = JournalLine.Seal(line, Last);
        Take(text);
        return text;
    }

    private void Take(string text)
    {
        Lines++;
        if (JournalLine.Fault(text, Last) is { } fault)
        {
            _faults.Add($"line {Lines}: {fault}");
        }

        Last = JournalLine.HashOf(text);
        if (JournalLine.Parse(text) is { } line)
        {
            Take(line);
        }
    }

    private void Take(JObject line)
    {
        switch (ArchiveLine.NameOf(line))
        {
            case ArchiveLine.Archive:
                Head ??= line;
                break;
            case ArchiveLine.Begin:
                (LastBegin, LastEnd) = (line, null);
                break;
            case ArchiveLine.End:
                LastEnd = line;
                break;
            case ArchiveLine.File when ArchiveLine.ReadFile(line) is { } file:
                Take(file);
                break;
            case ArchiveLine.Gone:
                foreach (ArchiveRole role in Enum.GetValues(typeof(ArchiveRole)).Cast<ArchiveRole>())
                {
                    if (Find(JournalLine.Text(line, "kind") ?? "", JournalLine.Text(line, "id") ?? "", role) is { } gone)
                    {
                        gone.IsGone = true;
                    }
                }

                break;
        }
    }

    private void Take(ArchiveFile file)
    {
        if (_files.TryGetValue(file.Key, out ArchiveFile? before) && before.Path is { } path && path != file.Path)
        {
            _left.Add(path);
        }

        _files[file.Key] = file;
        if (file.Path is not null)
        {
            _left.Remove(file.Path);
        }
    }
}
