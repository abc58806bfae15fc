using System;

namespace Invoicing.Saft;

/// <summary>One way in which a document was paid.</summary>
public sealed class SaftPaymentMethod
{
    /// <summary>NU cash, TB transfer, MB Multibanco, CC credit card, CD debit card, CH cheque, and others.</summary>
    public string? Mechanism { get; set; }

    /// <summary>The amount, in euro.</summary>
    public decimal? Amount { get; set; }

    /// <summary>The day of the payment.</summary>
    public DateTime? Date { get; set; }

    /// <summary>Means, amount and day, for display.</summary>
    public override string ToString() => $"{Mechanism} {SaftText.Of(Amount)} {SaftText.Of(Date)}";
}

/// <summary>A discount agreed for later, which does not change the gross total.</summary>
public sealed class SaftSettlement
{
    /// <summary>The agreement in words.</summary>
    public string? Discount { get; set; }

    /// <summary>The amount, in euro.</summary>
    public decimal? Amount { get; set; }

    /// <summary>The agreed day.</summary>
    public DateTime? Date { get; set; }

    /// <summary>The terms of payment.</summary>
    public string? PaymentTerms { get; set; }

    /// <summary>The agreement in one line, for display.</summary>
    public override string ToString() => $"{Discount} {SaftText.Of(Amount)} {SaftText.Of(Date)} {PaymentTerms}".Trim();
}

/// <summary>The foreign currency of a document.</summary>
public sealed class SaftCurrency
{
    /// <summary>The currency as three letters; never EUR.</summary>
    public string? Code { get; set; }

    /// <summary>The gross total in that currency.</summary>
    public decimal? Amount { get; set; }

    /// <summary>The rate of exchange; the texts do not fix its direction.</summary>
    public decimal? ExchangeRate { get; set; }

    /// <summary>Amount, currency and rate, for display.</summary>
    public override string ToString() => $"{SaftText.Of(Amount)} {Code} at {SaftText.Of(ExchangeRate)}";
}

/// <summary>Tax that the customer withholds; it is not part of the gross total.</summary>
public sealed class SaftWithholdingTax
{
    /// <summary>IRS, IRC or IS.</summary>
    public string? Type { get; set; }

    /// <summary>The legal basis in words.</summary>
    public string? Description { get; set; }

    /// <summary>The amount, in euro.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Type and amount, for display.</summary>
    public override string ToString() => $"{Type} {SaftText.Of(Amount)}".Trim();
}
