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
internal static class Operations
{
    private const string Verb = "POST";

    private static readonly Operation[] Table =
    [
        Row("client/create", "client.svc/create", Mark.Official),
        Row("client/get", "client.svc/get", Mark.Assumption),
        Row("client/update", "client.svc/update", Mark.Assumption),
        Row("client/delete", "client.svc/delete", Mark.Assumption),
        Row("client/list", "client.svc/list", Mark.Assumption),

        Row("invoice/create", "document.svc/invoice/create", Mark.Assumption),
        Row("invoice/get", "document.svc/invoice/get", Mark.Assumption),
        Row("invoice/update", "document.svc/invoice/update", Mark.Assumption),
        Row("invoice/delete", "document.svc/invoice/delete", Mark.Assumption),
        Row("invoice/list", "document.svc/invoice/list", Mark.Assumption),
        Row("invoice/sendByEmail", "document.svc/invoice/sendByEmail", Mark.Inferred),

        Row("estimate/create", "document.svc/estimate/create", Mark.Assumption),
        Row("estimate/get", "document.svc/estimate/get", Mark.Assumption),
        Row("estimate/update", "document.svc/estimate/update", Mark.Assumption),
        Row("estimate/delete", "document.svc/estimate/delete", Mark.Assumption),
        Row("estimate/list", "document.svc/estimate/list", Mark.Assumption),
        Row("estimate/sendByEmail", "document.svc/estimate/sendByEmail", Mark.Inferred),
        Row("estimate/accept", "document.svc/estimate/accept", Mark.Inferred),

        Row("recurring/create", "document.svc/recurring/create", Mark.Official),
        Row("recurring/get", "document.svc/recurring/get", Mark.Assumption),
        Row("recurring/update", "document.svc/recurring/update", Mark.Assumption),
        Row("recurring/delete", "document.svc/recurring/delete", Mark.Assumption),
        Row("recurring/list", "document.svc/recurring/list", Mark.Assumption),

        Row("payment/create", "payment.svc/create", Mark.Assumption),
        Row("payment/get", "payment.svc/get", Mark.Assumption),
        Row("payment/update", "payment.svc/update", Mark.Assumption),
        Row("payment/delete", "payment.svc/delete", Mark.Assumption),
        Row("payment/list", "payment.svc/list", Mark.Assumption),

        Row("expense/create", "expense.svc/create", Mark.Assumption),
        Row("expense/get", "expense.svc/get", Mark.Assumption),
        Row("expense/update", "expense.svc/update", Mark.Assumption),
        Row("expense/delete", "expense.svc/delete", Mark.Assumption),
        Row("expense/list", "expense.svc/list", Mark.Assumption),

        Row("item/create", "item.svc/create", Mark.Assumption),
        Row("item/get", "item.svc/get", Mark.Assumption),
        Row("item/update", "item.svc/update", Mark.Assumption),
        Row("item/delete", "item.svc/delete", Mark.Assumption),
        Row("item/list", "item.svc/list", Mark.Assumption),

        Row("tax/create", "tax.svc/create", Mark.Assumption),
        Row("tax/get", "tax.svc/get", Mark.Assumption),
        Row("tax/update", "tax.svc/update", Mark.Assumption),
        Row("tax/delete", "tax.svc/delete", Mark.Assumption),
        Row("tax/list", "tax.svc/list", Mark.Assumption),

        Row("category/create", "category.svc/create", Mark.Assumption),
        Row("category/get", "category.svc/get", Mark.Assumption),
        Row("category/update", "category.svc/update", Mark.Assumption),
        Row("category/delete", "category.svc/delete", Mark.Assumption),
        Row("category/list", "category.svc/list", Mark.Assumption),

        Row("callback/create", "callback.svc/create", Mark.Assumption),
        Row("callback/verify", "callback.svc/verify", Mark.Assumption),
        Row("callback/resendToken", "callback.svc/resendToken", Mark.Assumption),
        Row("callback/list", "callback.svc/list", Mark.Assumption),
        Row("callback/delete", "callback.svc/delete", Mark.Inferred),
    ];

    /// <summary>The whole table by the names of the methods.</summary>
    public static IReadOnlyDictionary<string, Operation> All { get; } = Table.ToDictionary(row => row.Name!, StringComparer.OrdinalIgnoreCase);

    /// <summary>A read may be repeated, and so may an update, which leaves the same state however often it is made.</summary>
    public static bool IsRepeatable(string name) =>
        new[] { "/get", "/list", "/update" }.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static Operation Row(string name, string path, Mark mark) => new(Verb, path, IsRepeatable(name), mark) { Name = name };
}
