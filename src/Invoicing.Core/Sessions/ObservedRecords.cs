using Invoicing.Http;

namespace Invoicing;

/// <summary>The records of an account, with an observer that hears of every request, wait and warning.</summary>
internal sealed class ObservedRecords : AccountRecords
{
    public ObservedRecords(InvoiceSession owner, IRequestObserver observer)
    {
        Owner = owner;
        Observer = observer;
    }

    internal override InvoiceSession Owner { get; }

    internal override IRequestObserver? Observer { get; }
}
