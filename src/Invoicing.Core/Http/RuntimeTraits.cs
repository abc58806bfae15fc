using System;
using System.Net;
using System.Runtime.InteropServices;
using System.Security.Authentication;

namespace Invoicing.Http;

/// <summary>Facts about the .NET runtime that requests and files depend on. A test injects those of another runtime.</summary>
internal sealed class RuntimeTraits
{
    /// <summary>The longest path of a program that does not opt in to long ones; Windows PowerShell does not.</summary>
    private const int FrameworkPathLength = 259;

    /// <summary>The first Windows whose own default includes TLS 1.2 (Windows 8, Windows Server 2012).</summary>
    private static readonly Version FirstWithTls12 = new(6, 2);

    /// <summary>This runtime. Read for every session, since a script may change the default of its process.</summary>
    public static RuntimeTraits Current => RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal)
        ? NetFramework(ServicePointManager.SecurityProtocol, Environment.OSVersion.Version)
        : new RuntimeTraits { HasWindowsFiles = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) };

    /// <summary>HttpWebRequest, which is below HttpClient in .NET Framework, refuses a GET with a body.</summary>
    public bool SendsBodyWithGet { get; init; } = true;

    /// <summary>The protocols that our handler asks for; <c>None</c> leaves the choice to the process and the system.</summary>
    public SslProtocols Tls { get; init; } = SslProtocols.None;

    /// <summary>The file system has the rules of Windows for names.</summary>
    public bool HasWindowsFiles { get; init; }

    public int LongestPath { get; init; } = short.MaxValue;

    /// <summary>The traits of .NET Framework on Windows.</summary>
    /// <param name="processDefault">The protocols that the process allows.</param>
    /// <param name="windows">The version of Windows, which chooses where the process does not.</param>
    public static RuntimeTraits NetFramework(SecurityProtocolType processDefault, Version windows) => new()
    {
        SendsBodyWithGet = false,
        Tls = AllowsOldProtocols(processDefault, windows) ? SslProtocols.Tls12 : SslProtocols.None,
        HasWindowsFiles = true,
        LongestPath = FrameworkPathLength,
    };

    private static bool AllowsOldProtocols(SecurityProtocolType allowed, Version windows)
    {
        // netstandard2.0 has no names for 0, which leaves the choice to Windows, and for 48, which is SSL 3.
        const SecurityProtocolType old = SecurityProtocolType.Tls | SecurityProtocolType.Tls11 | (SecurityProtocolType)48;
        return allowed == 0 ? windows < FirstWithTls12 : (allowed & old) != 0;
    }
}
