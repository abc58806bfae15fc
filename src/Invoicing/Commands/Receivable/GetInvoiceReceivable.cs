using System;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// Gets open documents: what clients owe, and credit notes, which are negative. Drafts, cancelled documents, quotes, proformas, guides and purchases
/// are left out.
/// </summary>
[Cmdlet(VerbsCommon.Get, "InvoiceReceivable")]
[OutputType(typeof(Receivable))]
public sealed class GetInvoiceReceivableCommand : ConnectorCmdlet<IInvoiceReader>
{
    /// <summary>Only documents of these clients: objects, codes, tax numbers, names or ids. Wildcards are allowed in names.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ClientTransformation(Now = true, Many = true)]
    [SupportsWildcards]
    [Completes]
    public ClientIdentity[]? Client { get; set; }

    /// <summary>
    /// The day for which amounts and days are told. Default: today. For an earlier day, the payments since are added back, as far as the provider
    /// tells them.
    /// </summary>
    [Parameter]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? AsOf { get; set; }

    /// <summary>Only what is overdue. Credit notes and documents without a due date are left out.</summary>
    [Parameter]
    public SwitchParameter Overdue { get; set; }

    /// <summary>Payment term in days for documents without a due date. Without it, nobody can say how long they are overdue.</summary>
    [Parameter]
    [ValidateRange(0, 3650)]
    [CountTransformation(Now = true)]
    [Completes]
    public int? PaymentDays { get; set; }

    /// <summary>Rows per request. Default: the largest page that the provider documents.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [CountTransformation(Now = true)]
    [Completes]
    public int? PageSize { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        foreach (Client? client in ClientsOrAll(Client))
        {
            WriteListing(Records(OwnOrNone(client)).Receivables.ListAsync(Query(client?.Id)), "open documents");
        }
    }

    private ReceivableQuery Query(string? clientId) => new()
    {
        ClientId = clientId, AsOf = AsOf, OverdueOnly = Overdue, PaymentDays = PaymentDays, PageSize = PageSize,
    };
}
