using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Reports;

/// <summary>
/// The numbers of a report by name. They are part of its page, so that a later report can be compared with the page alone: nothing beside it can
/// be lost or belong to another page.
/// </summary>
public sealed class MonthReportNumbers
{
    /// <summary>The form of the numbers. A later version with another form gets another name.</summary>
    private const string Form = "invoicing-report-1";

    private const int LargestPage = 16 * 1024 * 1024;
    private const int Deepest = 4;

    private static readonly Regex Data = new("<meta name=\"" + ReportPage.DataName + "\" content=\"([^\"]*)\">", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, decimal> _values;

    internal MonthReportNumbers(string period, string source, string? currency, DateTime asOf, IEnumerable<KeyValuePair<string, decimal>> values)
    {
        (Period, Source, Currency, AsOf) = (period, source, currency, asOf);
        _values = [];
        foreach (KeyValuePair<string, decimal> value in values)
        {
            _values[value.Key] = _values.TryGetValue(value.Key, out decimal same) ? same + value.Value : value.Value;
        }
    }

    /// <summary>The month as year-month.</summary>
    public string Period { get; }

    /// <summary>The source of the numbers.</summary>
    public string Source { get; }

    /// <summary>ISO code of the currency; <c>null</c> for that of the account.</summary>
    public string? Currency { get; }

    /// <summary>The day for which the open documents were told.</summary>
    public DateTime AsOf { get; }

    /// <summary>The numbers by name.</summary>
    public IReadOnlyDictionary<string, decimal> Values => _values;

    /// <summary>Reads the numbers of a page that was saved before.</summary>
    /// <param name="path">The path of the page.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="InvoicingException">The file is no report of this module, or cannot be read (<see cref="ErrorKind.FileFailed"/>).</exception>
    public static MonthReportNumbers Load(string path)
    {
        try
        {
            if (new FileInfo(path).Length <= LargestPage && Data.Match(File.ReadAllText(path)) is { Success: true } found)
            {
                return Parse(WebUtility.HtmlDecode(found.Groups[1].Value)) ?? throw NoReport(path, null);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw FileFault.Reading(path, fault);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or OverflowException or InvalidCastException or ArgumentException)
        {
            throw NoReport(path, fault);
        }

        throw NoReport(path, null);
    }

    internal string ToJson()
    {
        var values = new JObject();
        foreach (KeyValuePair<string, decimal> value in _values)
        {
            values[value.Key] = value.Value;
        }

        return new JObject
        {
            ["form"] = Form,
            ["period"] = Period,
            ["source"] = Source,
            ["currency"] = Currency,
            ["asOf"] = AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["values"] = values,
        }.ToString(Formatting.None);
    }

    private static MonthReportNumbers? Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { MaxDepth = Deepest, FloatParseHandling = FloatParseHandling.Decimal, DateParseHandling = DateParseHandling.None };
        var root = JObject.Load(reader);
        return (string?)root["form"] != Form || root["values"] is not JObject values ? null : new MonthReportNumbers(
            (string?)root["period"] ?? "",
            (string?)root["source"] ?? "",
            (string?)root["currency"],
            DateTime.ParseExact((string?)root["asOf"] ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture),
            values.Properties().Select(one => new KeyValuePair<string, decimal>(one.Name, (decimal)one.Value)));
    }

    private static InvoicingException NoReport(string path, Exception? fault) =>
        new(ErrorKind.FileFailed, $"'{path}' is not a report that Export-InvoiceReport saved.", fault)
        {
            Advice = "Name the page of an earlier report, or leave -Since out.",
        };
}
