using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Text;
using Invoicing.Saft;
using Newtonsoft.Json;

namespace Invoicing.Commands;

/// <summary>
/// Delivers SAF-T (PT) files to the Portuguese tax authority, or has them validated, with the authority's own command-line client, which has to be
/// installed. The answer comes out as an object; the client's exit code is not trusted.
/// </summary>
[Cmdlet(VerbsLifecycle.Submit, "Saft", DefaultParameterSetName = PathSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(SaftSubmission))]
public sealed class SubmitSaftCommand : SaftFileCommand
{
    private bool _warned;

    /// <summary>The authority's client: FACTEMICLI-...-cmdClient.jar.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public string ClientPath { get; set; } = "";

    /// <summary>Tax number of the company and its password at the portal; a sub-user is written 599999993/1.</summary>
    [ValidateNotNull]
    [Parameter(Mandatory = true)]
    [Credential]
    public PSCredential Credential { get; set; } = PSCredential.Empty;

    /// <summary>The java program; else that of JAVA_HOME or the path.</summary>
    [Parameter]
    public string? JavaPath { get; set; }

    /// <summary>Have the file validated only: nothing is sent.</summary>
    [Parameter]
    public SwitchParameter ValidateOnly { get; set; }

    /// <summary>Send the file as a test, which the authority does not process.</summary>
    [Parameter]
    public SwitchParameter Test { get; set; }

    /// <summary>Go on where the declared totals are not those of the documents: the client asks about it.</summary>
    [Parameter]
    public SwitchParameter AcceptDifference { get; set; }

    /// <summary>Seconds to wait for the client; then it is stopped.</summary>
    [Parameter]
    [Alias("Timeout")]
    [ValidateRange(1, int.MaxValue / 1000)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int TimeoutSec { get; set; } = 600;

    /// <summary>Memory that Java may use, in megabytes.</summary>
    [Parameter]
    [ValidateRange(64, 1_000_000)]
    [CountTransformation(Needed = true)]
    [Completes]
    public int MaximumMemoryMB { get; set; } = 1024;

    /// <summary>A file that gets one line of JSON for each file handed over: when, what, its SHA-256, and the answer.</summary>
    [Parameter]
    public string? LogPath { get; set; }

    private protected override void Process(string file)
    {
        RequireXml(file);
        SaftHeader header = SaftReader.ReadHeader(file);
        SaftSubmission submission = Submission(file, header);
        string what = $"{submission.TaxNumber}, {submission.Year:0000}-{submission.Month:00}, '{file}'";
        if (!ValidateOnly && !ShouldProcess(what, Test ? "Send to the tax authority as a test" : "Send to the tax authority"))
        {
            return;
        }

        submission.Sha256 = Sha256(file);
        submission.Started = DateTime.Now;
        var client = new SaftClient(Client(), JavaPath is null ? null : PathOf(JavaPath));
        var timeout = TimeSpan.FromSeconds(TimeoutSec);
        bool hide = Await(client.HidesPasswordAsync(timeout, Cancel));
        if (!hide && !_warned)
        {
            _warned = true;
            WriteWarning("The password is an argument of the client and can be seen in the process list while it runs. With a .jar and Java 9 or later it is not.");
        }

        Run(client, submission, hide, timeout);
        WriteVerbose($"Handed over {what}, SHA-256 {submission.Sha256}: {submission.Code ?? "no answer"}");
        WriteLog(submission);
        WriteObject(submission);
        if (!submission.Succeeded)
        {
            throw submission.Failure();
        }
    }

    private static void RequireXml(string file)
    {
        using FileStream stream = File.OpenRead(file);
        if (stream.ReadByte() is 'P' or 0x1F)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"'{file}' is compressed; the client takes XML.") { Advice = "Unpack it first." };
        }
    }

    private static string Sha256(string file)
    {
        using FileStream stream = File.OpenRead(file);
        using var algorithm = SHA256.Create();
        return string.Concat(algorithm.ComputeHash(stream).Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private SaftSubmission Submission(string file, SaftHeader header)
    {
        string user = Credential.UserName.Split('/')[0].Trim();
        if (header.TaxRegistrationNumber != user)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"'{file}' is of the company {header.TaxRegistrationNumber}, the credential of {user}.");
        }

        if (header is not { StartDate: { } start, EndDate: { } end } || (start.Year, start.Month) != (end.Year, end.Month))
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"'{file}' does not cover one month; the tax authority takes one month at a time.");
        }

        return new SaftSubmission(file, user, start.Year, start.Month, ValidateOnly ? "Validate" : "Send", Test);
    }

    private string Client()
    {
        string path = PathOf(ClientPath);
        return File.Exists(path)
            ? path
            : throw new InvoicingException(ErrorKind.FileFailed, $"The client '{path}' does not exist.") { Advice = "Download the command-line client from the e-Fatura portal." };
    }

    private void Run(SaftClient client, SaftSubmission submission, bool hide, TimeSpan timeout)
    {
        string password = Credential.GetNetworkCredential().Password;
        string answer = System.IO.Path.GetTempFileName();
        try
        {
            var arguments = new List<string>
            {
                "-n", Credential.UserName.Trim(), "-p", password, "-a", submission.Year.ToString("0000", CultureInfo.InvariantCulture),
                "-m", submission.Month.ToString("00", CultureInfo.InvariantCulture),
                "-op", ValidateOnly ? "validar" : "enviar", "-i", submission.Path, "-o", answer,
            };
            if (Test)
            {
                arguments.Add("-t");
            }

            (int exitCode, string output) = Await(client.RunAsync(arguments, MaximumMemoryMB, hide, AcceptDifference ? "s" : "n", timeout, Cancel));
            submission.ExitCode = exitCode;
            submission.Output = password.Length > 0 ? output.Replace(password, "***") : output;
            string xml = File.ReadAllText(answer, Encoding.GetEncoding(28591));
            SaftClient.Read(xml.Length > 0 ? xml : output, submission);
        }
        finally
        {
            File.Delete(answer);
        }
    }

    private void WriteLog(SaftSubmission submission)
    {
        if (LogPath is null)
        {
            return;
        }

        string path = PathOf(LogPath);
        string line = JsonConvert.SerializeObject(new
        {
            submission.Started, submission.Path, submission.Sha256, submission.TaxNumber, submission.Year, submission.Month,
            submission.Operation, submission.IsTest, submission.Code, submission.FileId, submission.Message,
        });
        try
        {
            File.AppendAllText(path, line + Environment.NewLine);
        }
        catch (Exception fault) when (FileFault.IsOf(fault))
        {
            WriteFailure(FileFault.Writing(path, fault), path);
        }
    }
}
