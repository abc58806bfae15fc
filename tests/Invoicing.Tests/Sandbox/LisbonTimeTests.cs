using System;
using System.Globalization;
using Invoicing.Sandbox.InvoiceXpress;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class LisbonTimeTests
{
    [Theory]
    [InlineData("2026-01-15T12:00:00Z", "2026-01-15T12:00:00")]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29T00:59:59")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T02:00:00")]
    [InlineData("2026-07-01T23:30:00Z", "2026-07-02T00:30:00")]
    [InlineData("2026-10-25T00:59:59Z", "2026-10-25T01:59:59")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25T01:00:00")]
    [InlineData("2024-03-31T01:00:00Z", "2024-03-31T02:00:00")]
    [InlineData("2026-07-01T12:00:00+05:00", "2026-07-01T08:00:00")]
    public void TheClockFollowsTheEuropeanRule(string time, string wall) =>
        Assert.Equal(
            DateTime.Parse(wall, CultureInfo.InvariantCulture), LisbonTime.From(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture)));
}
