using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Security;
using Invoicing.Sandbox;

namespace Invoicing.Hosting.Tests.Support;

/// <summary>A sandbox in this process, and the parameters with which Connect-InvoiceProvider reaches it.</summary>
internal sealed class Company : IDisposable
{
    public Company(string provider = "InvoiceXpress", Action<SandboxOptions>? set = null)
    {
        var options = new SandboxOptions { Provider = provider, ClientCount = 3, InvoiceCount = 4, RequestsPerMinute = 0 };
        if (provider == "SalenGo")
        {
            options.Settings = new Dictionary<string, string> { ["RequestsPerDay"] = "0" };
        }

        set?.Invoke(options);
        Server = SandboxServer.Start(options);
    }

    public SandboxServer Server { get; }

    /// <summary>Folder of the journal and of the limits: nothing is left in that of the user.</summary>
    private string State { get; } = Directory.CreateTempSubdirectory("invoicing-company-").FullName;

    /// <summary>Parameters for a session that never waits, save where a test wants it.</summary>
    public Dictionary<string, object> Connect(string? name = null, Uri? address = null)
    {
        var with = new Dictionary<string, object>
        {
            ["Provider"] = Server.Provider,
            ["BaseUri"] = address ?? Server.BaseUri,
            ["Name"] = name ?? Server.Name,
            ["RequestsPerMinute"] = 0,
            ["RequestsPerDay"] = 0,
            ["RetryIntervalSec"] = 0.01,
            ["SettleTimeSec"] = 0.2,
            ["SkipTest"] = true,
            ["StatePath"] = State,
        };
        if (Server.Login is { } login)
        {
            with["Credential"] = new PSCredential(login, Secure(Server.Password!));
        }
        else
        {
            with["Account"] = Server.Account;
            with["ApiKey"] = Secure(Server.ApiKey);
        }

        return with;
    }

    public void Dispose()
    {
        Server.Dispose();
        Directory.Delete(State, recursive: true);
    }

    /// <summary>Text as a secret.</summary>
    public static SecureString Secure(string text)
    {
        var secret = new SecureString();
        foreach (char letter in text)
        {
            secret.AppendChar(letter);
        }

        secret.MakeReadOnly();
        return secret;
    }
}
