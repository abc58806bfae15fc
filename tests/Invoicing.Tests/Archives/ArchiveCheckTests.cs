using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Invoicing.Tests.Archives;

/// <summary>Every way in which an archive can be damaged is found and named; what can be fetched again is fetched by the next export.</summary>
public sealed class ArchiveCheckTests
{
    private const string Manifest = "manifest.jsonl";

    /// <summary>A damage, its finding, and whether the next export mends it.</summary>
    private static readonly Dictionary<string, (Action<ArchiveRig, string> Do, ArchiveFindingKind Kind, bool Mends)> Damages = new()
    {
        ["deleted"] = ((rig, path) => File.Delete(rig.At(path)), ArchiveFindingKind.Missing, true),
        ["longer"] = ((rig, path) => File.AppendAllText(rig.At(path), " "), ArchiveFindingKind.Changed, true),
        ["cut"] = ((rig, path) => File.WriteAllText(rig.At(path), ""), ArchiveFindingKind.Changed, true),
        ["one byte"] = ((rig, path) => Flip(rig.At(path)), ArchiveFindingKind.Changed, false),
        ["stranger"] = ((rig, path) => File.WriteAllText(rig.At("documents/other.txt"), "x"), ArchiveFindingKind.Unexpected, false),
        ["half file"] = ((rig, path) => File.WriteAllText(rig.At("clients/client-1.json.abc.part"), "x"), ArchiveFindingKind.Unexpected, true),
        ["line changed"] = ((rig, path) => Edit(rig, lines => lines[3] = lines[3].Replace("\"bytes\":", "\"bytes\":1", StringComparison.Ordinal)), ArchiveFindingKind.ManifestDamaged, false),
        ["line taken away"] = ((rig, path) => Edit(rig, lines => lines.RemoveAt(4)), ArchiveFindingKind.ManifestDamaged, false),
        ["end taken away"] = ((rig, path) => Edit(rig, lines => lines.RemoveAt(lines.Count - 1)), ArchiveFindingKind.Unfinished, true),
    };

    public static TheoryData<string> Names => [.. Damages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ADamageIsFound(string name)
    {
        using var rig = new ArchiveRig("SalenGo", 6);
        await rig.ExportAsync();
        (Action<ArchiveRig, string> damage, ArchiveFindingKind kind, bool mends) = Damages[name];
        string path = rig.FilesOf(ArchiveRole.Record).First(file => file.Path!.StartsWith("documents/", StringComparison.Ordinal)).Path!;

        damage(rig, path);

        IReadOnlyList<ArchiveFinding> findings = rig.Open().Check();
        Assert.Contains(findings, finding => finding.Kind == kind);
        Assert.True(kind == ArchiveFindingKind.ManifestDamaged || findings.Count == 1, string.Join("\n", findings));
        if (mends)
        {
            await rig.ExportAsync();
            Assert.Empty(rig.Open().Check());
        }
    }

    [Fact]
    public async Task ARecordThatWasChangedIsNotRead()
    {
        using var rig = new ArchiveRig("SalenGo", 2);
        await rig.ExportAsync();
        Flip(rig.At(rig.FilesOf(ArchiveRole.Record).First(file => file.Kind == nameof(Client)).Path!));

        var fault = Assert.Throws<InvoicingException>(() => rig.Open().Clients.ToList());

        Assert.Equal(ErrorKind.InvalidFile, fault.Kind);
    }

    [Fact]
    public async Task APathOutOfTheArchiveIsNeverFollowed()
    {
        using var rig = new ArchiveRig("SalenGo", 2);
        await rig.ExportAsync();
        Edit(rig, lines =>
        {
            for (int i = 0; i < lines.Count; i++)
            {
                lines[i] = lines[i].Replace("\"path\":\"clients/", "\"path\":\"../clients/", StringComparison.Ordinal);
            }
        });

        Assert.Contains(rig.Open().Check(), finding => finding.Message.Contains("not a path within the archive", StringComparison.Ordinal));
        Assert.Throws<InvoicingException>(() => rig.Open().Clients.ToList());
    }

    [Fact]
    public void AFolderThatIsNoArchiveIsRefused()
    {
        var fault = Assert.Throws<InvoicingException>(() => InvoiceArchive.Open(Path.GetTempPath()));

        Assert.Equal(ErrorKind.FileFailed, fault.Kind);
    }

    private static void Flip(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    private static void Edit(ArchiveRig rig, Action<List<string>> edit)
    {
        List<string> lines = [.. File.ReadAllLines(rig.At(Manifest))];
        edit(lines);
        File.WriteAllText(rig.At(Manifest), string.Join("\n", lines) + "\n");
    }
}
