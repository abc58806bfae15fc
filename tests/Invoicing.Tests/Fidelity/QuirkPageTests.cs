using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Invoicing.Sandbox.Facturagem;
using Invoicing.Sandbox.InvoiceXpress;
using Invoicing.Sandbox.SalenGo;
using Invoicing.Sandbox.SimplBooks;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Fidelity;

/// <summary>docs/sandbox.md names each setting of the sandboxes with its default, its values and its source, and nothing else.</summary>
public class QuirkPageTests
{
    /// <summary>The marks of docs/facts/README.md#confidence.</summary>
    private static readonly string[] Marks = ["official", "seen", "inferred", "assumption"];

    private static readonly Dictionary<string, object> Settings = new()
    {
        ["InvoiceXpress"] = new InvoiceXpressSettings(),
        ["SimplBooks"] = new SimplBooksSettings(),
        ["FACTURAgem"] = new Shapes(),
        ["SalenGo"] = new SalenGoSettings(),
    };

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach ((string provider, object settings) in Settings)
            {
                foreach (PropertyInfo setting in Of(settings))
                {
                    data.Add(provider, setting.Name);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Providers => [.. Settings.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void A_setting_has_a_row_with_its_default_and_its_source(string provider, string name)
    {
        PropertyInfo setting = Of(Settings[provider]).Single(one => one.Name == name);

        string[][] rows = [.. Rows(provider).Where(row => row[0] == name)];

        Assert.True(rows.Length == 1, $"{rows.Length} rows for {name} of {provider} in docs/sandbox.md");
        Assert.Equal(Convert.ToString(setting.GetValue(Settings[provider]), System.Globalization.CultureInfo.InvariantCulture), rows[0][1]);
        Assert.Contains(Marks, mark => rows[0][3].Contains(mark, StringComparison.Ordinal));
        if (setting.PropertyType.IsEnum)
        {
            string[] others = [.. Enum.GetNames(setting.PropertyType).Where(value => value != rows[0][1])];
            Assert.All(others, value => Assert.Matches($@"`{value}`", rows[0][2]));
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_row_is_about_a_setting_that_is_there(string provider)
    {
        string[] known = [.. Of(Settings[provider]).Select(setting => setting.Name)];

        Assert.Equal(known.Order(), Rows(provider).Select(row => row[0]).Where(name => !name.Contains('.')).Order());
    }

    private static IEnumerable<PropertyInfo> Of(object settings) => settings.GetType().GetProperties().Where(property => property.CanWrite);

    /// <summary>The cells of the rows of a provider's part of the page, without the marks of code.</summary>
    private static IEnumerable<string[]> Rows(string provider)
    {
        string page = File.ReadAllText(Repository.PathOf("docs/sandbox.md")).Replace("\r", "");
        string part = Regex.Match(page, $@"^## {provider}\n(.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
        return part.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line =>
        {
            string[] cells = [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];
            return new[] { cells[0].Trim('`'), cells[1].Trim('`'), cells[2], cells[3] };
        });
    }
}
