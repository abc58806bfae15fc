using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>SAF-T and PDF at InvoiceXpress (docs/facts/invoicexpress.md#pdf, #saf-t).</summary>
public sealed class ExportTests
{
    [Theory]
    [InlineData("{\"Url\":\"https://files.example.com/s\"}")]
    [InlineData("{\"url\":\"https://files.example.com/s\"}")]
    [InlineData("{\"message\":\"ok\",\"url\":\"https://files.example.com/s\"}")]
    [InlineData("{\"output\":{\"pdfUrl\":\"https://files.example.com/s\"}}")]
    public async Task TheLinkIsFoundWhereverItIs(string body)
    {
        using var rig = new Rig();
        rig.Server.Then(body);
        ProviderOperation operation = Saft(rig);

        Assert.True(await operation.PollAsync());
        Assert.True(operation.IsReady);
        Assert.Equal("https://files.example.com/s", operation.Download?.AbsoluteUri);
        Assert.DoesNotContain("files.example.com", operation.ToString());
    }

    [Fact]
    public async Task TheMonthIsAskedForInBothSpellingsUntilItIsThere()
    {
        using var rig = new Rig();
        rig.Server.Then(
            Answer.Json("{\"message\":\"started\"}", 202),
            Answer.Empty(202),
            Answer.Text("text/html", "<p>", 202),
            Answer.Json("{\"Url\":\"https://example.com/s\"}"));
        ProviderOperation operation = Saft(rig);
        Assert.Empty(rig.Server.Calls);

        Assert.False(await operation.PollAsync());
        Assert.False(await operation.PollAsync());
        Assert.False(await operation.PollAsync());
        Assert.True(await operation.PollAsync());
        Assert.True(await operation.PollAsync());

        Assert.Equal("GET /api/export_saft.json?month=3&year=2026&years=2026", Assert.Single(rig.Server.Lines.Distinct()));
        Assert.Equal((4, 4), (rig.Server.Calls.Count, operation.PollCount));
        Assert.Equal("SAF-T 2026-03", operation.Name);
    }

    [Fact]
    public async Task AMonthWithoutDocumentsIsRefused()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Json("{\"message\":\"Sem documentos\"}", 422));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => Saft(rig).PollAsync());

        Assert.Equal((ErrorKind.ValidationFailed, "Sem documentos"), (fault.Kind, Assert.Single(fault.FieldErrors).Message));
    }

    [Fact]
    public async Task AGenerationThatFailsIsAFailedOperation()
    {
        using var rig = new Rig();
        rig.Server.Otherwise(_ => Answer.Json("{\"message\":\"Falhou\"}", 500));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => Saft(rig).PollAsync());

        Assert.Equal((ErrorKind.OperationFailed, "Falhou"), (fault.Kind, Assert.Single(fault.FieldErrors).Message));
        Assert.Contains("SAF-T 2026-03", fault.Message);
    }

    [Fact]
    public async Task AProviderInTroubleIsNoFailedOperation()
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(503), Answer.Empty(202));

        Assert.False(await Saft(rig).PollAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"message\":\"https://example.com/x\"}")]
    [InlineData("{\"url\":null}")]
    [InlineData("{\"url\":\"not a link\"}")]
    [InlineData("[1]")]
    [InlineData("")]
    [InlineData("<html>")]
    public async Task AnAnswerWithoutALinkIsUnexpected(string body)
    {
        using var rig = new Rig();
        rig.Server.Then(body);

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(() => Saft(rig).PollAsync());

        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
    }

    [Theory]
    [InlineData(false, "GET /api/pdf/71.json")]
    [InlineData(true, "GET /api/pdf/71.json?second_copy=true")]
    public async Task APdfIsAskedForByItsDocument(bool secondCopy, string line)
    {
        using var rig = new Rig();
        rig.Server.Then(
            Answer.Json("{\"accepted\":{\"code\":\"202\",\"message\":\"x\"}}", 202),
            Answer.Json("{\"output\":{\"pdfUrl\":\"https://example.com/p\"}}"));
        ProviderOperation operation = rig.Use<IPdfExporter>().StartPdf(new Invoice { Id = "71" }, secondCopy);

        Assert.False(await operation.PollAsync());
        Assert.True(await operation.PollAsync());

        Assert.All(rig.Server.Lines, sent => Assert.Equal(line, sent));
    }

    [Theory]
    [InlineData(404, ErrorKind.NotFound)]
    [InlineData(406, ErrorKind.Conflict)]
    public async Task APdfThatCannotBeIsRefused(int status, ErrorKind kind)
    {
        using var rig = new Rig();
        rig.Server.Then(Answer.Empty(status));

        ProviderException fault = await Assert.ThrowsAsync<ProviderException>(
            () => rig.Use<IPdfExporter>().StartPdf(new Invoice { Id = "71" }, false).PollAsync());

        Assert.Equal(kind, fault.Kind);
    }

    private static ProviderOperation Saft(Rig rig) => rig.Use<ISaftExporter>().StartSaft(2026, 3);
}
