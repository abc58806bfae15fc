using Invoicing.Engine;

namespace Invoicing;

/// <summary>Plans that delete a record.</summary>
internal static class Removal
{
    public static ChangePlan<T> Of<T>(AccountRecords account, IRemover<T> remover, T record)
        where T : InvoiceRecord
    {
        T own = account.Own(record);
        return new ChangePlan<T>(ChangeAction.Delete, "Delete", account.Target(own), async cancel =>
        {
            await remover.RemoveAsync(own, cancel).ConfigureAwait(false);
            return own;
        });
    }
}
