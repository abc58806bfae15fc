namespace Invoicing;

/// <summary>Payment methods. The two letters are the codes of the Portuguese tax authority.</summary>
public enum PaymentMethod
{
    /// <summary>Bank transfer or direct debit (TB).</summary>
    BankTransfer,

    /// <summary>Cash (NU).</summary>
    Cash,

    /// <summary>Credit card (CC).</summary>
    CreditCard,

    /// <summary>Debit card (CD).</summary>
    DebitCard,

    /// <summary>Bank cheque (CH).</summary>
    Cheque,

    /// <summary>Cheque or gift card (CO).</summary>
    GiftCard,

    /// <summary>Offset against another balance (CS).</summary>
    Compensation,

    /// <summary>Electronic money, such as loyalty points (DE).</summary>
    ElectronicMoney,

    /// <summary>Bill of exchange (LC).</summary>
    CommercialBill,

    /// <summary>Reference of the Multibanco network (MB).</summary>
    Multibanco,

    /// <summary>Barter (PR).</summary>
    Barter,

    /// <summary>Meal voucher (TR).</summary>
    MealVoucher,

    /// <summary>Another method (OU).</summary>
    Other,

    /// <summary>International documentary credit (CI).</summary>
    DocumentaryCredit,
}
