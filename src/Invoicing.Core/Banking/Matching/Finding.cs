using System.Collections.Generic;

namespace Invoicing.Banking;

/// <summary>One reading of an entry: the documents that it pays, or those between which it does not decide.</summary>
internal sealed class Finding
{
    private Finding(ProposalState state, PaymentConfidence confidence, IReadOnlyList<OpenDocument> documents, IReadOnlyList<string> reasons)
    {
        State = state;
        Confidence = confidence;
        Documents = documents;
        Reasons = reasons;
    }

    public ProposalState State { get; }

    public PaymentConfidence Confidence { get; }

    /// <summary>The documents that are paid, in the order in which the money is given to them; the candidates where nothing is paid.</summary>
    public IReadOnlyList<OpenDocument> Documents { get; }

    public IReadOnlyList<string> Reasons { get; }

    public static Finding Pays(PaymentConfidence confidence, IReadOnlyList<OpenDocument> documents, params string[] reasons) =>
        new(ProposalState.Matched, confidence, documents, reasons);

    public static Finding Ambiguous(IReadOnlyList<OpenDocument> candidates, params string[] reasons) =>
        new(ProposalState.Ambiguous, PaymentConfidence.None, candidates, reasons);

    public static Finding None(IReadOnlyList<OpenDocument> candidates, params string[] reasons) =>
        new(ProposalState.Unmatched, PaymentConfidence.None, candidates, reasons);
}
