using System;
using Invoicing.Sandbox;
using Xunit;

namespace Invoicing.Tests.Sandbox;

public sealed class FaultTextTests
{
    [Theory]
    [InlineData("LostAnswer", SandboxFaultKind.LostAnswer, 1, null, null)]
    [InlineData("LostAnswer:0.1", SandboxFaultKind.LostAnswer, 0.1, null, null)]
    [InlineData("cutoff@/saft", SandboxFaultKind.CutOff, 1, "/saft", null)]
    [InlineData("TooManyRequests:0.5#3", SandboxFaultKind.TooManyRequests, 0.5, null, 3)]
    [InlineData(" Slow:0.25@/api/pdf/1#2 ", SandboxFaultKind.Slow, 0.25, "/api/pdf/1", 2)]
    public void TextIsReadAndWritten(string text, SandboxFaultKind kind, double rate, string? path, int? times)
    {
        var fault = SandboxFault.Parse(text);
        Assert.Equal((kind, rate, path, times), (fault.Kind, fault.Rate, fault.PathPart, fault.Times));
        var again = SandboxFault.Parse(fault.ToString());
        Assert.Equal((kind, rate, path, times), (again.Kind, again.Rate, again.PathPart, again.Times));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Nothing")]
    [InlineData("3")]
    [InlineData("Slow:2")]
    [InlineData("Slow:-1")]
    [InlineData("Slow:x")]
    [InlineData("Slow#x")]
    [InlineData("Slow#-1")]
    public void OtherTextIsRefused(string text) => Assert.Throws<FormatException>(() => SandboxFault.Parse(text));
}
