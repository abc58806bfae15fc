using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.Core;

/// <summary>The records that a server was given to start with, by kind.</summary>
internal sealed class CompanyRecords
{
    private static readonly JsonSerializerSettings Exact = new() { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };

    private readonly ILookup<string, GivenRecord> _byKind;

    /// <exception cref="ArgumentException">A record is not a JSON object.</exception>
    public CompanyRecords(IReadOnlyList<SandboxRecord> records)
    {
        Any = records.Count > 0;
        _byKind = records.ToLookup(record => record.Kind, Read, StringComparer.Ordinal);
    }

    /// <summary>True if the company is a copy.</summary>
    public bool Any { get; }

    public GivenRecord? Account => Of("InvoiceAccount").FirstOrDefault();

    public IEnumerable<GivenRecord> Taxes => Of("Tax");

    public IEnumerable<GivenRecord> Series => Of("Sequence");

    public IEnumerable<GivenRecord> BankAccounts => Of("BankAccount");

    public IEnumerable<GivenRecord> Clients => Of("Client");

    public IEnumerable<GivenRecord> Items => Of("Item");

    /// <summary>Documents in the order of their identifiers.</summary>
    public IEnumerable<GivenRecord> Documents => Of("Invoice");

    /// <summary>Payments, those that were taken back too.</summary>
    public IEnumerable<GivenRecord> Payments => Of("Payment");

    private IEnumerable<GivenRecord> Of(string kind) => _byKind[kind].Where(record => record.Id > 0 || kind == "InvoiceAccount").OrderBy(record => record.Id);

    private static GivenRecord Read(SandboxRecord record)
    {
        try
        {
            return new GivenRecord(JsonConvert.DeserializeObject<JObject>(record.Json, Exact) ?? new JObject());
        }
        catch (JsonException fault)
        {
            throw new ArgumentException($"A record of the kind {record.Kind} is not a JSON object: {fault.Message}", nameof(record), fault);
        }
    }
}
