using System;
using System.ComponentModel;
using System.Diagnostics;

namespace Invoicing.Journal;

/// <summary>This process, and whether another one that began a change still runs.</summary>
internal static class OwnProcess
{
    /// <summary>Time that a change on another machine may take: its process cannot be seen from here.</summary>
    private static readonly TimeSpan LongestElsewhere = TimeSpan.FromMinutes(10);

    static OwnProcess()
    {
        using var own = Process.GetCurrentProcess();
        Id = own.Id;
        Start = own.StartTime.ToUniversalTime();
    }

    public static int Id { get; }

    public static DateTime Start { get; }

    public static bool IsAlive(JournalEntry entry, DateTimeOffset now)
    {
        if (entry.Machine != Environment.MachineName)
        {
            return now - entry.Time < LongestElsewhere;
        }

        try
        {
            using var other = Process.GetProcessById(entry.Process);

            // Linux computes the start from the time since boot, so it differs a little each time.
            return (other.StartTime.ToUniversalTime() - entry.ProcessStart).Duration() < TimeSpan.FromSeconds(2);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (Win32Exception)
        {
            // A process of another user, which may be seen and not asked.
            return now - entry.Time < LongestElsewhere;
        }
    }
}
