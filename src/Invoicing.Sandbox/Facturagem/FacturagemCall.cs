using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Invoicing.Sandbox.Http;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.Facturagem;

/// <summary>A request during an operation: input, account, and answer.</summary>
internal sealed class FacturagemCall
{
    private readonly Parameters _parameters;
    private readonly Operation _operation;
    private readonly List<string> _arguments;
    private readonly AnswerWriter _writer;

    public FacturagemCall(
        FacturagemProvider provider,
        HttpCall http,
        AnswerWriter writer,
        Parameters parameters,
        Operation operation,
        List<string> arguments)
    {
        Provider = provider;
        Http = http;
        Links = new Links(provider.LinkHost, writer.Format, provider.Book.Account);
        _writer = writer;
        _parameters = parameters;
        _operation = operation;
        _arguments = arguments;
    }

    public FacturagemProvider Provider { get; }

    public HttpCall Http { get; }

    public Links Links { get; }

    public Book Book => Provider.Book;

    public Shapes Shapes => Provider.Shapes;

    public Wire Wire => Provider.Wire;

    public DateTimeOffset Now => Provider.Now;

    private bool IsExact => Shapes.Identifiers == IdentifierShape.Text;

    public string? Text(string name) => _parameters.Text(name);

    /// <summary>The account of the path; any but the user's own is not found. [inferred]</summary>
    public Record Account() => Book.Accounts.Find(_arguments[0], IsExact) ?? throw Refusal.Missing();

    public Record Client()
    {
        Account();
        return Client(_arguments[1]);
    }

    public Record Client(string identifier) => Book.Clients.Find(identifier, IsExact) ?? throw Refusal.Missing();

    public Record Invoice()
    {
        Account();
        return Invoice(_arguments[1]);
    }

    public Record Invoice(string identifier) => Book.Invoices.Find(identifier, IsExact) ?? throw Refusal.Missing();

    /// <summary>Takes the body over into a copy of a record and refuses it if anything is wrong then.</summary>
    public Record Apply(Record record, Action<Record>? prepare = null, Action<Record, Faults>? check = null)
    {
        var faults = new Faults();
        var changed = record.Clone();
        var reader = new FieldReader(Wire, Shapes, Book, faults);
        reader.Take(changed, Fields());
        prepare?.Invoke(changed);
        reader.Require(changed);
        check?.Invoke(changed, faults);
        return faults.Any ? throw Invalid(changed, faults) : changed;
    }

    /// <summary>The target resource and its errors. [official]</summary>
    public Refusal Invalid(Record record, Faults faults)
    {
        var branch = Wire.Write(record);
        branch["errors"] = faults.Write(Shapes.Errors);
        branch["links"] = Links.Of(record);
        return new Refusal(422, "The record is invalid.", Wrap(record.Resource.Name, branch));
    }

    public void Answer(Record record, Record? owner = null) =>
        _writer.Write(200, Wrap(record.Resource.Name, WithLinks(Wire.Write(record), Links.Of(record, owner))));

    public void Answer(Content content) => _writer.Write(200, content);

    /// <summary>Update, deletion and logout have an empty body. [official]</summary>
    public void AnswerEmpty() => _writer.WriteEmpty(200);

    public void AnswerRows(Resource resource, IEnumerable<JObject> rows)
    {
        var isLoose = _writer.Format == AnswerWriter.Json && Shapes.Lists == ListShape.Bare && Shapes.Answers == AnswerShape.Wrapped;
        var list = new JArray(rows.Select(row => isLoose ? new JObject { [resource.Name] = row } : row));
        if (Shapes.Lists == ListShape.Linked)
        {
            // Rails names an unnamed root "hash". [inferred]
            var path = Http.RawPath.Substring(FacturagemProvider.Prefix.Length);
            var whole = new JObject { [resource.Plural] = list, ["links"] = Links.OfList(path.Substring(0, path.LastIndexOf('.'))) };
            _writer.Write(200, new Content("hash", whole, isWrapped: false));
        }
        else
        {
            _writer.Write(200, new Content(resource.Plural, list, isWrapped: Shapes.Lists == ListShape.Rooted));
        }
    }

    /// <summary>One page of summaries, each with links to the full resource. [official]</summary>
    public void AnswerPage(Resource resource, IReadOnlyList<Record> records)
    {
        var size = Math.Max(1, Shapes.PageSize);
        var first = Shapes.Paging == PagingShape.FromZero ? 0 : 1;
        var page = Page(first) - first;
        if (Shapes.Paging == PagingShape.Repeating)
        {
            page = Math.Min(page, Math.Max(0, (records.Count - 1) / size));
        }

        var start = (int)Math.Min(records.Count, (long)page * size);
        AnswerRows(resource, Enumerable.Range(start, Math.Min(size, records.Count - start))
            .Select(i => WithLinks(Wire.Write(records[i], isSummary: true), Links.Of(records[i]))));
    }

    public static JObject WithLinks(JObject branch, JArray links)
    {
        branch["links"] = links;
        return branch;
    }

    public Content Wrap(string root, JObject branch) => new(root, branch, Shapes.Answers == AnswerShape.Wrapped);

    /// <summary>A page number that is not valid is not found, as with Rails paginators. [inferred]</summary>
    private int Page(int first)
    {
        var text = Text("page");
        if (text is null)
        {
            return first;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= first
            ? page
            : throw Refusal.Missing();
    }

    private JObject Fields()
    {
        if (Shapes.Bodies == BodyShape.Flat)
        {
            return _parameters.All;
        }

        return _parameters.All[_operation.Body!.Name] switch
        {
            null or JValue { Value: null or "" } => new JObject(),
            JObject fields => fields,
            _ => throw Refusal.Broken($"{_operation.Body.Name} is no structure."),
        };
    }
}
