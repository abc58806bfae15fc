using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Invoicing.Commands;
using Invoicing.Hosting.Tests.Support;
using Xunit;

namespace Invoicing.Hosting.Tests.Language;

/// <summary>
/// Messages in Portuguese: each message of the sources has a text in src/Invoicing/Language/messages.pt.txt; values are the same in both languages.
/// </summary>
public sealed class MessageTests
{
    private static readonly MessageTable Portuguese = MessageTable.Load("pt")!;
    private static readonly CultureInfo Portugal = CultureInfo.GetCultureInfo("pt-PT");
    private static readonly ILookup<string, string> InSources = new[] { "Invoicing", "Invoicing.Core", "Invoicing.Saft" }
        .SelectMany(folder => SourceMessages.Of(folder).SelectMany(one => one.Select(file => (one.Key, File: file)))).ToLookup(one => one.Key, one => one.File);

    [Fact]
    public void EachMessageHasAPortugueseText()
    {
        string[] missing = [.. InSources.Select(one => one.Key).Except(Portuguese.Texts.Keys)];

        Assert.NotEmpty(InSources);
        Assert.Empty(missing);
        Assert.All(ErrorMapper.Kinds, kind => Assert.Contains(ErrorMapper.AdviceOf(kind), Portuguese.Texts.Keys));
    }

    [Fact]
    public void ValuesAreTheSameInBothLanguages() =>
        Assert.All(Portuguese.Texts, text => Assert.Equal(Values(text.Key), Values(text.Value)));

    [Fact]
    public void NamesOfParametersAndCmdletsStay() => Assert.All(Portuguese.Texts, text => Assert.Equal(Names(text.Key), Names(text.Value)));

    /// <summary>A text that no source has any more would never be shown.</summary>
    [Fact]
    public void EachTextIsThatOfASource()
    {
        string sources = string.Join("\n", Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)).Replace(@"\\", @"\").Replace("{{", "{").Replace("}}", "}");
        string[] stale = [.. Portuguese.Texts.Keys.Where(text => !sources.Contains(Regex.Split(text, @"\{\d\}").OrderByDescending(part => part.Length).First().Trim(' ', ':', '.', ';')))];
        Assert.Empty(stale);
    }

    /// <summary>A pattern of a few signs would take over other messages.</summary>
    [Fact]
    public void EachTextHasWordsOfItsOwn() => Assert.All(Portuguese.Texts.Keys, text => Assert.Matches(@"\p{L}{2}", Regex.Replace(text, @"\{\d\}", "")));

    [Theory]
    [InlineData("Nothing is connected.", "Não há nenhuma ligação.")]
    [InlineData("The file 'a: b.xml' could not be read: access is denied.", "O ficheiro 'a: b.xml' não pôde ser lido: o acesso foi recusado.")]
    [InlineData("SalenGo cannot do this. These providers can: InvoiceXpress.", "SalenGo não permite fazer isto. Estes fornecedores permitem: InvoiceXpress.")]
    [InlineData("client 'Ana: Lda' in session 'acme'", "cliente 'Ana: Lda' na sessão 'acme'")]
    [InlineData("FT 1: 10.00 EUR; it binds and cannot be undone", "FT 1: 10.00 EUR; tem efeito legal e não pode ser desfeito")]
    [InlineData("Row 3 (MARCH-1)", "Linha 3 (MARCH-1)")]
    [InlineData("A text that nobody wrote.", "A text that nobody wrote.")]
    [InlineData("", "")]
    public void AMessageIsFoundByItsEnglishText(string english, string portuguese)
    {
        Assert.Equal(portuguese, Messages.In(english, Portugal));
        Assert.Equal(portuguese, Messages.In(english, CultureInfo.GetCultureInfo("pt-BR")));
        Assert.Equal(english, Messages.In(english, CultureInfo.GetCultureInfo("en-US")));
        Assert.Equal(english, Messages.In(english, CultureInfo.GetCultureInfo("et-EE")));
        Assert.Equal(english, Messages.In(english, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void AMessageOfAnyLengthIsShownSoon()
    {
        string text = string.Concat(Enumerable.Repeat("'{0}' is none of: a '; b. ", 20_000));
        Assert.Equal(text, Messages.In(text, Portugal));
        string shorter = text[..3000];
        Assert.NotEmpty(Messages.In(shorter, Portugal));
    }

    private static IEnumerable<string> Values(string text) => Regex.Matches(text, @"\{\d\}").Select(one => one.Value).Distinct().Order();

    private static IEnumerable<string> Names(string text) =>
        Regex.Matches(text, @"(?<![\w'])-[A-Z]\w+|\b[A-Z][a-z]+-(Invoice|Saft|Secret|Secure)\w*").Select(one => one.Value).Distinct().Order();
}
