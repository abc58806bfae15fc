using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using Invoicing.Saft;
using Newtonsoft.Json;
using Xunit;

namespace Invoicing.Tests.Saft;

/// <summary>The worked example of a signature chain, and what tampering does to it.</summary>
public sealed class SignatureTests
{
    private const string PublicKey = """
        -----BEGIN PUBLIC KEY-----
        MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDHp6I360P9lYMMDIIxCNhNYl/0
        C7HT0HcEpdjXRAWQCwbVdvHdmumkWNtumr6irPqeMNgYK3yeTHs6F9NNCC3ZE1tM
        /Nj2LRpkrvngiKjlzpC1Bxh7W+t+o3w+wkP3RTCdP7wwHj3UsJmzIo/6ksiL/cPC
        ORCysVgKTIl8Hpri3QIDAQAB
        -----END PUBLIC KEY-----
        """;

    private static readonly (string Number, string Date, string Entry, decimal Gross, string Hash, string Printed)[] Chain =
    [
        ("FT DEMO26/1", "2026-03-02", "2026-03-02T10:15:30", 123.00m,
            "mzmwmC1cPHLgA2ntyh4xIltgiWZuJNVAURF9E0BB7fzdyscj/eWhb3rUu8etggNojVaZThV4WEM4pe7UmkdA3Lh+qv04pvCxo8NuTa+sxftq3+EeZZG5"
            + "mpjHdugsKVP+P5ZdMwSjt4+JoDCjF9/7f6dB6PUqB1aIoXghhwo8pv8=", "mLIV"),
        ("FT DEMO26/2", "2026-03-02", "2026-03-02T16:40:05", 24.60m,
            "qaCaDa/x+7ezlXUlQkVhbJZWpN8+YDuIBNdxINMnJwdGfuGeOrt035T1XkvSvbq2yFj35U3raSdhxaW2gzbB6Xr3scV4DJ76jXzm7skU7cfp4pjtE6pM"
            + "AE0Zp4md7mxzosTLSZrIVkfTwhFj/XqdH7tjpdHpAuBAkq96XyXLIPk=", "qebu"),
        ("FT DEMO26/3", "2026-03-04", "2026-03-04T09:00:00", 1230.00m,
            "W9MR9JytsbF9/paE8Uwb1cJkXQFzL2/JKQ/SnmdRDssrH9lcNClFTeBjirvh1cQvKfKSCwNzzqWLTm9INR8qwom7MAaKsKD7+V60SqzB+YQmlb1cRThU"
            + "kC9Q9oF9GnWecNTmOHRgeWjmbY40ncrLzkBB7NdsnrkqPUG7BXfq/9o=", "WF1/"),
        ("NC DEMO26/1", "2026-03-05", "2026-03-05T11:22:33", 12.30m,
            "G2RvpLelTH1v3Uo9/2TWTseQNfv/8EJuQ/zgGWxkahv7cySj61qsvhMLkQ0ZSvq3lsI4OYJQt7JYgtL0d6vrJaVfbimSX6oQesSm0oNsAeVVztWHU8P3"
            + "DA8JrbFRw7DG1nvZ/zE+BRftZ/KbunYwGMnSFBGeJCyiMPpjR5inakM=", "G1TJ"),
    ];

    [Fact]
    public void The_example_verifies()
    {
        var report = Check(Example());

        Assert.Empty(report.Findings);
        Assert.Equal(4, report.Summary.SignaturesVerified);
        Assert.Equal(4, report.Summary.Tables.Single().SignaturesVerified);
    }

    [Fact]
    public void The_printed_characters_are_those_of_the_example()
        => Assert.All(Chain, one => Assert.Equal(one.Printed, SaftQrCode.PrintedHash(one.Hash)));

    [Fact]
    public void A_changed_total_fails_that_document_only()
        => Assert.Equal(["FT DEMO26/2"], Failed(Example().With(file => file.Documents[1].Gross = 24.61m)));

    [Fact]
    public void A_changed_signature_fails_that_document_and_its_successor()
        => Assert.Equal(["FT DEMO26/1", "FT DEMO26/2"], Failed(Example().With(file => file.Documents[0].Hash = "n" + Chain[0].Hash[1..])));

    [Fact]
    public void A_removed_document_fails_its_successor()
        => Assert.Equal(["FT DEMO26/3"], Failed(Example().With(file => file.Documents.RemoveAt(1))));

    [Fact]
    public void The_order_of_the_export_does_not_matter()
    {
        var file = Example();
        file.Documents.Reverse();

        Assert.Equal((4, 0), (Check(file).Summary.SignaturesVerified, Check(file).Summary.SignaturesFailed));
    }

    [Fact]
    public void The_first_of_a_series_that_starts_in_the_middle_cannot_be_verified()
    {
        var report = Check(Example().With(file => file.Documents.RemoveAt(0)));

        Assert.DoesNotContain(report.Findings, finding => finding.RuleId == "H04");
        Assert.Equal((2, 1), (report.Summary.SignaturesVerified, report.Summary.SignaturesUnverifiable));
    }

