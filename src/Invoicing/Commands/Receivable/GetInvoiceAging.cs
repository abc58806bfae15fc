using System;
using System.Collections.Generic;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Adds up open documents by client and currency, in columns by the days since they were due.</summary>
[Cmdlet(VerbsCommon.Get, "InvoiceAging", DefaultParameterSetName = FilterSet)]
[OutputType(typeof(ReceivableAging))]
public sealed class GetInvoiceAgingCommand : ConnectorCmdlet<IInvoiceReader>
{
    private const string FilterSet = "Filter";

    private readonly List<Receivable> _open = [];

    /// <summary>Only these clients: objects, codes, tax numbers, names or ids. Wildcards are allowed in names.</summary>
    [Parameter(ParameterSetName = FilterSet, Position = 0)]
    [ClientTransformation(Now = true, Many = true)]
    [SupportsWildcards]
    [Completes]
    public ClientIdentity[]? Client { get; set; }

    /// <summary>A client from the pipeline.</summary>
    [Parameter(ParameterSetName = FilterSet, ValueFromPipeline = true, DontShow = true)]
    [ObjectTransformation(typeof(Client))]
    public Client? ClientObject { get; set; }

    /// <summary>Open documents of Get-InvoiceReceivable. Nothing is asked of the provider.</summary>
    [Parameter(ParameterSetName = nameof(Receivable), Mandatory = true, ValueFromPipeline = true)]
    [ObjectTransformation(typeof(Receivable), Many = true)]
    public Receivable[] Receivable { get; set; } = [];

    /// <summary>The day for which amounts and days are told. Default: today. For an earlier day, the payments since are added back.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? AsOf { get; set; }

    /// <summary>Payment term in days for documents without a due date. Without it, they stand in a column of their own, NoDueDate.</summary>
    [Parameter(ParameterSetName = FilterSet)]
    [ValidateRange(0, 3650)]
    [CountTransformation(Now = true)]
    [Completes]
    public int? PaymentDays { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        if (ParameterSetName == nameof(Receivable))
        {
            _open.AddRange(Receivable);
            return;
        }

        foreach (Client? client in ClientsOrAll(Client, ClientObject))
        {
            var query = new ReceivableQuery { ClientId = client?.Id, AsOf = AsOf, PaymentDays = PaymentDays };
            _open.AddRange(Await(Records(OwnOrNone(client)).Receivables.ListAsync(query).ToListAsync(Cancel)));
        }
    }

    /// <inheritdoc/>
    protected override void End() => WriteObject(ReceivableAging.Of(_open), enumerateCollection: true);
}
