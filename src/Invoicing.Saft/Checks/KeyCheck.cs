using System.Collections.Generic;

namespace Invoicing.Saft.Checks;

/// <summary>S03 and S04: unique keys, and references to master records and accounts.</summary>
internal sealed class KeyCheck(CheckContext context) : SaftCheck(context)
{
    private readonly FingerprintTable _customers = new();
    private readonly FingerprintTable _suppliers = new();
    private readonly FingerprintTable _products = new();
    private readonly FingerprintTable _accounts = new();
    private readonly FingerprintTable _journals = new();
    private readonly FingerprintTable _transactions = new();
    private readonly List<SaftAccount> _groupsToCome = [];

    public override void FileEnd()
    {
        foreach (var account in _groupsToCome)
        {
            Require(_accounts, account.GroupingCode, SaftTable.GeneralLedgerAccounts, account, "The grouping account is not in the file.");
        }
    }

    protected override void Party(SaftParty party)
    {
        var (keys, table) = party is SaftCustomer ? (_customers, SaftTable.Customer) : (_suppliers, SaftTable.Supplier);
        AddKey(keys, party.Id, table, party);
    }

    protected override void Product(SaftProduct product) => AddKey(_products, product.Code, SaftTable.Product, product);

    protected override void Ledger(SaftRecord record)
    {
        switch (record)
        {
            case SaftAccount account:
                AddKey(_accounts, account.Id, SaftTable.GeneralLedgerAccounts, account);
                if (account.GroupingCode is { } group && !_accounts.Contains(Fingerprint.Of(group)))
                {
                    _groupsToCome.Add(account);
                }

                break;
            case SaftJournal journal:
                AddKey(_journals, journal.Id, SaftTable.GeneralLedgerEntries, journal);
                break;
            case SaftTransaction transaction:
                CheckTransaction(transaction);
                break;
        }
    }

    protected override void Document(SaftDocument document)
    {
        if (document.Number is { } number && !Context.Documents.Add(document, number))
        {
            Report("S03", document, "The number occurs twice in its table.", null, number);
        }

        Require(_customers, document.CustomerId, document.Table, document, "The customer is not in the file.");
        Require(_suppliers, (document as SaftStockMovement)?.SupplierId, document.Table, document, "The supplier is not in the file.");
        foreach (var line in document.Lines)
        {
            if (line.ProductCode is { } code && !_products.Contains(Fingerprint.Of(code)))
            {
                Report("S04", document, "The product of a line is not in the file.", null, code, null, line);
            }
        }
    }

    private void CheckTransaction(SaftTransaction transaction)
    {
        const SaftTable Table = SaftTable.GeneralLedgerEntries;
        AddKey(_transactions, transaction.Id, Table, transaction);
        Require(_customers, transaction.CustomerId, Table, transaction, "The customer is not in the file.");
        Require(_suppliers, transaction.SupplierId, Table, transaction, "The supplier is not in the file.");
        foreach (var line in transaction.Lines)
        {
            Require(_accounts, line.AccountId, Table, transaction, "The account is not in the file.");
        }
    }

    private void AddKey(FingerprintTable keys, string? key, SaftTable table, SaftRecord record)
    {
        if (key is not null && !keys.Add(Fingerprint.Of(key)))
        {
            Report("S03", table, record, "The key occurs twice.", null, key);
        }
    }

    private void Require(FingerprintTable keys, string? key, SaftTable table, SaftRecord record, string description)
    {
        if (key is not null && !keys.Contains(Fingerprint.Of(key)))
        {
            Report("S04", table, record, description, null, key);
        }
    }
}
