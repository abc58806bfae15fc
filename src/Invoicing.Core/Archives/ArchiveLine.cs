using System;
using System.Globalization;
using Invoicing.Journal;
using Newtonsoft.Json.Linq;

namespace Invoicing.Archives;

/// <summary>The lines of a manifest: the archive, the begin and end of an export, a file, and a record that the provider no longer has.</summary>
internal static class ArchiveLine
{
    public const string Archive = "archive";
    public const string Begin = "begin";
    public const string End = "end";
    public const string File = "file";
    public const string Gone = "gone";

    public const int Format = 1;

    private const string Day = "yyyy-MM-dd";

    public static JObject Of(string line, DateTimeOffset time, params (string Name, object? Value)[] fields)
    {
        var json = new JObject { ["line"] = line, ["time"] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) };
        foreach ((string name, object? value) in fields)
        {
            if (value is not null)
            {
                json[name] = value is DateTime day ? day.ToString(Day, CultureInfo.InvariantCulture) : JToken.FromObject(value);
            }
        }

        return json;
    }

    public static JObject Of(ArchiveFile file) => Of(
        File,
        file.Time,
        ("kind", file.Kind),
        ("id", file.RecordId),
        ("role", file.Role.ToString()),
        ("path", file.Path),
        ("sha256", file.Path is null ? null : file.Sha256),
        ("bytes", file.Path is null ? null : file.Bytes),
        ("date", file.Date),
        ("source", file.Source),
        ("print", file.Print),
        ("document", file.Document),
        ("reason", file.Reason));

    public static string NameOf(JObject line) => JournalLine.Text(line, "line") ?? "";

    /// <summary>Reads the line of a file; <c>null</c> if a value has another form.</summary>
    public static ArchiveFile? ReadFile(JObject line) =>
        Enum.TryParse(JournalLine.Text(line, "role"), out ArchiveRole role)
            ? new ArchiveFile(JournalLine.Text(line, "kind") ?? "", JournalLine.Text(line, "id") ?? "", role)
            {
                Path = JournalLine.Text(line, "path"),
                Sha256 = JournalLine.Text(line, "sha256") ?? "",
                Bytes = long.TryParse(JournalLine.Text(line, "bytes"), NumberStyles.None, CultureInfo.InvariantCulture, out long bytes) ? bytes : 0,
                Date = DateTime.TryParseExact(JournalLine.Text(line, "date"), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date) ? date : null,
                Time = JournalLine.Time(line, "time"),
                Source = JournalLine.Text(line, "source") ?? "",
                Print = JournalLine.Text(line, "print"),
                Document = JournalLine.Text(line, "document"),
                Reason = JournalLine.Text(line, "reason"),
            }
            : null;
}
