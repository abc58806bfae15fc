namespace Invoicing.Saft.Schema;

/// <summary>A whole number between two limits.</summary>
internal sealed class IntegerType(long min, long max) : SimpleType
{
    public override string Expectation { get; }
        = max == long.MaxValue ? $"a whole number from {min} on" : $"a whole number from {min} to {max}";

    public override bool IsValid(string text) => SaftValues.TryInteger(text, out var value) && value >= min && value <= max;
}

/// <summary>A decimal number that is not negative, with a point and any number of digits.</summary>
internal sealed class DecimalType(decimal? intakeMax) : SimpleType
{
    public override string Expectation => "a number that is not negative, with a point for the decimals";

    public override bool IsValid(string text) => SaftValues.TryDecimal(text, out var value) && value >= 0;

    public override string? IntakeLimit(string text)
        => intakeMax is { } max && SaftValues.TryDecimal(text, out var value) && value > max ? "at most " + SaftText.Of(max) : null;
}

/// <summary>A day.</summary>
internal sealed class DateType(bool from2000) : SimpleType
{
    public override string Expectation { get; } = from2000 ? "a date from 2000 on as year-month-day" : "a date as year-month-day";

    public override bool IsValid(string text) => SaftValues.TryDate(text, out var value) && (!from2000 || value.Year >= 2000);

    public override bool HasZoneOrFraction(string text) => text.Length != 10 && text.Trim().Length != 10;
}

/// <summary>A day and a time with seconds.</summary>
internal sealed class DateTimeType : SimpleType
{
    public override string Expectation => "a date and time as year-month-day, T, hours:minutes:seconds";

    public override bool IsValid(string text) => SaftValues.TryDateTime(text, out _);

    public override bool HasZoneOrFraction(string text) => text.Length != 19 && text.Trim().Length != 19;
}
