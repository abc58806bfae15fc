using System;
using System.Collections.Generic;
using Invoicing.Sandbox.Core;
using Invoicing.Sandbox.Saft;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>An account: a company with everything that it has at the provider.</summary>
internal sealed class Company
{
    private readonly SandboxHost _host;

    public Company(SandboxHost host, SaftSigner signer, InvoiceXpressSettings settings, AccountRecord account)
    {
        _host = host;
        Signer = signer;
        Settings = settings;
        Account = account;

        // Ids of different things must not be mistaken for one another, in one account or across accounts.
        var first = account.Id * 1000;
        Taxes = new TaxStore(first + 100);
        Sequences = new SequenceStore(first + 500, host.Options.Seed);
        Items = new ItemStore(first * 2);
        Clients = new ClientStore(first * 3);
        Documents = new DocumentStore(first * 10);
        Treasury = new TreasuryStore(this, first * 4);
        Lists = new DocumentLists(this);
        Json = new DocumentJson(settings);
        Jobs = new JobBoard(host.Options.PollsUntilReady);
    }

    public AccountRecord Account { get; }

    public SaftSigner Signer { get; }

    public InvoiceXpressSettings Settings { get; }

    /// <summary>Writes the documents of answers.</summary>
    public DocumentJson Json { get; }

    public TaxStore Taxes { get; }

    public SequenceStore Sequences { get; }

    public ItemStore Items { get; }

    public ClientStore Clients { get; }

    public DocumentStore Documents { get; }

    public TreasuryStore Treasury { get; }

    public DocumentLists Lists { get; }

    public JobBoard Jobs { get; }

    public List<SandboxEmail> Emails { get; } = new();

    /// <summary>Version of the data. It grows with every change, so that cached results can be recognised as stale.</summary>
    public long Version { get; set; }

    public TimeSpan ListDelay => _host.Options.ListDelay;

    public DateTime Now => LisbonTime.From(_host.Options.Now());
}
