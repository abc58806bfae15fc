using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;

namespace Invoicing.Http;

/// <summary>
/// Stores request times in a small file, for all processes of this user. The system unlocks it when a process ends, however it ends. A file
/// that is not readable counts as empty, and one that cannot be opened is ignored: being too fast ends in a wait that the provider
/// requests, which is better than an error.
/// </summary>
internal sealed class FileLedger : RequestLedger
{
    private const int Tries = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Time during which a file that could not be used is left alone, so that not every request waits for it.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Stale = TimeSpan.FromHours(25);

    private readonly string _path;
    private readonly MemoryLedger _instead = new();
    private readonly Stopwatch _resting = new();

    public FileLedger(string path) => _path = path;

    /// <summary>The file of an account. Its name does not reveal the account.</summary>
    /// <param name="account">Key of the account.</param>
    /// <param name="folder">Folder of the state of accounts.</param>
    public static FileLedger For(string account, string folder)
    {
        string limits = Path.Combine(folder, "limits");
        using var sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(Encoding.UTF8.GetBytes(account.ToUpperInvariant()));
        string name = string.Concat(hash.Take(16).Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
        SweepOut(limits);
        return new FileLedger(Path.Combine(limits, name + ".times"));
    }

    public override T Use<T>(Func<RequestTimes, T> work)
    {
        if (_resting.IsRunning && _resting.Elapsed < Rest)
        {
            return _instead.Use(work);
        }

        using FileStream? file = Open();
        RequestTimes? times = file is null ? null : TryRead(file);
        if (times is null)
        {
            _resting.Restart();
            return _instead.Use(work);
        }

        T result = work(times);
        try
        {
            Write(file!, times);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            // A full disk: the limits hold within this process until it has room again.
            _resting.Restart();
        }

        return result;
    }

    private static RequestTimes? TryRead(FileStream file)
    {
        try
        {
            return Read(file);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static RequestTimes Read(FileStream file)
    {
        var done = new List<long>();
        var underWay = new List<long>();
        byte[] bytes = new byte[file.Length];
        int length = 0;
        for (int read; length < bytes.Length && (read = file.Read(bytes, length, bytes.Length - length)) > 0; length += read)
        {
        }

        // A request in progress is written as a negative time.
        for (int at = 0; at + sizeof(long) <= length; at += sizeof(long))
        {
            long time = BitConverter.ToInt64(bytes, at);
            if (time == long.MinValue || Math.Abs(time) > DateTime.MaxValue.Ticks || (time > 0 && done.Count > 0 && time < done[done.Count - 1]))
            {
                return new RequestTimes();
            }

            (time > 0 ? done : underWay).Add(Math.Abs(time));
        }

        return length % sizeof(long) == 0 ? new RequestTimes(done, underWay) : new RequestTimes();
    }

    private static void Write(FileStream file, RequestTimes times)
    {
        long[] all = [.. times.Done, .. times.UnderWay.Select(time => -time)];
        byte[] bytes = new byte[all.Length * sizeof(long)];
        Buffer.BlockCopy(all, 0, bytes, 0, bytes.Length);
        file.Position = 0;
        file.Write(bytes, 0, bytes.Length);
        file.SetLength(bytes.Length);
    }

    private FileStream? Open()
    {
        for (int attempt = 0; attempt < Tries; attempt++)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
                return new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Another process holds the file for a moment.
                Thread.Sleep(Pause);
            }
            catch (UnauthorizedAccessException)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Deletes files that were not written for a day, the longest window.</summary>
    private static void SweepOut(string folder)
    {
        try
        {
            foreach (string file in Directory.GetFiles(folder, "*.times").Where(file => DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > Stale))
            {
                File.Delete(file);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The next run retries it.
        }
    }
}
