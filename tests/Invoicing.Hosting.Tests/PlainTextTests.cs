using System;
using System.Linq;
using System.Management.Automation.Runspaces;
using Invoicing.Hosting.Tests.Support;
using Xunit;

namespace Invoicing.Hosting.Tests;

/// <summary>Views without colours, as in a log file or where a person switched them off.</summary>
public sealed class PlainTextTests : IDisposable
{
    private const char Escape = '\u001b';

    private readonly Runspace _runspace = HostedModule.Open();

    /// <summary>Every type that a cmdlet declares as its output and that the tests can make.</summary>
    public static TheoryData<string> Types => [.. Samples.Types.Select(type => type.FullName!)];

    public void Dispose() => _runspace.Dispose();

    [Theory]
    [MemberData(nameof(Types))]
    public void A_view_has_no_escape_sequence_when_they_are_off(string type)
    {
        object sample = Samples.Make(type);
        string[] views = ["Out-String", "Format-List | Out-String", "Format-Table | Out-String", "Format-Wide | Out-String"];
        foreach (string view in views)
        {
            string text = (string)_runspace.Run($"$PSStyle.OutputRendering = 'PlainText'; $sample | {view}", ("sample", sample)).Good.Single().BaseObject;
            Assert.NotEmpty(text.Trim());
            Assert.DoesNotContain(Escape, text);
        }
    }

    [Fact]
    public void The_headers_of_a_view_have_them_when_they_are_on()
    {
        object sample = Samples.Make(typeof(Client).FullName!);
        string text = (string)_runspace.Run("$PSStyle.OutputRendering = 'Ansi'; $sample | Out-String", ("sample", sample)).Good.Single().BaseObject;
        Assert.Contains(Escape, text);
    }
}
