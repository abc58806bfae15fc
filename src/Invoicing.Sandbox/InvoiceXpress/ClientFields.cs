using System;
using System.Globalization;
using Invoicing.Sandbox.Core;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The fields of a client on the wire, in the order of an answer. One table reads and writes them.</summary>
internal static class ClientFields
{
    private static readonly Field[] Table =
    {
        new("name", c => c.Name, (c, v) => c.Name = v ?? ""),
        new("code", c => c.Code, (c, v) => c.Code = v),
        new("language", c => c.Language, (c, v) => c.Language = v),
        new("email", c => c.Email, (c, v) => c.Email = v),
        new("address", c => c.Address, (c, v) => c.Address = v),
        new("city", c => c.City, (c, v) => c.City = v),
        new("postal_code", c => c.PostalCode, (c, v) => c.PostalCode = v),
        new("country", c => c.Country, (c, v) => c.Country = v, FieldForm.AbsentWhenUnset),
        new("fiscal_id", c => c.FiscalId, (c, v) => c.FiscalId = v),
        new("website", c => c.Website, (c, v) => c.Website = v),
        new("phone", c => c.Phone, (c, v) => c.Phone = v),
        new("fax", c => c.Fax, (c, v) => c.Fax = v),
        new("observations", c => c.Observations, (c, v) => c.Observations = v),
        new("send_options", c => c.SendOptions, (c, v) => c.SendOptions = v, FieldForm.Number),
        new("payment_days", c => c.PaymentDays, (c, v) => c.PaymentDays = v, FieldForm.Number),
        new("tax_exemption_code", c => c.TaxExemptionCode, (c, v) => c.TaxExemptionCode = v),
    };

    private enum FieldForm
    {
        Text,
        AbsentWhenUnset,

        /// <summary>A number in the form that the settings say.</summary>
        Number,
    }

    /// <summary>Copies the fields of the body. Fields that are not sent stay unchanged.</summary>
    public static void Apply(ClientRecord client, JObject from)
    {
        foreach (var field in Table)
        {
            if (from[field.Name] != null)
            {
                field.Set(client, Wire.Filled(from, field.Name));
            }
        }

        if (from.ContainsKey("preferred_contact"))
        {
            client.PreferredContact = Wire.Object(from, "preferred_contact");
        }
    }

    public static void Write(JsonWriter json, ClientRecord client, InvoiceXpressSettings settings)
    {
        json.WriteStartObject();
        json.Field("id", client.Id);
        foreach (var field in Table)
        {
            field.Write(json, client, settings);
        }

        var contact = client.PreferredContact is null ? new JObject() : (JObject)client.PreferredContact.DeepClone();
        if (settings.UnknownFields)
        {
            contact["mobile"] ??= "910000000";
        }

        json.WritePropertyName("preferred_contact");
        contact.WriteTo(json);

        json.Field("open_account_link", "https://www.app.invoicexpress.example/suppliers/" + Mixer.Hex(16, client.Id));
        json.WriteEndObject();
    }

    private sealed class Field
    {
        private readonly Func<ClientRecord, string?> _get;
        private readonly FieldForm _form;

        public Field(string name, Func<ClientRecord, string?> get, Action<ClientRecord, string?> set, FieldForm form = FieldForm.Text)
        {
            Name = name;
            _get = get;
            Set = set;
            _form = form;
        }

        public string Name { get; }

        public Action<ClientRecord, string?> Set { get; }

        public void Write(JsonWriter json, ClientRecord client, InvoiceXpressSettings settings)
        {
            var value = _get(client);
            if (value is null && _form == FieldForm.AbsentWhenUnset)
            {
                return;
            }

            json.WritePropertyName(Name, escape: false);
            if (_form == FieldForm.Number && settings.ClientNumbers == NumberForm.Number
                && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                json.WriteValue(number);
            }
            else
            {
                json.WriteValue(value);
            }
        }
    }
}