    [Fact]
    public void The_state_of_the_month_before_carries_the_chain_on()
    {
        var before = Check(Example().With(file => file.Documents.RemoveRange(1, 3))).State;
        var carried = JsonConvert.DeserializeObject<SaftChainState>(JsonConvert.SerializeObject(before));

        var report = Check(Example().With(file => file.Documents.RemoveAt(0)), carried);

        Assert.Empty(report.Findings);
        Assert.Equal((3, 0), (report.Summary.SignaturesVerified, report.Summary.SignaturesUnverifiable));
        Assert.Equal(["FT DEMO26: 3", "NC DEMO26: 1"], report.State.Series.Select(series => $"{series.Series}: {series.LastNumber}"));
        Assert.Equal(Chain[2].Hash, report.State.Series[0].LastHash);
    }

    [Fact]
    public void The_state_finds_a_gap_between_two_months()
    {
        var before = Check(Example().With(file => file.Documents.RemoveRange(1, 3))).State;

        var report = Check(Example().With(file => file.Documents.RemoveRange(0, 2)), before);

        var gap = Assert.Single(report.Findings, finding => finding.RuleId == "N01");
        Assert.Equal(("FT DEMO26/3", "FT DEMO26/2"), (gap.DocumentNumber, gap.Expected));
        Assert.Contains(report.Findings, finding => finding.RuleId == "H04");
    }

    [Fact]
    public void Series_that_the_file_lacks_stay_in_the_state()
    {
        var before = new SaftChainState { Series = [new SaftSeriesState { Series = "FT OLD", LastNumber = 7, LastHash = "x" }] };

        var state = Check(Example(), before).State;

        Assert.Contains(state.Series, series => series is { Series: "FT OLD", LastNumber: 7, LastHash: "x" });
        Assert.Equal("599999993", state.TaxRegistrationNumber);
    }

    [Fact]
    public void The_state_of_another_company_is_left_aside()
    {
        var before = new SaftChainState
        {
            TaxRegistrationNumber = "500000000", Series =
            [new SaftSeriesState { Series = "FT DEMO26", LastNumber = -5 }]
        };

        var report = Check(Example(), before);

        Assert.Empty(report.Findings);
        Assert.Equal(2, report.State.Series.Count);
    }

    [Fact]
    public void What_another_program_signed_is_not_a_failure()
    {
        var report = Check(Example().With(file => (file.Documents[3].Hash, file.Documents[3].Origin, file.Documents[3].HashControl)
            = (Chain[2].Hash[..^2] + "A=", "I", "8888.1")));

        Assert.DoesNotContain(report.Findings, finding => finding.RuleId == "H04");
        Assert.Equal(1, report.Summary.SignaturesUnverifiable);
    }

    [Fact]
    public void All_public_forms_of_a_key_are_read()
    {
        using var key = RSA.Create(1024);
        string[] forms =
        [
            key.ExportSubjectPublicKeyInfoPem(), key.ExportRSAPublicKeyPem(), Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
        ];

        var xml = TestFile.Typical().Sign(key).ToXml();

        Assert.All(
            forms, form => Assert.Equal(5, TestFile.Check(xml, new SaftCheckOptions { PublicKey = form }).Summary.SignaturesVerified));
    }

    [Theory]
    [MemberData(nameof(WrongKeys))]
    public void A_wrong_key_is_an_argument_error(string key)
        => Assert.Throws<ArgumentException>(() => Example().Check(new SaftCheckOptions { PublicKey = key }));

    public static TheoryData<string> WrongKeys()
    {
        using var rsa = RSA.Create(1024);
        using var curve = ECDsa.Create();
        return new TheoryData<string>
        {
            "", "nonsense", "-----BEGIN PUBLIC KEY-----\nAAAA", PublicKey[..120] + "\n-----END PUBLIC KEY-----",
            rsa.ExportPkcs8PrivateKeyPem(),
            curve.ExportSubjectPublicKeyInfoPem(),
        };
    }

    private static TestFile Example()
    {
        var file = new TestFile();
        foreach (var one in Chain)
        {
            file.Invoice(one.Number, document =>
            {
                (document.Date, document.Entry, document.Hash) = (one.Date, one.Entry, one.Hash);
                document.Line(one.Gross / 1.23m, line => line.Reference = one.Number[0] == 'N' ? "FT DEMO26/2" : null).Gross = one.Gross;
            });
        }

        return file;
    }

    private static SaftReport Check(TestFile file, SaftChainState? previous = null)
        => file.Check(new SaftCheckOptions { PublicKey = PublicKey, PreviousState = previous });

    private static IEnumerable<string?> Failed(TestFile file)
        => Check(file).Findings.Where(finding => finding.RuleId == "H04").SelectMany(finding => finding.Places)
            .Select(place => place.DocumentNumber);
}
