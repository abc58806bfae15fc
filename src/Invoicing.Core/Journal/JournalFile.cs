using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Newtonsoft.Json.Linq;

namespace Invoicing.Journal;

/// <summary>
/// The lines of one account's journal, in a file that one process at a time has open. The system unlocks it when a process ends, however it
/// ends. Where the file cannot be used, or there is none, the lines are in the memory of this process.
/// </summary>
internal sealed class JournalFile
{
    private const int ReadAtOnce = 1 << 16;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestFile = TimeSpan.FromDays(92);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string? _path;
    private readonly TimeSpan _retention;
    private readonly List<string> _memory = [];
    private string? _first;
    private string _last = "";
    private long _read;

    /// <param name="path">The file; <c>null</c> for the memory of this process.</param>
    /// <param name="retention">Age at which full files are deleted.</param>
    public JournalFile(string? path, TimeSpan retention)
    {
        _path = path;
        _retention = retention;
    }

    /// <summary>Size at which another file begins.</summary>
    public static long LongestLength { get; set; } = 16L << 20;

    public string? Path => _path;

    /// <summary>The reason why the file is not used any more.</summary>
    public string? Failure { get; private set; }

    private bool IsMemory => _path is null || Failure is not null;

    /// <summary>Runs an action while no other process reads or writes the file.</summary>
    /// <param name="take">Takes each line that is new to this object.</param>
    /// <param name="forget">Called before lines that were taken are read anew.</param>
    /// <param name="work">The action; it gets what appends a line.</param>
    public T Use<T>(Action<string> take, Action forget, Func<Action<JObject>, T> work)
    {
        if (!IsMemory)
        {
            FileStream? file = null;
            try
            {
                file = Open();
                ReadNew(file, take, forget);
            }
            catch (Exception fault) when (IsOfTheDisk(fault))
            {
                file?.Dispose();
                Fail(fault);
            }

            if (!IsMemory)
            {
                using (file)
                {
                    return work(line => Append(file!, line, take));
                }
            }
        }

        return work(line => Remember(line, take));
    }

    /// <summary>Begins another file if this one is full or old, and takes what is in doubt along.</summary>
    public void Rotate(DateTimeOffset now, Func<IEnumerable<JournalEntry>> open, Action<string> take, Action forget)
    {
        if (IsMemory || !IsFull(now))
        {
            return;
        }

        try
        {
            using FileStream file = Open();
            ReadNew(file, take, forget);
            if (!IsFull(now))
            {
                return;
            }

            // The copy is made while the file is locked; a rename would leave others with the old one.
            JObject[] lines = [.. open().SelectMany(JournalLine.Of)];
            using (FileStream copy = File.Create(ArchiveAt(now)))
            {
                file.Position = 0;
                file.CopyTo(copy);
            }

            file.SetLength(0);
            _first = null;
            _read = 0;
            forget();
            foreach (JObject line in lines)
            {
                Append(file, line, take, now);
            }

            SweepOut();
        }
        catch (Exception fault) when (IsOfTheDisk(fault))
        {
            Fail(fault);
        }
    }

    /// <summary>Every line that there is, oldest file first, with the file that it is in.</summary>
    public IReadOnlyList<(string File, string Line)> ReadAll()
    {
        if (IsMemory)
        {
            return [.. _memory.Select(line => ("memory", line))];
        }

        try
        {
            var lines = new List<(string File, string Line)>();
            foreach (string archive in Archives())
            {
                lines.AddRange(File.ReadAllLines(archive, Utf8).Select(line => (archive, line)));
            }

            using FileStream file = Open();
            using var reader = new StreamReader(file, Utf8);
            while (reader.ReadLine() is { } line)
            {
                lines.Add((_path!, line));
            }

            return lines;
        }
        catch (Exception fault) when (IsOfTheDisk(fault))
        {
            Fail(fault);
            return [];
        }
    }

    private static bool IsOfTheDisk(Exception fault) =>
        fault is IOException or UnauthorizedAccessException or System.Security.SecurityException or NotSupportedException or ArgumentException;

    private void Fail(Exception fault) => Failure ??= fault.Message;

