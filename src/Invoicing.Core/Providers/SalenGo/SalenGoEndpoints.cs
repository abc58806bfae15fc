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

    private static readonly Endpoint[] Table =
    [
        Row("client/create", "client.svc/create", Evidence.Official),
        Row("client/get", "client.svc/get", Evidence.Assumption),
        Row("client/update", "client.svc/update", Evidence.Assumption),
        Row("client/delete", "client.svc/delete", Evidence.Assumption),
        Row("client/list", "client.svc/list", Evidence.Assumption),

        Row("invoice/create", "document.svc/invoice/create", Evidence.Assumption),
        Row("invoice/get", "document.svc/invoice/get", Evidence.Assumption),
        Row("invoice/update", "document.svc/invoice/update", Evidence.Assumption),
        Row("invoice/delete", "document.svc/invoice/delete", Evidence.Assumption),
        Row("invoice/list", "document.svc/invoice/list", Evidence.Assumption),
        Row("invoice/sendByEmail", "document.svc/invoice/sendByEmail", Evidence.Inferred),

        Row("estimate/create", "document.svc/estimate/create", Evidence.Assumption),
        Row("estimate/get", "document.svc/estimate/get", Evidence.Assumption),
        Row("estimate/update", "document.svc/estimate/update", Evidence.Assumption),
        Row("estimate/delete", "document.svc/estimate/delete", Evidence.Assumption),
        Row("estimate/list", "document.svc/estimate/list", Evidence.Assumption),
        Row("estimate/sendByEmail", "document.svc/estimate/sendByEmail", Evidence.Inferred),
        Row("estimate/accept", "document.svc/estimate/accept", Evidence.Inferred),

        Row("recurring/create", "document.svc/recurring/create", Evidence.Official),
        Row("recurring/get", "document.svc/recurring/get", Evidence.Assumption),
        Row("recurring/update", "document.svc/recurring/update", Evidence.Assumption),
        Row("recurring/delete", "document.svc/recurring/delete", Evidence.Assumption),
        Row("recurring/list", "document.svc/recurring/list", Evidence.Assumption),

        Row("payment/create", "payment.svc/create", Evidence.Assumption),
        Row("payment/get", "payment.svc/get", Evidence.Assumption),
        Row("payment/update", "payment.svc/update", Evidence.Assumption),
        Row("payment/delete", "payment.svc/delete", Evidence.Assumption),
        Row("payment/list", "payment.svc/list", Evidence.Assumption),

        Row("expense/create", "expense.svc/create", Evidence.Assumption),
        Row("expense/get", "expense.svc/get", Evidence.Assumption),
        Row("expense/update", "expense.svc/update", Evidence.Assumption),
        Row("expense/delete", "expense.svc/delete", Evidence.Assumption),
        Row("expense/list", "expense.svc/list", Evidence.Assumption),

        Row("item/create", "item.svc/create", Evidence.Assumption),
        Row("item/get", "item.svc/get", Evidence.Assumption),
        Row("item/update", "item.svc/update", Evidence.Assumption),
        Row("item/delete", "item.svc/delete", Evidence.Assumption),
        Row("item/list", "item.svc/list", Evidence.Assumption),

        Row("tax/create", "tax.svc/create", Evidence.Assumption),
        Row("tax/get", "tax.svc/get", Evidence.Assumption),
        Row("tax/update", "tax.svc/update", Evidence.Assumption),
        Row("tax/delete", "tax.svc/delete", Evidence.Assumption),
        Row("tax/list", "tax.svc/list", Evidence.Assumption),

        Row("category/create", "category.svc/create", Evidence.Assumption),
        Row("category/get", "category.svc/get", Evidence.Assumption),
        Row("category/update", "category.svc/update", Evidence.Assumption),
        Row("category/delete", "category.svc/delete", Evidence.Assumption),
        Row("category/list", "category.svc/list", Evidence.Assumption),

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
}
