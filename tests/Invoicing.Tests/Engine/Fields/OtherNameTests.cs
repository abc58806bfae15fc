using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine.Fields;
using Invoicing.Http.Json;
using Newtonsoft.Json;
using Xunit;

namespace Invoicing.Tests.Wire;

/// <summary>Rows whose names are guesses: what is read, what is written, and who knows better.</summary>
public class OtherNameTests
{
    private static readonly FieldMap<Client> Map = new((client, make) => make || client.HasExtra ? client.Extra : null)
    {
        { nameof(Client.TaxNumber), "cif", Invoicing.Engine.Fields.FieldTypes.Text, FieldDirection.Both, Evidence.Sdk, "nif", "tax_id" },
        { nameof(Client.PaymentDays), "days", Invoicing.Engine.Fields.FieldTypes.Integer, FieldDirection.Both, Evidence.Assumption, "name" },
        { nameof(Client.Name), "name", Invoicing.Engine.Fields.FieldTypes.Text },
    };

    [Theory]
    [InlineData("""{"cif":"1"}""", "1", "")]
    [InlineData("""{"TAX_ID":"1"}""", "1", "")]
    [InlineData("""{"nif":"2","cif":"1"}""", "1", "")]
    [InlineData("""{"cif":"1","nif":"2"}""", "1", "nif")]
    [InlineData("""{"nif":"2","tax_id":"3"}""", "2", "tax_id")]
    [InlineData("""{"cif":{"kind":"x"},"days":"soon"}""", null, "cif,days")]
    public void The_likeliest_name_counts_and_what_does_not_fit_is_kept(string json, string? value, string left)
    {
        Client client = Read(Map, json);
        Assert.Equal(value, client.TaxNumber);
        Assert.Equal(left, string.Join(",", client.Extra.Keys.Order()));
    }

    [Fact]
    public void A_name_that_is_another_rows_own_stays_that_rows()
    {
        Client client = Read(Map, """{"name":"7"}""");
        Assert.Equal(("7", null), (client.Name, client.PaymentDays));
    }

    [Theory]
    [InlineData("", "cif")]
    [InlineData("x", "cif")]
    [InlineData("tax_id,nif", "nif")]
    [InlineData("tax_id", "tax_id")]
    [InlineData("NIF,cif", "cif")]
    public void What_is_known_is_written(string known, string written)
    {
        var names = new HashSet<string>(known.Split(','), StringComparer.OrdinalIgnoreCase);
        FieldMap<Client> adapted = Map.Adapted(names);
        Assert.Equal(written, adapted.NameOf(nameof(Client.TaxNumber)));
        Assert.Equal(written, adapted.Write(new Client { TaxNumber = "1" }).Properties().Single().Name);
        Assert.Equal("1", Read(adapted, """{"cif":"1"}""").TaxNumber);

        FieldMap<Client> own = adapted.Renamed(new Dictionary<string, string> { ["Client.TaxNumber"] = "code" });
        Assert.Equal("code", own.NameOf(nameof(Client.TaxNumber)));
        Assert.Equal("1", Read(own, """{"code":"1","cif":"2"}""").TaxNumber);
    }

    private static Client Read(FieldMap<Client> map, string json)
    {
        using JsonReader reader = WireJson.Open(json);
        return map.Read(reader);
    }
}
