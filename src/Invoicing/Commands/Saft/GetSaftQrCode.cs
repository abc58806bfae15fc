using System;
using System.Collections.Generic;
using System.Management.Automation;
using Invoicing.Saft;

namespace Invoicing.Commands;

/// <summary>
/// Computes the text of the QR code of each document in SAF-T (PT) files, to compare with what is printed or to print it.
/// </summary>
[Cmdlet(VerbsCommon.Get, "SaftQrCode", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SaftQrCodeText))]
public sealed class GetSaftQrCodeCommand : SaftFileCommand
{
    /// <summary>Numbers of documents. Wildcards are allowed. Default: all.</summary>
    [ValidateNotNull]
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [Completes]
    public string[] Number { get; set; } = ["*"];

    private protected override void Process(string file)
    {
        WildcardPattern[] patterns = Array.ConvertAll(Number, number => Wildcards.Parse(number));
        SaftHeader? header = null;
        var parties = new Dictionary<string, SaftParty>(StringComparer.Ordinal);
        foreach (SaftRecord record in SaftReader.Read(file))
        {
            switch (record)
            {
                case SaftHeader first:
                    header = first;
                    break;
                case SaftParty party when party.Id is not null:
                    parties[party.Id] = party;
                    break;
                case SaftDocument document when Array.Exists(patterns, pattern => pattern.IsMatch(document.Number ?? "")):
                    WriteObject(new SaftQrCodeText(document, SaftQrCode.For(
                        header ?? throw new InvoicingException(ErrorKind.InvalidFile, "The file has no header, which a QR code requires."),
                        document,
                        document.CustomerId is { } id && parties.TryGetValue(id, out SaftParty? customer) ? customer : null)));
                    break;
            }
        }
    }
}

/// <summary>A document and the text of its QR code.</summary>
public sealed class SaftQrCodeText
{
    internal SaftQrCodeText(SaftDocument document, string text)
    {
        Path = document.Path;
        Number = document.Number;
        Type = document.Type;
        Date = document.Date;
        Text = text;
    }

    /// <summary>The file.</summary>
    public string? Path { get; }

    /// <summary>The document's number.</summary>
    public string? Number { get; }

    /// <summary>The document's type, such as FT.</summary>
    public string? Type { get; }

    /// <summary>The document's date.</summary>
    public DateTime? Date { get; }

    /// <summary>The text of the QR code.</summary>
    public string Text { get; }

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
