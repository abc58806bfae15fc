using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Invoicing.Sandbox;

namespace Invoicing.Commands;

/// <content>The connection and its options: what the command line says goes before what was saved, and that before the default.</content>
public sealed partial class ConnectInvoiceProviderCommand
{
    private string? Folder => StatePath is { } path ? PathOf(path) : null;

    /// <inheritdoc/>
    protected override void Execute()
    {
        // From here on no older session is the default: a script that goes on after an error must not work in another company.
        SessionRegistry.Current.ClearDefault();
        Target = ParameterSetName is AccountSet or CredentialSet ? Account : InputObject?.Name ?? Provider;
        SavedConnection? saved = Saved();
        string provider = saved?.Provider ?? Provider;
        SandboxServer? server = Sandbox || saved is { Sandbox: true } ? SandboxRegistry.Start(() => new SandboxOptions { Provider = provider }) : null;
        InvoiceSession? session = null;
        try
        {
            session = InvoiceSession.Connect(Options(server, saved));
            SessionRegistry.Current.RequireFree(session.Name, Force);
            if (!SkipTest)
            {
                Await(session.TestAsync(Pump, Cancel));
            }

            if (server is not null)
            {
                SandboxRegistry.Own(session, server);
            }

            SessionRegistry.Current.Add(session);
            WriteObject(session);
        }
        catch when (session is null || !SessionRegistry.Current.Sessions.Contains(session))
        {
            session?.Dispose();
            server?.Stop();
            throw;
        }
    }

    /// <summary>The saved connection that is meant; <c>null</c> for a connection with a key, a login or a sandbox.</summary>
    private SavedConnection? Saved()
    {
        if (ParameterSetName != SavedSet)
        {
            return InputObject;
        }

        return Account is null && !InvoiceProvider.All.Any(provider => string.Equals(provider.Name, Provider, StringComparison.OrdinalIgnoreCase))
            ? new SavedConnections(Folder).Get(Provider)
            : throw new InvoicingException(ErrorKind.InvalidInput, $"The connection to {Provider} needs an account and a key or a login.")
            {
                Advice = "Use -Account with -ApiKey (Get-Secret NAME), -Credential, or -Sandbox; or give the name of a saved connection alone.",
            };
    }

    private ConnectOptions Options(SandboxServer? server, SavedConnection? saved)
    {
        SavedSecretReader? secret = server is null && saved is not null ? new SavedSecretReader(InvokeCommand, saved) : null;
        return new ConnectOptions
        {
            Provider = server?.Provider ?? saved?.Provider ?? Provider,
            Account = server?.Account ?? saved?.Account ?? Account ?? Credential?.UserName ?? "",
            ApiKey = server is not null ? SecretTransformationAttribute.Secure(server.ApiKey) : secret is not null ? secret.Key : ApiKey,
            Credential = secret is not null ? secret.Login : Credential?.GetNetworkCredential(),
            Settings = Merged(saved?.Setting, Setting),
            FieldNames = Merged(saved?.FieldName, FieldName),
            BaseUri = server?.BaseUri ?? BaseUri ?? saved?.BaseUri,
            IsSandbox = server is not null || Pick(nameof(AsSandbox), AsSandbox.IsPresent, saved?.AsSandbox) || SandboxRegistry.IsAt(BaseUri ?? saved?.BaseUri),
            Name = Name ?? saved?.Name ?? server?.Name,
            Timeout = TimeSpan.FromSeconds(Pick(nameof(TimeoutSec), TimeoutSec, saved?.TimeoutSec)),
            Proxy = Proxy ?? saved?.Proxy,
            ProxyCredential = ProxyCredential?.GetNetworkCredential(),
            RequestsPerMinute = RequestsPerMinute ?? saved?.RequestsPerMinute,
            RequestsPerDay = RequestsPerDay ?? saved?.RequestsPerDay,
            MaximumRetryCount = Pick(nameof(MaximumRetryCount), MaximumRetryCount, saved?.MaximumRetryCount),
            RetryInterval = TimeSpan.FromSeconds(Pick(nameof(RetryIntervalSec), RetryIntervalSec, saved?.RetryIntervalSec)),
            SettleTime = TimeSpan.FromSeconds(Pick(nameof(SettleTimeSec), SettleTimeSec, saved?.SettleTimeSec)),
            NoJournal = Pick(nameof(NoJournal), NoJournal.IsPresent, saved?.NoJournal),
            StatePath = Folder is { } folder ? FolderAt(folder) : saved?.StatePath,
            JournalRetention = TimeSpan.FromDays(Pick(nameof(JournalRetentionDay), JournalRetentionDay, saved?.JournalRetentionDay)),
        };
    }

    /// <summary>A value of the command line, unless only the saved connection has one.</summary>
    private T Pick<T>(string parameter, T given, T? saved)
        where T : struct => saved is { } kept && !MyInvocation.BoundParameters.ContainsKey(parameter) ? kept : given;

    private static IReadOnlyDictionary<string, string> Merged(IReadOnlyDictionary<string, string>? saved, IDictionary? given)
    {
        Dictionary<string, string> texts = InputValue.Texts(given);
        foreach (KeyValuePair<string, string> one in saved ?? new Dictionary<string, string>())
        {
            if (!texts.ContainsKey(one.Key))
            {
                texts.Add(one.Key, one.Value);
            }
        }

        return texts;
    }

    /// <summary>A folder that somebody names is made at once: a journal that cannot be kept is told before the first invoice.</summary>
    private static string FolderAt(string path)
    {
        try
        {
            return Directory.CreateDirectory(path).FullName;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvoicingException(ErrorKind.FileFailed, $"The folder '{path}' of the journal cannot be made: {fault.Message}", fault);
        }
    }
}
