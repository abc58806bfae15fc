using System;
using System.Globalization;
using Invoicing.Saft.Checks;
using Xunit;

namespace Invoicing.Tests.Saft;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData("2026-01-31", "2026-02-05")] // a Thursday
    [InlineData("2026-03-31", "2026-04-06")] // the 5th is Easter Sunday
    [InlineData("2026-08-31", "2026-09-07")] // a Saturday
    [InlineData("2026-09-30", "2026-10-06")] // Republic Day
    [InlineData("2025-12-31", "2026-01-05")]
    [InlineData("2023-09-30", "2023-10-06")]
    [InlineData("2026-05-31", "2026-06-05")] // Corpus Christi was the day before
    [InlineData("2031-03-31", "2031-04-07")] // a Saturday
    [InlineData("2048-03-31", "2048-04-06")] // Easter Sunday again
    [InlineData("2026-07-31", "2026-08-31")] // LGT art. 57-A
    [InlineData("2027-07-31", "2027-08-31")]
    [InlineData("2025-07-31", "2025-09-01")] // the 31st is a Sunday
    [InlineData("2022-11-30", null)] // before the rule
    public void It_is_the_fifth_or_the_next_working_day(string lastDay, string? deadline)
    {
        var day = SaftDeadline.For(DateTime.Parse(lastDay, CultureInfo.InvariantCulture));

        Assert.Equal(deadline, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