    private FileStream Open()
    {
        var watch = Stopwatch.StartNew();
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_path!)!);
        for (int pause = 1; ; pause = Math.Min(pause * 2, 20))
        {
            try
            {
                return new FileStream(_path!, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, ReadAtOnce);
            }
            catch (IOException) when (watch.Elapsed < LongestWait)
            {
                // Another process has the file for a moment.
                Thread.Sleep(pause);
            }
        }
    }

    private void ReadNew(FileStream file, Action<string> take, Action forget)
    {
        string? first = FirstLine(file);
        if (first != _first || file.Length < _read)
        {
            forget();
            _read = 0;
            _last = "";
            _first = first;
        }

        file.Position = _read;
        byte[] bytes = new byte[file.Length - _read];
        int length = 0;
        for (int read; length < bytes.Length && (read = file.Read(bytes, length, bytes.Length - length)) > 0; length += read)
        {
        }

        if (length > 0 && bytes[length - 1] != '\n')
        {
            // A process was killed while it wrote: its line is closed, so that the next one is whole.
            file.WriteByte((byte)'\n');
            file.Flush();
            length++;
            Array.Resize(ref bytes, length);
            bytes[length - 1] = (byte)'\n';
        }

        _read += length;
        foreach (string line in Utf8.GetString(bytes, 0, length).Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            _last = JournalLine.HashOf(line);
            take(line);
        }
    }

    private static string? FirstLine(FileStream file)
    {
        const int Enough = 128;
        byte[] bytes = new byte[Enough];
        file.Position = 0;
        int length = file.Read(bytes, 0, Enough);
        return length > 0 ? Utf8.GetString(bytes, 0, length) : null;
    }

    private void Append(FileStream file, JObject line, Action<string> take, DateTimeOffset? now = null)
    {
        if (IsMemory)
        {
            Remember(line, take);
            return;
        }

        try
        {
            if (_read == 0)
            {
                Write(file, JournalLine.Seal(JournalLine.OpenedAt(now ?? JournalLine.Time(line, "time")), _last));
                _first = FirstLine(file);
            }

            string text = JournalLine.Seal(line, _last);
            Write(file, text);
            take(text);
        }
        catch (Exception fault) when (IsOfTheDisk(fault))
        {
            Fail(fault);
            Remember(line, take);
        }
    }

    private void Write(FileStream file, string text)
    {
        byte[] bytes = Utf8.GetBytes(text + "\n");
        file.Position = _read;
        file.Write(bytes, 0, bytes.Length);
        file.Flush();
        _read += bytes.Length;
        _last = JournalLine.HashOf(text);
    }

    private void Remember(JObject line, Action<string> take)
    {
        string text = JournalLine.Seal(line, _memory.Count > 0 ? JournalLine.HashOf(_memory[_memory.Count - 1]) : "");
        _memory.Add(text);
        take(text);
    }

    private bool IsFull(DateTimeOffset now) =>
        _read > LongestLength
        || (_first?.IndexOf("\"time\":\"", StringComparison.Ordinal) is > 0 and int at
            && DateTime.TryParseExact(
                _first.Substring(at + 8, Math.Min(10, _first.Length - at - 8)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            && now.UtcDateTime - day > LongestFile);

    private string ArchiveAt(DateTimeOffset now)
    {
        string stem = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(_path!)!, System.IO.Path.GetFileNameWithoutExtension(_path!));
        for (int number = 1; ; number++)
        {
            string path = FormattableString.Invariant($"{stem}.{now.UtcDateTime:yyyyMMdd}-{number:0000}.jsonl");
            if (!File.Exists(path))
            {
                return path;
            }
        }
    }

    private IEnumerable<string> Archives() => Directory
        .GetFiles(System.IO.Path.GetDirectoryName(_path!)!, System.IO.Path.GetFileNameWithoutExtension(_path!) + ".*-*.jsonl")
        .OrderBy(file => file, StringComparer.Ordinal);

    private void SweepOut()
    {
        foreach (string old in Archives().Where(file => DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > _retention))
        {
            File.Delete(old);
        }
    }
}
