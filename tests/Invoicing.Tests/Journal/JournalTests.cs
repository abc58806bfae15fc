using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Invoicing.Journal;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Journal;

/// <summary>The journal's file: chain, doubt, other processes, and disks that fail.</summary>
public sealed class JournalTests : IDisposable
{
    private static readonly TimeSpan Years = TimeSpan.FromDays(1000);
    private readonly Folder _folder = new();
    private DateTimeOffset _now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private string File => ChangeJournal.FileOf("acme", _folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AnotherReaderSeesEveryChangeWithItsOutcome()
    {
        Write(Open(), "A-1", JournalOutcome.Done, "71", "2026/1");
        Write(Open(), "A-2", JournalOutcome.Refused);
        Write(Open(), "A-3", JournalOutcome.Unknown);

        IReadOnlyList<JournalEntry> read = Open().ReadAll(_now);

        Assert.Equal(["A-1", "A-2", "A-3"], read.Select(entry => entry.Reference));
        Assert.Equal([JournalOutcome.Done, JournalOutcome.Refused, JournalOutcome.Unknown], read.Select(entry => entry.Outcome));
        Assert.Equal(("71", "2026/1", 12.5m, 64), (read[0].RecordId, read[0].Number, read[0].Amount, read[0].Sha256!.Length));
        Assert.Empty(Open().Check(out int lines));
        Assert.Equal(10, lines);
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("removed")]
    [InlineData("cut")]
    public void AChangedMissingOrBrokenLineIsFound(string how)
    {
        Write(Open(), "A-1", JournalOutcome.Done);
        List<string> lines = [.. System.IO.File.ReadAllLines(File)];
        switch (how)
        {
            case "changed":
                lines[1] = lines[1].Replace("12.5", "1.25");
                break;
            case "removed":
                lines.RemoveAt(2);
                break;
            default:
                lines[^1] = lines[^1][..40];
                break;
        }

        System.IO.File.WriteAllLines(File, lines);

        Assert.NotEmpty(Open().Check(out _));
    }

    /// <summary>A process that is killed while it writes leaves half a line; the next one writes a whole one after it.</summary>
    [Fact]
    public void HalfALineDoesNotSpoilTheNext()
    {
        Write(Open(), "A-1", JournalOutcome.Done);
        System.IO.File.AppendAllText(File, "{\"entry\":\"x\",\"ev");
        Write(Open(), "A-2", JournalOutcome.Done);

        Assert.Equal(["A-1", "A-2"], Open().ReadAll(_now).Select(entry => entry.Reference));
        Assert.Contains("cut short", Assert.Single(Open().Check(out _)).Fault);
    }

    /// <summary>What a killed process had sent is in doubt; what it had not sent is not.</summary>
    [Theory]
    [InlineData(true, JournalOutcome.Unknown)]
    [InlineData(false, JournalOutcome.NotSent)]
    public void AChangeOfADeadProcessIsInDoubtIfItWasSent(bool sent, JournalOutcome outcome)
    {
        JournalClaim claim = Begin(Open(), "A-1")!;
        if (sent)
        {
            claim.Sending("body");
        }

        System.IO.File.WriteAllText(File, System.IO.File.ReadAllText(File).Replace($"\"process\":{OwnProcess.Id}", "\"process\":2147483646"));

        ChangeJournal later = Open();
        Assert.Equal(outcome, Assert.Single(later.ReadAll(_now)).Outcome);
        Assert.Equal(sent, Begin(later, "A-1")!.InDoubt is not null);
    }

    [Fact]
    public void AChangeOfALivingProcessIsWaitedFor()
    {
        ChangeJournal journal = Open();
        using JournalClaim claim = Begin(journal, "A-1")!;

        Assert.Null(Begin(journal, "A-1"));
        Assert.NotNull(Begin(journal, "A-2"));

        claim.Sending("body");
        claim.End(JournalOutcome.Done, "71");
        Assert.Equal("71", Begin(journal, "A-1")!.Before!.RecordId);
    }

    [Fact]
    public void AnOldFileIsPutAsideAndWhatIsInDoubtGoesAlong()
    {
        ChangeJournal journal = Open();
        Write(journal, "A-1", JournalOutcome.Done);
        Write(journal, "A-2", JournalOutcome.Unknown);
        _now += TimeSpan.FromDays(100);
        Write(journal, "A-3", JournalOutcome.Done);

        Assert.Equal(2, Directory.GetFiles(Path.GetDirectoryName(File)!).Length);
        Assert.DoesNotContain("A-1", System.IO.File.ReadAllText(File));
        Assert.Equal(["A-1", "A-2", "A-3"], Open().ReadAll(_now).Select(entry => entry.Reference));
        Assert.NotNull(Begin(Open(), "A-2")!.InDoubt);
        Assert.Empty(Open().Check(out _));
        Assert.True(Open().HasDone("key A-1"));
    }

    /// <summary>A place where no file can be: one complaint, and the journal goes on in memory.</summary>
    [Fact]
    public void AFileThatCannotBeUsedIsSaidOnceAndFailsNothing()
    {
        System.IO.File.WriteAllText(_folder.At("journal"), "not a folder");
        ChangeJournal journal = Open();

        Write(journal, "A-1", JournalOutcome.Done);

        Assert.Contains("cannot be used", journal.Complaint());
        Assert.Null(journal.Complaint());
        Assert.Equal("A-1", Assert.Single(journal.ReadAll(_now)).Reference);
        Assert.Null(journal.Place);
    }

    [Fact]
    public void NothingOfTheBodyIsInTheFile()
    {
        JournalClaim claim = Begin(Open(), "A-1")!;
        claim.Sending("""{"client":{"email":"somebody@example.com"}}""");

        Assert.DoesNotContain("somebody", System.IO.File.ReadAllText(File));
    }

    private ChangeJournal Open() => new(new JournalFile(File, Years));

    private JournalClaim? Begin(ChangeJournal journal, string reference) => journal.TryBegin(
        new ChangeSubject("document", $"Invoice '{reference}'") { Reference = reference, Key = "key " + reference, Amount = 12.5m },
        new SessionJournal(journal, "acme", "InvoiceXpress", "acme", () => _now),
        out _);

    private void Write(ChangeJournal journal, string reference, JournalOutcome outcome, string? id = null, string? number = null)
    {
        using JournalClaim claim = Begin(journal, reference)!;
        claim.Sending("body of " + reference);
        claim.End(outcome, id, number);
    }
}
