using System;
using System.IO;

namespace Invoicing;

/// <summary>The folder of what processes know together of an account: its journal, the use of its rate limits, and saved connections.</summary>
internal static class StateFolder
{
    /// <summary>The data folder of the user.</summary>
    public static readonly string OfUser = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } own ? own : Path.GetTempPath(),
        "Invoicing");

    /// <summary>The folder of a session; <c>null</c> to keep the state in the memory of this process.</summary>
    public static string? Of(ConnectOptions options) => options.StatePath ?? (options.IsSandbox ? null : OfUser);
}
