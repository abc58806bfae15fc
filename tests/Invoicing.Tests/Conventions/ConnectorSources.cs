using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.Conventions;

/// <summary>The sources of the connectors, line by line.</summary>
internal sealed partial class ConnectorSources
{
    private static readonly HashSet<string> Keywords =
    [
        "if", "else", "for", "foreach", "while", "return", "new", "null", "true", "false", "is", "not", "and", "or", "throw", "async", "await", "switch",
        "case", "default", "public", "private", "protected", "internal", "static", "readonly", "sealed", "override", "abstract", "virtual", "class",
        "string", "int", "decimal", "bool", "object", "this", "base", "try", "catch", "finally", "when", "in", "out", "ref", "using", "get", "set",
        "init", "where", "do", "break", "continue", "lock", "const", "void", "params", "var",
    ];

    private readonly List<SourceFile> _files;

    private ConnectorSources(List<SourceFile> files) => _files = files;

    /// <summary>The names of the connectors: a folder each.</summary>
    public IEnumerable<string> Connectors => _files.Select(file => file.Connector).Distinct();

    /// <summary>All lines of all files.</summary>
    public int Total => _files.Sum(file => file.Lines.Length);

    /// <summary>The lines that are neither empty, nor a comment, a using or a bracket.</summary>
    public int Telling => _files.Sum(file => file.Lines.Count(IsTelling));

    /// <summary>The rows of tables among them.</summary>
    public int Rows => _files.Sum(file => file.Lines.Count(line => IsTelling(line) && IsRow(line)));

    public static ConnectorSources Read()
    {
        string root = Repository.PathOf("src/Invoicing.Core/Providers");
        return new ConnectorSources([.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => new SourceFile(
            Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllLines(path)))]);
    }

    /// <summary>The runs of lines of the same shape that stand in two connectors, each by the places where it begins.</summary>
    /// <param name="length">The number of lines.</param>
    public IReadOnlyList<string> Repeated(int length) =>
    [
        .. _files.SelectMany(file => file.Runs(length))
            .GroupBy(run => run.Shape)
            .Where(same => same.Select(run => run.Connector).Distinct().Count() > 1)
            .Select(same => string.Join(", ", same.Select(run => run.Place))),
    ];

    /// <summary>
    /// True for a row of a table: one element of an initializer in braces, in brackets or in parentheses, a constant, an endpoint, a part of a
    /// provider.
    /// </summary>
    public static bool IsRow(string line) => Row().IsMatch(line.Trim());

    /// <summary>The shape of a line: names, texts and numbers are alike, keywords and signs are not.</summary>
    public static string ShapeOf(string line)
    {
        string shape = Number().Replace(Text().Replace(line.Trim(), "S"), "N");
        return Name().Replace(shape, name => Keywords.Contains(name.Value) ? name.Value : "i");
    }

    private static bool IsTelling(string line)
    {
        string bare = line.Trim();
        return bare.Trim('{', '}', '[', ']', '(', ')', ';', ',').Length > 0 && !bare.StartsWith("//", StringComparison.Ordinal)
            && !bare.StartsWith("using ", StringComparison.Ordinal) && !bare.StartsWith("namespace ", StringComparison.Ordinal);
    }

    [GeneratedRegex("""^(\{ .+ \},?|\{|\[.+\] = .+,|\(.+\),|new\(.+\)( \{.*\})?,|ResourceFactory\.Of\(.+\),|(\.\. )?(Row|Records|Read|Create|Replace|Delete)\(.+\)[,;)]+|(public|private|internal) const .+;|public static readonly (Endpoint|RecordEndpoints) .+|nameof\(.+,|[+] ".*"|MissingFields\.Line .+,)( // .*)?$""")]
    private static partial Regex Row();

    [GeneratedRegex("""\$?@?"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)+'""")]
    private static partial Regex Text();

    [GeneratedRegex(@"\b\d[\d_.]*m?\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Name();

    private sealed record Run(string Connector, string Place, string Shape);

    private sealed record SourceFile(string Path, string[] Lines)
    {
        public string Connector => Path.Split('/')[0];

        /// <summary>Every run of telling lines; a row of a table ends it.</summary>
        public IEnumerable<Run> Runs(int length)
        {
            var run = new List<(int Number, string Shape)>();
            for (int i = 0; i < Lines.Length; i++)
            {
                if (!IsTelling(Lines[i]))
                {
                    continue;
                }

                if (IsRow(Lines[i]))
                {
                    run.Clear();
                    continue;
                }

                run.Add((i + 1, ShapeOf(Lines[i])));
                if (run.Count >= length)
                {
                    (int number, _) = run[^length];
                    yield return new Run(Connector, $"{Path}:{number}", string.Join('\n', run.TakeLast(length).Select(line => line.Shape)));
                }
            }
        }
    }
}
