using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;
using Invoicing.Reports;

namespace Invoicing.Commands;

/// <summary>
/// Gets the statement of a client: opening balance, documents, payments, closing balance; a block of lines for each currency. With -OutFile it
/// becomes a page that prints well.
/// </summary>
[Cmdlet(VerbsCommon.Get, "InvoiceStatement")]
[OutputType(typeof(StatementLine), typeof(FileInfo))]
public sealed class GetInvoiceStatementCommand : ConnectorCmdlet<IInvoiceReader>
{
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string Account, string? Client)> _done = [];

    /// <summary>The client: its object, or text that is looked for as code, tax number and name, and as an id last. Wildcards are allowed in names.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [ClientTransformation(Now = true, Many = true)]
    [SupportsWildcards]
    [Completes]
    public ClientIdentity[] Client { get; set; } = [];

    /// <summary>First day, such as 2026-01-01. Everything before it is in the opening balance. Default: the first document.</summary>
    [Parameter]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? From { get; set; }

    /// <summary>Last day. Default: today.</summary>
    [Parameter]
    [DateTransformation(Now = true)]
    [Completes]
    public DateTime? To { get; set; }

    /// <summary>Path of an HTML page, or a folder; for several clients, a folder. The page needs no other file. A symbolic link is refused.</summary>
    [Parameter]
    [Alias("FilePath")]
    public string? OutFile { get; set; }

    /// <summary>Name of your company, as it shall stand on the page.</summary>
    [Parameter]
    [Completes]
    public string? CompanyName { get; set; }

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void Execute() => ForEach(ClientsLike(Client), client =>
    {
        Target = client;
        if (!_done.Add((SessionFor(client).AccountKey, client.Id)))
        {
            // Open documents name their client again and again.
            return;
        }

        string? path = OutFile is null ? null : PlaceFor(client);
        IReadOnlyList<ClientStatement> statements = Await(Records(client).Receivables.GetStatementsAsync(client, From, To, Cancel));
        foreach (string note in statements.SelectMany(statement => statement.Notes).Distinct())
        {
            WriteWarning($"{statements[0].ClientName}: {note}");
        }

        if (path is null)
        {
            WriteObject(statements.SelectMany(statement => statement.Lines), enumerateCollection: true);
            return;
        }

        StatementReport.Of(statements, CompanyName).Save(path, Force);
        WriteFile(path);
    });

    /// <summary>The path for a client, checked before the provider is asked for anything.</summary>
    private string PlaceFor(Client client)
    {
        string path = OutFilePath(OutFile!, $"Statement {client.Name ?? client.Id}.html");
        if (!_written.Add(path))
        {
            throw new InvoicingException(ErrorKind.FileFailed, $"'{path}' has the statement of another client already.") { Advice = "Name a folder with -OutFile for the statements of several clients." };
        }

        OutputFile.Refuse(path, Force);
        return path;
    }
}
