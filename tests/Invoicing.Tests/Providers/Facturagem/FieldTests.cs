using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Newtonsoft.Json.Linq;
using Xunit;

namespace Invoicing.Tests.ConnectorsFacturagem;

/// <summary>Asking the provider for its field names, and what follows from it.</summary>
public class FieldTests
{
    public static TheoryData<string, string, string> Forms()
    {
        var data = new TheoryData<string, string, string>();
        foreach (string allowed in new[] { "Named", "Plain", "Message" })
        {
            foreach (string names in new[] { "Brackets", "Dots", "Tree" })
            {
                data.Add(allowed, names, "Json");
                data.Add(allowed, names, "Xml");
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_form_of_the_list_is_read(string allowed, string names, string format)
    {
        using var rig = new SandboxRig($"Allowed={allowed}; AllowedNames={names}; Names=cif=nif, line.amount=quantity", $"Format={format}");
        IFieldReader reader = rig.Use<IFieldReader>();
        IReadOnlyList<InvoiceField> client = await reader.GetFieldsAsync(FieldOwner.Client, FieldOperation.Create);
        Assert.Contains(client, field => field is { Name: "client.nif", Property: "Client.TaxNumber", Source: FieldSource.Allowed });
        Assert.DoesNotContain(client, field => field.Name == "client.cif");
        Assert.Contains(client, field => field is { Name: "api_key", Property: null });
        Assert.All(client, field => Assert.DoesNotContain(rig.Server.ApiKey, field.Answer));

        IReadOnlyList<InvoiceField> invoice = await reader.GetFieldsAsync(FieldOwner.Invoice, FieldOperation.Create);
        Assert.Contains(invoice, field => field is { Name: "invoice.lines.quantity", Property: "InvoiceLine.Quantity" });
        Assert.Contains(invoice, field => field is { Name: "total", Property: "Invoice.Total", Source: FieldSource.Shown } or { Name: "invoice.total", Source: FieldSource.Allowed });
        Assert.DoesNotContain(invoice, field => field is { Name: "number", Source: FieldSource.Shown });
    }

    [Theory]
    [InlineData(FieldOwner.Client, FieldOperation.Create, "POST", "clients.json")]
    [InlineData(FieldOwner.Client, FieldOperation.Update, "PUT", "clients/81-")]
    [InlineData(FieldOwner.Client, FieldOperation.List, "GET", "clients.json")]
    [InlineData(FieldOwner.Invoice, FieldOperation.Create, "POST", "invoices.json")]
    [InlineData(FieldOwner.Invoice, FieldOperation.Update, "PUT", "invoices/1201")]
    [InlineData(FieldOwner.Invoice, FieldOperation.List, "GET", "invoices.json")]
    [InlineData(FieldOwner.Payment, FieldOperation.Create, "POST", "payments.json")]
    [InlineData(FieldOwner.Account, FieldOperation.Update, "PUT", "accounts/12")]
    public async Task Every_probe_asks_the_right_address_and_changes_nothing(FieldOwner owner, FieldOperation operation, string verb, string path)
    {
        using var rig = new SandboxRig(settings: "Strict=Off", login: false);
        IReadOnlyList<InvoiceField> fields = await rig.Use<IFieldReader>().GetFieldsAsync(owner, operation);
        Assert.Contains(fields, field => field.Name == "api_key");
        var probe = Assert.Single(rig.Server.Requests, request => request.Query.Contains("zz_probe=1"));
        Assert.Equal(verb, probe.Method);
        Assert.True(probe.Path.Contains(path.Replace("81-", "81"), StringComparison.Ordinal), probe.Path);
        Assert.DoesNotContain("strict", probe.Query);
        Assert.True(string.IsNullOrEmpty(probe.Body));
        Assert.Equal(23, (await rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync()).Count);
        Assert.Equal(25, (await rig.Use<IReader<Invoice>>().List(new ListQuery()).ToListAsync()).Count);
    }

    [Theory]
    [InlineData(FieldOwner.Payment, FieldOperation.Update)]
    [InlineData(FieldOwner.Payment, FieldOperation.List)]
    [InlineData(FieldOwner.Account, FieldOperation.Create)]
    [InlineData(FieldOwner.Account, FieldOperation.List)]
    public async Task What_is_no_operation_is_refused(FieldOwner owner, FieldOperation operation)
    {
        using var rig = new ScriptedRig();
        var fault = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IFieldReader>().GetFieldsAsync(owner, operation));
        Assert.Equal(ErrorKind.InvalidInput, fault.Kind);
        Assert.Empty(rig.Server.Calls);
    }

    [Fact]
    public async Task A_probe_that_is_taken_is_an_error()
    {
        using var rig = new ScriptedRig();
        rig.Then("""{"client":{"id":1}}""");
        var fault = await Assert.ThrowsAsync<InvoicingException>(() => rig.Use<IFieldReader>().GetFieldsAsync(FieldOwner.Client, FieldOperation.Create));
        Assert.Equal(ErrorKind.UnexpectedAnswer, fault.Kind);
    }

    [Fact]
    public async Task After_asking_no_request_is_refused_any_more()
    {
        using var rig = new SandboxRig("Names=cif=tax_id, postal_code=zip; Bodies=Flat");
        await rig.Use<IFieldReader>().GetFieldsAsync(FieldOwner.Client, FieldOperation.Create);
        rig.Server.ClearRequests();
        await rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = "A", TaxNumber = "B1", PostalCode = "42001", Country = "Spain" });
        Assert.Single(rig.Server.Requests);
    }

