using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine;
using Invoicing.Engine.Fields;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// The methods (docs/facts/salengo.md#methods), each with its address below the entry point. The provider's pages spell them in four ways,
/// of which only the address with .svc looks like a real one. A mark tells how sure the address is: that there are such operations is often
/// surer.
/// </summary>
internal static class SalenGoEndpoints
{
    private const string Verb = "POST";

    private static readonly string[] OfRecords = ["create", "get", "update", "delete", "list"];

    private static readonly Endpoint[] Table =
    [
        .. Records("client", "client.svc", createMark: Evidence.Official),
        .. Records("invoice", "document.svc/invoice"),
        Row("invoice/sendByEmail", "document.svc/invoice/sendByEmail", Evidence.Inferred),
        .. Records("estimate", "document.svc/estimate"),
        Row("estimate/sendByEmail", "document.svc/estimate/sendByEmail", Evidence.Inferred),
        Row("estimate/accept", "document.svc/estimate/accept", Evidence.Inferred),
        .. Records("recurring", "document.svc/recurring", createMark: Evidence.Official),
        .. Records("payment", "payment.svc"),
        .. Records("expense", "expense.svc"),
        .. Records("item", "item.svc"),
        .. Records("tax", "tax.svc"),
        .. Records("category", "category.svc"),
        Row("callback/create", "callback.svc/create", Evidence.Assumption),
        Row("callback/verify", "callback.svc/verify", Evidence.Assumption),
        Row("callback/resendToken", "callback.svc/resendToken", Evidence.Assumption),
        Row("callback/list", "callback.svc/list", Evidence.Assumption),
        Row("callback/delete", "callback.svc/delete", Evidence.Inferred),
    ];

    /// <summary>The whole table by the names of the methods.</summary>
    public static IReadOnlyDictionary<string, Endpoint> All { get; } = Table.ToDictionary(row => row.Name!, StringComparer.OrdinalIgnoreCase);

    /// <summary>A read may be repeated, and so may an update, which leaves the same state however often it is made.</summary>
    public static bool IsRepeatable(string name) =>
        new[] { "/get", "/list", "/update" }.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static Endpoint Row(string name, string path, Evidence mark) => new(Verb, path, IsRepeatable(name), mark) { Name = name, IsChange = name.EndsWith("/update", StringComparison.OrdinalIgnoreCase) };

    private static IEnumerable<Endpoint> Records(string name, string path, Evidence createMark = Evidence.Assumption) =>
        OfRecords.Select(verb => Row($"{name}/{verb}", $"{path}/{verb}", verb == "create" ? createMark : Evidence.Assumption));
}
