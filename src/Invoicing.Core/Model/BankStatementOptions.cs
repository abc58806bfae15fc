using System.Text;

namespace Invoicing;

/// <summary>Options of reading bank files.</summary>
public sealed class BankStatementOptions
{
    /// <summary>Encoding of files in MT940 and Norma 43 that are not UTF-8; ISO 8859-1 if <c>null</c>.</summary>
    public Encoding? Encoding { get; set; }

    /// <summary>True to read a file whose balances do not agree with its entries.</summary>
    public bool SkipBalanceCheck { get; set; }
}
