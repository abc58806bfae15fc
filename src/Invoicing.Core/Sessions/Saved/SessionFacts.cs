using System.Collections.Generic;
using System.Linq;

namespace Invoicing;

/// <summary>Makes a connection that can be saved of the options of a session. What is as the default is left out, so that a later version can have a better one.</summary>
internal static class SessionFacts
{
    private static readonly ConnectOptions Default = new() { Provider = "", Account = "" };

    public static SavedConnection Of(ConnectOptions options, InvoiceProvider provider) => new()
    {
        Name = options.Account,
        Provider = provider.Name,
        Account = options.Account,
        UserName = options.Credential?.UserName,
        AsSandbox = options.IsSandbox,
        BaseUri = options.BaseUri,
        Setting = options.Settings,
        FieldName = options.FieldNames,
        Proxy = options.Proxy,
        TimeoutSec = (int?)Differing(options.Timeout, Default.Timeout)?.TotalSeconds,
        RequestsPerMinute = options.RequestsPerMinute,
        RequestsPerDay = options.RequestsPerDay,
        MaximumRetryCount = Differing(options.MaximumRetryCount, Default.MaximumRetryCount),
        RetryIntervalSec = Differing(options.RetryInterval, Default.RetryInterval)?.TotalSeconds,
        SettleTimeSec = Differing(options.SettleTime, Default.SettleTime)?.TotalSeconds,
        NoJournal = options.NoJournal,
        StatePath = options.StatePath,
        JournalRetentionDay = (int?)Differing(options.JournalRetention, Default.JournalRetention)?.TotalDays,
    };

    /// <summary>The texts that a person or a script wrote: none of them may hold the secret.</summary>
    public static IEnumerable<(string Where, string Text)> Texts(SavedConnection connection) =>
        new (string Where, string? Text)[]
        {
            ("the name", connection.Name),
            ("the user name", connection.UserName),
            ("the address", connection.BaseUri?.OriginalString),
            ("the address of the proxy", connection.Proxy?.OriginalString),
            ("the name of the vault", connection.Secret?.Vault),
            ("the name of the secret", connection.Secret?.SecretName),
            ("the script", connection.Secret?.SecretScript),
            ("the folder of the journal", connection.StatePath),
        }
        .Concat(connection.Setting.Select(one => ($"the setting {one.Key}", (string?)one.Value)))
        .Concat(connection.FieldName.Select(one => ($"the field name {one.Key}", (string?)one.Value)))
        .Where(one => !string.IsNullOrEmpty(one.Item2))
        .Select(one => (one.Item1, one.Item2!));

    private static T? Differing<T>(T given, T usual)
        where T : struct => given.Equals(usual) ? null : given;
}
