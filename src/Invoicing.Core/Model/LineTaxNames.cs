namespace Invoicing;

/// <summary>Names and rates of the taxes of a line, as an answer told them.</summary>
internal sealed class LineTaxNames
{
    public LineTaxNames(string? tax, decimal? rate, string? secondTax, decimal? secondRate)
    {
        Tax = tax;
        Rate = rate;
        SecondTax = secondTax;
        SecondRate = secondRate;
    }

    public string? Tax { get; }

    public decimal? Rate { get; }

    public string? SecondTax { get; }

    public decimal? SecondRate { get; }

    /// <summary>True if a name was given in place of the one that was read. A name that was taken away says nothing.</summary>
    public static bool IsOther(string? name, string? read) => !string.IsNullOrWhiteSpace(name) && name != read;
}