    [Fact]
    public async Task Names_are_learned_once_a_session()
    {
        using var rig = new SandboxRig("Names=cif=tax_id");
        foreach (string name in new[] { "A", "B", "C" })
        {
            await rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = name, TaxNumber = "B1", Country = "Spain" });
        }

        Assert.Equal(4, rig.Lines.Count(line => line.StartsWith("POST", StringComparison.Ordinal) && line.EndsWith("clients.json", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_the_user_names_wins()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Client.TaxNumber"] = "vat_number", ["Client.Email"] = "mail" };
        using var rig = new ScriptedRig(names: names);
        rig.Then("""{"client":{"id":1,"name":"A","nif":"B1","mail":"a@example.com"}}""").Then("");
        Client client = await rig.Use<IReader<Client>>().GetAsync("1");
        Assert.Equal(("B1", "a@example.com"), (client.TaxNumber, client.Email));
        await rig.Use<IUpdater<Client>>().UpdateAsync(client);
        Assert.Equal("""{"client":{"name":"A","vat_number":"B1","mail":"a@example.com"}}""", rig.Server.Calls[1].Body);
    }

    [Fact]
    public async Task A_reference_goes_where_the_user_says_and_else_into_the_notes()
    {
        foreach (string? field in new[] { null, "order_code" })
        {
            using var rig = new ScriptedRig(names: field is null ? null : new Dictionary<string, string> { ["Invoice.Reference"] = field });
            string answer = field is null ? """{"invoice":{"id":1,"notes":"Ref. ENC-1\nGracias"}}""" : """{"invoice":{"id":1,"notes":"Gracias","order_code":"ENC-1"}}""";
            rig.Then("""{"invoice":{"number":"1","date":"2026-03-05","iva_percent":"21"}}""").Then(answer);
            Invoice made = await rig.Use<IInvoiceCreator>().CreateAsync(new Invoice
            {
                Client = new Client { Id = "88" }, Reference = "ENC-1", Notes = "Gracias", Lines = [new InvoiceLine { Name = "A", Quantity = 1, UnitPrice = 1 }],
            });
            JToken body = JToken.Parse(rig.Server.Calls[1].Body)["invoice"]!;
            Assert.Equal((field is null ? "Ref. ENC-1\nGracias" : "Gracias", field is null ? null : "ENC-1"), ((string?)body["notes"], (string?)body["order_code"]));
            Assert.Equal(("ENC-1", "Gracias"), (made.Reference, made.Notes));
        }
    }
}
