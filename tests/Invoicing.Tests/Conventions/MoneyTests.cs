using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Invoicing.Saft;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Conventions;

/// <summary>
/// Amounts are decimal from end to end. Binary fractions are for time and chance alone, and the files that have them are named here; sources
/// are looked through because what a method body does shows nowhere else.
/// </summary>
public sealed class MoneyTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Where binary fractions are, and of what.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["src/Invoicing/Commands/Provider/ConnectInvoiceProvider.cs"] = "seconds",
        ["src/Invoicing/Commands/Export/ExportCommand.cs"] = "seconds",
        ["src/Invoicing/Base/ConnectorCmdlet.Guides.cs"] = "seconds",
        ["src/Invoicing/Commands/Archive/ExportInvoiceArchive.cs"] = "seconds",
        ["src/Invoicing/Commands/Invoice/GetInvoiceParameters.cs"] = "seconds",
        ["src/Invoicing/Commands/Invoice/SendInvoice.cs"] = "seconds",
        ["src/Invoicing.Core/Providers/InvoiceXpress/InvoiceXpressDocumentCreator.cs"] = "seconds",
        ["src/Invoicing.Core/Sessions/Saved/SavedConnection.cs"] = "seconds",
        ["src/Invoicing.Core/Http/RetryPolicy.cs"] = "seconds",
        ["src/Invoicing.Core/Engine/Operations/OperationPoller.cs"] = "seconds",
        ["src/Invoicing.Sandbox/SandboxFault.cs"] = "how often",
        ["src/Invoicing.Sandbox/SandboxRequest.cs"] = "milliseconds",
        ["src/Invoicing.Sandbox/Core/Exchange.cs"] = "milliseconds",
        ["src/Invoicing.Sandbox/Core/Mixer.cs"] = "chance",
    };

    private static readonly Type[] Forbidden = [typeof(double), typeof(float), typeof(double?), typeof(float?)];

    /// <summary>Types, conversions, literals without an m, and powers, which there are of binary fractions only.</summary>
    private static readonly Regex Binary = new(
        @"\b(double|float|Double|ToDouble|ToSingle|GetDouble|GetSingle|OADate|NextDouble)\b|\bMath\.(Pow|Sqrt|Exp|Log)\b|(?<![\w.])\d+\.\d+(?![\d.mM])|(?<![\w.])\d[\d_]*[dDfF]\b");

    /// <summary>Ways into the JSON library that read numbers as binary fractions unless they are told otherwise.</summary>
    private static readonly Regex Parsers = new(@"\b(JToken|JObject|JArray)\.(Parse|Load)\b|\bnew JsonTextReader\b|\bJsonSerializer\b|\bJsonConvert\.Deserialize");

    /// <summary>Where they are told.</summary>
    private static readonly Dictionary<string, string> Parsing = new()
    {
        ["src/Invoicing.Core/Archives/RecordJson.cs"] = "FloatParseHandling.Decimal",
        ["src/Invoicing.Core/Journal/JournalLine.cs"] = "FloatParseHandling.Decimal",
        ["src/Invoicing.Core/Reports/MonthReportNumbers.cs"] = "FloatParseHandling.Decimal",
        ["src/Invoicing.Sandbox/Core/CompanyRecords.cs"] = "FloatParseHandling.Decimal",
        ["src/Invoicing.Core/Sessions/Saved/ConnectionFile.cs"] = "WireJson.ParseToken",
        ["src/Invoicing.Sandbox/Http/HttpCall.cs"] = "FloatParseHandling.Decimal",
        ["src/Invoicing/Commands/Saft/SaftStateFile.cs"] = "SaftChainState",
    };

    private static readonly string Root = Repository.PathOf("");

    [Fact]
    public void BinaryFractionsAreOfTimeAndChanceAlone() => Assert.Equal(Allowed.Keys.Order(), Files(Binary));

    [Fact]
    public void NoParserMakesBinaryFractions()
    {
        Assert.Equal(Parsing.Keys.Order(), Files(Parsers));
        Assert.All(Parsing, file => Assert.Contains(file.Value, File.ReadAllText(Path.Combine(Root, file.Key))));
        Assert.DoesNotContain(typeof(SaftSeriesState).GetProperties(), property => property.PropertyType == typeof(decimal));
    }

    /// <summary>What is not public counts, too: wire maps, totals, the sandbox's books.</summary>
    [Fact]
    public void NoMemberIsABinaryFraction()
    {
        IEnumerable<Type> types = new[] { typeof(InvoiceSession), typeof(SandboxServer) }.SelectMany(type => type.Assembly.GetTypes())
            .Where(type => !Allowed.Keys.Any(file => Path.GetFileNameWithoutExtension(file) == Outermost(type).Name.Split('`')[0]));

        string[] found =
        [
            .. types.SelectMany(type => type.GetFields(Everything).Where(field => Forbidden.Contains(field.FieldType)).Select(field => $"{type}.{field.Name}")
                .Concat(type.GetMethods(Everything)
                    .Where(method => method.GetParameters().Append(method.ReturnParameter).Any(one => Forbidden.Contains(one.ParameterType)))
                    .Select(method => $"{type}.{method.Name}"))),
        ];

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("decimal a = 1.5;", true)]
    [InlineData("var a = (double)b;", true)]
    [InlineData("float? a;", true)]
    [InlineData("var a = 2d * b;", true)]
    [InlineData("Convert.ToDouble(a)", true)]
    [InlineData("decimal a = 1.5m + 2; // 1.5 double", false)]
    [InlineData("string a = \"1.5 double\";", false)]
    [InlineData("list.Single(); 0x1F; a.Items[0].B", false)]
    public void TheyAreKnownWhenTheyAreSeen(string code, bool found) => Assert.Equal(found, Binary.IsMatch(Bare(code)));

    private static IEnumerable<string> Files(Regex what) => Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(file => !file.Contains("/obj/") && !file.Contains("/bin/") && what.IsMatch(Bare(File.ReadAllText(Path.Combine(Root, file)))))
        .Order();

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    /// <summary>The code without comments and texts.</summary>
    private static string Bare(string code) => Regex.Replace(
        code, "\"\"\".*?\"\"\"|@\"(?:[^\"]|\"\")*\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])+'|//[^\\n]*", " ", RegexOptions.Singleline);
}
