namespace Invoicing.Providers.SimplBooks;

/// <summary>
/// The documents that name their rows by identifier when they are changed. It is declared for invoices alone [official]; what becomes of the
/// rows of purchases and price offers is not known (docs/facts/simplbooks.md#record-names, #open-questions).
/// </summary>
internal static class RowIds
{
    /// <summary>Name of the identifier, among the extra fields of a line.</summary>
    public const string Field = "id";

    public const string All = nameof(All);

    private const string Invoices = nameof(Invoices);

    public static readonly ProviderSetting Choice = new(
        nameof(RowIds), Invoices, "Which changed documents send the identifiers of their rows. All: purchases and price offers too.",
            Invoices, All);
}
