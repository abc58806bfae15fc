using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Journal;

/// <summary>
/// One line of a journal: an event of an entry, in JSON. The line ends with the hash of the line before and its own, so that a line that
/// was changed or taken away is found.
/// </summary>
internal static class JournalLine
{
    public const string Opened = "opened";
    public const string Begin = "begin";
    public const string Sent = "sent";

    private const string HashField = ",\"hash\":\"";

    private static readonly Dictionary<JournalOutcome, string> Events = new()
    {
        [JournalOutcome.NotSent] = "unsent",
        [JournalOutcome.Done] = "done",
        [JournalOutcome.Refused] = "refused",
        [JournalOutcome.Unknown] = "unknown",
        [JournalOutcome.Absent] = "absent",
    };

    private static readonly JsonSerializerSettings Reading = new()
    {
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
    };

    public static string NameOf(JournalOutcome outcome) => Events[outcome];

    /// <summary>The events of an entry so far, to take it over into another file.</summary>
    public static IEnumerable<JObject> Of(JournalEntry entry)
    {
        yield return BeginOf(entry);
        if (entry.IsSent)
        {
            yield return SentOf(entry, entry.Time);
        }

        if (Events.TryGetValue(entry.Outcome, out string? end) && !entry.IsOpen)
        {
            yield return EndOf(entry.Id, end, entry.OutcomeTime ?? entry.Time, entry.RecordId, entry.Number);
        }
    }

    public static JObject BeginOf(JournalEntry entry) => Event(
        entry.Id,
        Begin,
        entry.Time,
        ("kind", entry.Kind),
        ("type", entry.Type),
        ("reference", entry.Reference),
        ("name", entry.Name),
        ("amount", entry.Amount),
        ("currency", entry.Currency),
        ("session", entry.Session),
        ("provider", entry.Provider),
        ("account", entry.Account),
        ("key", entry.Key),
        ("document", entry.DocumentId),
        ("bank", entry.BankEntryId),
        ("known", entry.Known.Count > 0 ? new JArray(entry.Known) : null),
        ("process", entry.Process),
        ("started", entry.ProcessStart),
        ("machine", entry.Machine));

    public static JObject SentOf(JournalEntry entry, DateTimeOffset time) => Event(entry.Id, Sent, time, ("sha256", entry.Sha256));

    public static JObject EndOf(string id, string name, DateTimeOffset time, string? recordId, string? number) =>
        Event(id, name, time, ("record", recordId), ("number", number));

    public static JObject OpenedAt(DateTimeOffset time) => Event(Guid.NewGuid().ToString("N"), Opened, time);

    /// <summary>Makes the text of a line.</summary>
    public static string Seal(JObject line, string before)
    {
        line["previous"] = before;
        string text = line.ToString(Formatting.None);
        string open = text.Substring(0, text.Length - 1);
        return $"{open}{HashField}{ChangeSubject.Hash(open)}\"}}";
    }

    /// <summary>The hash of a line, which the next one carries. A line that was cut short counts with what is there.</summary>
    public static string HashOf(string text) => Own(text) is { } own ? own.Hash : ChangeSubject.Hash(text);

    /// <summary>The fault of a line; <c>null</c> if it is as it was written.</summary>
    /// <param name="text">The line.</param>
    /// <param name="before">The hash of the line before; <c>null</c> for the first line that there is.</param>
    public static string? Fault(string text, string? before)
    {
        if (Own(text) is not { } own || Parse(text) is not { } line)
        {
            return "it was cut short or is not of the journal";
        }

        return ChangeSubject.Hash(own.Text) != own.Hash ? "it was changed after it was written"
            : before is not null && (string?)line["previous"] != before ? "the line before it is missing or was changed"
            : null;
    }

    /// <summary>Reads a line; <c>null</c> if it is not one.</summary>
    public static JObject? Parse(string text)
    {
        try
        {
            return JsonConvert.DeserializeObject<JObject>(text, Reading);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads the begin of an entry.</summary>
    public static JournalEntry ReadBegin(JObject line) => new()
    {
        Id = Text(line, "entry") ?? "",
        Time = Time(line, "time"),
        Kind = Text(line, "kind") ?? "",
        Type = Text(line, "type"),
        Reference = Text(line, "reference"),
        Name = Text(line, "name") ?? "",
        Amount = decimal.TryParse(Text(line, "amount"), NumberStyles.Number, CultureInfo.InvariantCulture, out decimal amount) ? amount : null,
        Currency = Text(line, "currency"),
        Session = Text(line, "session") ?? "",
        Provider = Text(line, "provider") ?? "",
        Account = Text(line, "account") ?? "",
        Key = Text(line, "key"),
        DocumentId = Text(line, "document"),
        BankEntryId = Text(line, "bank"),
        Known = line["known"] is JArray known ? [.. known.Select(id => (string?)id ?? "")] : [],
        Process = int.TryParse(Text(line, "process"), NumberStyles.Integer, CultureInfo.InvariantCulture, out int process) ? process : 0,
        ProcessStart = Time(line, "started").UtcDateTime,
        Machine = Text(line, "machine") ?? "",
    };

    /// <summary>Takes an event of an entry.</summary>
    public static void Take(JournalEntry entry, JObject line)
    {
        string? name = Text(line, "event");
        if (name == Sent)
        {
            entry.IsSent = true;
            entry.Sha256 = Text(line, "sha256");
            return;
        }

        foreach (KeyValuePair<JournalOutcome, string> end in Events.Where(end => end.Value == name))
        {
            entry.IsOpen = false;
            entry.Outcome = end.Key;
            entry.OutcomeTime = Time(line, "time");
            entry.RecordId = Text(line, "record") ?? entry.RecordId;
            entry.Number = Text(line, "number") ?? entry.Number;
        }
    }

    public static string? Text(JObject line, string name) => line[name] is JValue { Value: { } value }
        ? Convert.ToString(value, CultureInfo.InvariantCulture)
        : null;

    public static DateTimeOffset Time(JObject line, string name) =>
        DateTimeOffset.TryParse(Text(line, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : default;

    private static JObject Event(string id, string name, DateTimeOffset time, params (string Name, object? Value)[] fields)
    {
        var line = new JObject { ["entry"] = id, ["event"] = name, ["time"] = Format(time.UtcDateTime) };
        foreach ((string field, object? value) in fields.Where(field => field.Value is not null))
        {
            line[field] = value switch
            {
                JToken token => token,
                DateTime day => Format(day),
                decimal amount => amount.ToString(CultureInfo.InvariantCulture),
                _ => JToken.FromObject(value!),
            };
        }

        return line;
    }

    private static string Format(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static (string Text, string Hash)? Own(string text)
    {
        int at = text.LastIndexOf(HashField, StringComparison.Ordinal);
        return at < 0 || !text.EndsWith("\"}", StringComparison.Ordinal)
            ? null
            : (text.Substring(0, at), text.Substring(at + HashField.Length, text.Length - at - HashField.Length - 2));
    }
}
