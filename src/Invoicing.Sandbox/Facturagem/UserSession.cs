using System;
using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>
/// The one user and their key. Logging in again gives the same key while it is alive; ending the session kills it for everybody. [official]
/// It is alive from the start, as for those who are given a ready key.
/// </summary>
internal sealed class UserSession : IPasswordLogin
{
    private readonly SandboxHost _host;
    private readonly TimeSpan _lifetime;
    private int _generation;
    private DateTimeOffset _begun;
    private bool _isEnded;

    public UserSession(SandboxHost host, int minutes)
    {
        _host = host;
        _lifetime = minutes == 0 ? TimeSpan.MaxValue : TimeSpan.FromMinutes(minutes);
        Password = "clave-" + host.Secret(12, 0x70617373);
        Begin();
    }

    public long UserId => 52;

    public string Login => "ana@example.com";

    public string Password { get; }

    /// <summary>The latest key, alive or not.</summary>
    public string Key { get; private set; } = "";

    public bool IsAlive(string? key) => key == Key && !_isEnded && _host.Options.Now() - _begun < _lifetime;

    /// <summary>The key, or null when the login or the password is wrong.</summary>
    public string? Open(string? login, string? password)
    {
        if (login != Login || password != Password)
        {
            return null;
        }

        if (!IsAlive(Key))
        {
            Begin();
        }

        return Key;
    }

    public void End() => _isEnded = true;

    private void Begin()
    {
        Key = _host.Secret(40, 0x6B6579, _generation++);
        _begun = _host.Options.Now();
        _isEnded = false;
    }
}
