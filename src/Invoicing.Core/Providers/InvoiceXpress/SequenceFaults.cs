using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>
/// The meaning of the numbers in refusals about series; the same number means something else for each operation
/// (docs/facts/invoicexpress.md#series-errors).
/// </summary>
internal static class SequenceFaults
{
    public static readonly IReadOnlyDictionary<(int Status, string Code), string> OfCreate = new Dictionary<(int, string), string>
    {
        [(409, "006")] = "The series is being registered with the tax authority.",
        [(422, "001")] = "This name is not allowed for a series.",
        [(422, "002")] = "There is a series of this name already.",
        [(422, "003")] = "The series is not valid.",
        [(422, "004")] = "The tax authority does not take the account's credentials. Give it the right ones with Set-InvoiceAccount.",
        [(422, "005")] = "The account's tax number has no open activity.",
        [(422, "000")] = "The tax authority gave no reason.",
    };

    public static readonly IReadOnlyDictionary<(int Status, string Code), string> OfRegister = new Dictionary<(int, string), string>
    {
        [(404, "006")] = "There is no such series.",
        [(409, "005")] = "The whole series is registered already.",
        [(409, "008")] = "The series is being registered already.",
        [(422, "001")] = "This name is not allowed for a series.",
        [(422, "002")] = "The tax authority does not take the account's credentials. Give it the right ones with Set-InvoiceAccount.",
        [(422, "003")] = "The account's tax number has no open activity.",
        [(422, "004")] = "The account is not Portuguese.",
        [(422, "007")] = "The whole series is registered with the tax authority already.",
        [(422, "000")] = "The tax authority gave no reason.",
    };

    public static async Task<T> ExplainAsync<T>(IReadOnlyDictionary<(int Status, string Code), string> meanings, Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (ProviderException fault) when (fault is { StatusCode: { } status, Code: { } code } && meanings.TryGetValue(((int)status, code), out string? meaning))
        {
            throw fault.Reworded(fault.Kind, $"{meaning} {fault.Message}", meaning);
        }
    }
}
