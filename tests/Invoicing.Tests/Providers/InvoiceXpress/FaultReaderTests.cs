using System.Linq;
using Invoicing.Providers.InvoiceXpress;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>The forms of refusals, with the numbers of docs/facts/invoicexpress.md#errors.</summary>
public sealed class FaultReaderTests
{
    [Theory]
    [InlineData("E1", "{\"errors\":[{\"error\":\"um\"},{\"error\":\"dois\"}]}", null, "um", "dois")]
    [InlineData("E1", "{\"errors\":[{\"error\":\"um\"}]}", null, "um")]
    [InlineData("E2", "{\"errors\":{\"error\":\"um\"}}", null, "um")]
    [InlineData("E3", "{\"errors\":[\"um\"]}", null, "um")]
    [InlineData("E3", "{\"errors\":[\"um\",\"dois\"]}", null, "um", "dois")]
    [InlineData("E3", "{\"errors\":[\"um\",\"dois\",\"tres\"]}", null, "um", "dois", "tres")]
    [InlineData("E4", "{\"errors\":[{\"error\":[\"um\",\"dois\"]}]}", null, "um", "dois")]
    [InlineData("E5", "{\"errors\":{\"code\":\"001\",\"message\":\"um\"}}", "001", "um")]
    [InlineData("E5", "{\"errors\":{\"code\":6,\"message\":\"um\"}}", "6", "um")]
    [InlineData("E6", "{\"name\":[\"um\",\"dois\"]}", null, "name: um", "name: dois")]
    [InlineData("E6", "{\"base\":[\"um\"]}", null, "um")]
    [InlineData("E7", "[[\"name\",\"um\"],[\"value\",\"dois\"]]", null, "name: um", "value: dois")]
    [InlineData("E7", "[[\"name\",\"um texto\"]]", null, "name: um texto")]
    [InlineData("E8", "[\"payment_mechanism\",\"um\"]", null, "payment_mechanism: um")]
    [InlineData("E8", "[\"um texto\",\"outro texto\"]", null, "um texto", "outro texto")]
    [InlineData("E9", "{\"error\":\"um\"}", null, "um")]
    [InlineData("E10", "{\"error\":{\"code\":\"404\",\"message\":\"um\"}}", "404", "um")]
    [InlineData("E11", "{\"message\":\"um\"}", null, "um")]
    [InlineData("E12", "{\"reason\":\"um\"}", null, "um")]
    [InlineData("E13", "{\"errors\":{\"email\":[\"um\"],\"name\":[\"dois\"]}}", null, "email: um", "name: dois")]
    [InlineData("E14", "", null)]
    [InlineData("E14", " ", null)]
    [InlineData("E15", "<!DOCTYPE html><html><body>Not found</body></html>", null)]
    [InlineData("broken", "{\"errors\":[{\"error\":\"um\"", null)]
    [InlineData("a number", "42", null)]
    [InlineData("a text", "\"um\"", null, "um")]
    [InlineData("null", "null", null)]
    [InlineData("nothing in it", "{\"errors\":[]}", null)]
    [InlineData("numbers in it", "{\"errors\":{\"count\":3,\"error\":\"um\"}}", null, "um")]
    [InlineData("blank texts", "{\"errors\":[\" \",\"um \"]}", null, "um")]
    [InlineData("nested", "{\"errors\":{\"client\":{\"email\":[\"um\"]}}}", null, "email: um")]
    public void TheWordsAreFoundInEveryShape(string shape, string body, string? code, params string[] expected)
    {
        ProviderFault fault = InvoiceXpressFaultReader.Read(body);

        Assert.Equal(expected, fault.Errors.Select(error => error.ToString()));
        Assert.True(code == fault.Code, $"{shape}: {fault.Code}");
    }

    [Fact]
    public void ADeepTreeIsNoReasonToFail()
    {
        string body = string.Concat(Enumerable.Repeat("{\"errors\":", 100)) + "\"um\"" + new string('}', 100);

        Assert.Empty(InvoiceXpressFaultReader.Read(body).Errors);
    }

    [Theory]
    [InlineData("undefined method `each' for 1:Integer")]
    [InlineData("CantHandle: settled for Invoice")]
    [InlineData("Razão de isenção em falta")]
    public void WordsAreKeptAsTheyAre(string words) =>
        Assert.Equal(words, Assert.Single(InvoiceXpressFaultReader.Read($"{{\"errors\":[{{\"error\":\"{words}\"}}]}}").Errors).Message);
}
