namespace Invoicing;

/// <summary>Intervals of recurring invoices.</summary>
public enum RecurringFrequency
{
    /// <summary>Every week.</summary>
    Weekly,

    /// <summary>Every two weeks.</summary>
    TwoWeeks,

    /// <summary>Every four weeks.</summary>
    FourWeeks,

    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every two months.</summary>
    TwoMonths,

    /// <summary>Every three months.</summary>
    ThreeMonths,

    /// <summary>Every six months.</summary>
    SixMonths,

    /// <summary>Every year.</summary>
    Yearly,

    /// <summary>Every two years.</summary>
    TwoYears,
}
