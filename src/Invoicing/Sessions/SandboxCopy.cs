using System.Collections.Generic;
using System.Linq;
using Invoicing.Sandbox;

namespace Invoicing.Commands;

/// <summary>Makes the records that a sandbox starts with out of those of an account.</summary>
internal static class SandboxCopy
{
    /// <param name="source">The account.</param>
    /// <param name="keepsPersonalData">True to copy names, addresses and numbers as they are.</param>
    /// <exception cref="InvoicingException">A file of an archive cannot be used.</exception>
    public static IReadOnlyList<SandboxRecord> Of(IRecordSource source, bool keepsPersonalData)
    {
        using RecordMask? mask = keepsPersonalData ? null : new RecordMask();
        return
        [
            .. All<InvoiceAccount>(), .. All<Tax>(), .. All<Sequence>(), .. All<BankAccount>(), .. All<Client>(), .. All<Item>(), .. All<Invoice>(), .. All<Payment>(),
        ];

        IEnumerable<SandboxRecord> All<T>()
            where T : InvoiceRecord => source.Read<T>().Select(record =>
            {
                T copy = mask?.Apply(record) ?? record.Copy();
                InCodes(copy);
                return new SandboxRecord(typeof(T).Name, InvoiceArchive.ToJson(copy));
            });
    }

    /// <summary>Countries as codes: each provider has names of its own.</summary>
    private static void InCodes(InvoiceRecord record)
    {
        switch (record)
        {
            case Client client:
                client.Country = Code(client.Country);
                break;
            case InvoiceAccount account:
                account.Country = Code(account.Country);
                break;
            case Invoice document:
                foreach (PostalAddress address in new[] { document.AddressFrom, document.AddressTo }.OfType<PostalAddress>())
                {
                    address.Country = Code(address.Country);
                }

                if (document.Client is { } on)
                {
                    on.Country = Code(on.Country);
                }

                break;
            case Payment { Client: { } payer }:
                payer.Country = Code(payer.Country);
                break;
        }
    }

    private static string? Code(string? country) => country is null ? null : Countries.ToCode(country) ?? country;
}
