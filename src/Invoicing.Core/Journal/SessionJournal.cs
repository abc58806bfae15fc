using System;

namespace Invoicing.Journal;

/// <summary>The journal as one session writes it.</summary>
internal sealed class SessionJournal
{
    private readonly Func<DateTimeOffset> _now;

    /// <param name="account">The journal of the account.</param>
    /// <param name="session">Name of the session.</param>
    /// <param name="provider">Name of the provider.</param>
    /// <param name="accountName">Name of the account.</param>
    /// <param name="now">The time of day.</param>
    public SessionJournal(ChangeJournal account, string session, string provider, string accountName, Func<DateTimeOffset> now)
    {
        Journal = account;
        Session = session;
        Provider = provider;
        Account = accountName;
        _now = now;
    }

    public ChangeJournal Journal { get; }

    public string Session { get; }

    public string Provider { get; }

    public string Account { get; }

    public DateTimeOffset Now => _now();
}
