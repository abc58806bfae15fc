using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine;
using Xunit;
using Table = Invoicing.Providers.InvoiceXpress.InvoiceXpressEndpoints;

namespace Invoicing.Tests.Connectors;

/// <summary>The table of operations against the index in docs/facts/invoicexpress.md#operations.</summary>
public sealed class OperationsTests
{
    private const string Documented = """
        POST api/accounts/create.json
        POST api/accounts/create_already_user.json
        GET api/accounts/{}/get.json
        PUT api/accounts/{}/update.json
        POST api/v3/accounts/at_communication.json
        GET invoices.json
        GET estimates.json
        GET guides.json
        POST {}.json
        GET {}/{}.json
        PUT {}/{}.json
        PUT {}/{}/change-state.json
        PUT {}/{}/email-document.json
        GET api/pdf/{}.json
        GET api/qr_codes/{}.json
        GET document/{}/related_documents.json
        POST documents/{}/partial_payments.json
        PUT receipts/{}/change-state.json
        GET sequences.json
        POST sequences.json
        GET sequences/{}.json
        PUT sequences/{}/register.json
        PUT sequences/{}/set_current.json
        GET taxes.json
        POST taxes.json
        GET taxes/{}.json
        PUT taxes/{}.json
        DELETE taxes/{}.json
        GET api/export_saft.json
        GET clients.json
        POST clients.json
        GET clients/{}.json
        PUT clients/{}.json
        GET clients/find-by-name.json
        GET clients/find-by-code.json
        POST clients/{}/invoices.json
        GET items.json
        POST items.json
        GET items/{}.json
        PUT items/{}.json
        DELETE items/{}.json
        GET api/v3/clients/{}/balance.json
        PUT api/v3/clients/{}/initial_balance.json
        GET api/v3/clients/{}/regularization.json
        POST api/v3/clients/{}/regularization.json
        DELETE api/v3/clients/{}/regularization/{}.json
        POST api/v3/clients/{}/treasury_movements.json
        DELETE api/v3/clients/{}/treasury_movements/{}.json
        """;

    /// <summary>Those that read or set something through POST; every other POST makes something.</summary>
    private static readonly string[] HarmlessPosts = ["POST clients/{}/invoices.json", "POST api/v3/accounts/at_communication.json"];

    [Fact]
    public void EveryOperationIsADocumentedOne()
    {
        HashSet<string> documented = [.. Documented.Split('\n', StringSplitOptions.TrimEntries)];

        Assert.All(Table.All.Values, operation => Assert.Contains(Line(operation), documented));
    }

    [Fact]
    public void NoOperationIsThereTwice()
    {
        string[] lines = [.. Table.All.Values.Select(Line)];

        Assert.NotEmpty(lines);
        Assert.Equal(lines.Distinct(), lines);
    }

    [Fact]
    public void WhatReadsMayBeRepeatedAndWhatMakesSomethingMayNot() => Assert.All(Table.All.Values, operation =>
    {
        bool makes = operation.Verb == "POST" && !HarmlessPosts.Contains(Line(operation));
        bool moves = operation.Path.EndsWith("change-state.json") || operation.Path.EndsWith("email-document.json");
        if (operation.Verb == "GET" || makes || moves)
        {
            Assert.Equal(operation.Verb == "GET", operation.Repeatable);
        }
    });

    [Fact]
    public void WhatTheProviderCanDoIsSaidByItsTypes()
    {
        var provider = InvoiceProvider.Get("invoicexpress");

        Assert.Contains(typeof(ISaftExporter), provider.GetCapabilities());
        Assert.DoesNotContain(typeof(ICapability), provider.GetCapabilities());
        Assert.All(provider.GetCapabilities(), capability => Assert.True(provider.Can(capability)));
        Assert.False(provider.Can(typeof(IReader<string>)));
        Assert.Equal(30, provider.PageSize);
        Assert.Equal((780, TimeSpan.FromMinutes(1)), (Assert.Single(provider.Limits).Requests, provider.Limits[0].Window));
    }

    private static string Line(Endpoint operation)
    {
        string path = string.Join("{}", operation.Path.Split('{', '}').Where((_, index) => index % 2 == 0));
        return $"{operation.Verb} {path}";
    }
}
