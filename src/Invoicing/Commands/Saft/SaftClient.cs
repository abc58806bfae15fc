using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using System.Xml;

namespace Invoicing.Commands;

/// <summary>
/// The tax authority's command-line client, a Java program that the user has installed. Its password is an argument; Java 9 and later read
/// arguments from a file, which keeps it out of the process list.
/// </summary>
internal sealed class SaftClient
{
    private const int FirstWithArgumentFiles = 9;

    private static readonly Regex Version = new("version \"(?:1\\.)?(\\d+)");

    private readonly string _client;
    private readonly string? _java;

    /// <param name="client">The client: a .jar, or a program that starts it.</param>
    /// <param name="java">The java program; null for the one of JAVA_HOME or the path.</param>
    public SaftClient(string client, string? java)
    {
        _client = client;
        _java = IsJar ? java ?? FindJava() : null;
    }

    private bool IsJar => _client.EndsWith(".jar", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the arguments can be read from a file.</summary>
    public async Task<bool> HidesPasswordAsync(TimeSpan timeout, CancellationToken cancel)
    {
        if (_java is null)
        {
            return false;
        }

        (_, string output) = await RunAsync(_java, ["-version"], null, timeout, cancel).ConfigureAwait(false);
        Match match = Version.Match(output);
        return match.Success && int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) >= FirstWithArgumentFiles;
    }

    /// <summary>Runs the client and gives its exit code and output.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(
        IReadOnlyList<string> arguments, int memory, bool hide, string answerToQuestions, TimeSpan timeout, CancellationToken cancel)
    {
        if (_java is null)
        {
            return await RunAsync(_client, arguments, answerToQuestions, timeout, cancel).ConfigureAwait(false);
        }

        string[] all = [$"-Xmx{memory}m", "-jar", _client, .. arguments];
        if (!hide)
        {
            return await RunAsync(_java, all, answerToQuestions, timeout, cancel).ConfigureAwait(false);
        }

        // A file that the framework makes for one user to read.
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, string.Join("\n", all.Select(ArgumentFileQuoted)), new UTF8Encoding(false));
            return await RunAsync(_java, ["@" + file], answerToQuestions, timeout, cancel).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Reads the answer of the client; nothing where there is none.</summary>
    public static void Read(string xml, SaftSubmission into)
    {
        int start = xml.IndexOf("<response", StringComparison.Ordinal);
        int end = xml.LastIndexOf("</response>", StringComparison.Ordinal);
        if (start < 0 || end < start)
        {
            return;
        }

        var document = new XmlDocument { XmlResolver = null };
        try
        {
            document.LoadXml(xml.Substring(start, end - start + "</response>".Length));
        }
        catch (XmlException)
        {
            return;
        }

        XmlElement response = document.DocumentElement!;
        string? Text(string name) => response.SelectSingleNode(name)?.InnerText.Trim();
        into.Code = response.GetAttribute("code");
        into.Message = response.SelectNodes("errors/error|warning")!.Cast<XmlNode>().Select(node => node.InnerText.Trim()).ToArray();
        into.FileId = Text("idFicheiro");
        into.Invoices = Text("totalFaturas");
        into.Credit = Text("totalCreditos");
        into.Debit = Text("totalDebitos");
        into.Created = Text("createdDate");
    }

    private static string FindJava()
    {
        string name = Path.DirectorySeparatorChar == '\\' ? "java.exe" : "java";
        string? home = Environment.GetEnvironmentVariable("JAVA_HOME");
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(folder => folder.Length > 0);
        return (string.IsNullOrEmpty(home) ? folders : folders.Prepend(Path.Combine(home, "bin"))).Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists)
            ?? throw new InvoicingException(ErrorKind.FileFailed, "Java was not found: neither in JAVA_HOME nor in the path.")
            {
                Advice = "Install Java 9 or later, or name the java program with -JavaPath.",
            };
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(
        string program, IReadOnlyList<string> arguments, string? input, TimeSpan timeout, CancellationToken cancel)
    {
        var output = new StringBuilder();
        using var process = new Process
        {
            EnableRaisingEvents = true,
            StartInfo = new ProcessStartInfo(program, string.Join(" ", arguments.Select(Quoted)))
            {
                UseShellExecute = false, CreateNoWindow = true,
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            },
        };
        var exited = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.Exited += (_, _) => exited.TrySetResult(true);
        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        }

        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new InvoicingException(ErrorKind.FileFailed, $"The program '{program}' could not be started.", fault);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            // The client asks and would wait for ever.
            process.StandardInput.WriteLine(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading.
        }

        await Task.WhenAny(exited.Task, Task.Delay(timeout, cancel)).ConfigureAwait(false);
        if (!exited.Task.IsCompleted)
        {
            process.Kill();
            cancel.ThrowIfCancellationRequested();
            throw new InvoicingException(ErrorKind.OperationTimeout, $"The client of the tax authority did not end within {timeout.TotalSeconds:0} seconds and was stopped.")
            {
                Advice = "Look at the e-Fatura portal whether the file arrived before you send it again; give a longer -TimeoutSec.",
            };
        }

        // Waits for the rest of the output.
        process.WaitForExit();
        lock (output)
        {
            return (process.ExitCode, output.ToString());
        }
    }

    /// <summary>An argument as the programs of all systems take it from one command line.</summary>
    private static string Quoted(string argument) => argument.Length > 0 && argument.IndexOfAny([' ', '\t', '"']) < 0
        ? argument
        : "\"" + Regex.Replace(Regex.Replace(argument, "(\\\\*)\"", "$1$1\\\""), "(\\\\+)$", "$1$1") + "\"";

    private static string ArgumentFileQuoted(string argument) => "\"" + argument.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
