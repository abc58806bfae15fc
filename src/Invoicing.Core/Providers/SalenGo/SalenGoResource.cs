using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using Invoicing.Journal;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Invoicing.Providers.SalenGo;

/// <summary>
/// The common part of the methods of all resources (docs/facts/salengo.md#methods): create and update carry one member named after the
/// resource, get and delete the bare identifier, list filters and paging. A resource says by its interfaces which of these it has.
/// </summary>
internal abstract class SalenGoResource<T> : RecordResource<T>
    where T : InvoiceRecord, new()
{
    private readonly string _plural;

    protected SalenGoResource(ConnectorContext context, string name, string plural, Func<SalenGoMaps, FieldMap<T>> map)
        : base(context)
    {
        Calls = new Calls(context);
        Name = name;
        Map = map(Calls.Maps);
        IdName = Map.NameOf(nameof(InvoiceRecord.Id))!;
        _plural = plural;
    }

    protected Calls Calls { get; }

    protected FieldMap<T> Map { get; }

    /// <summary>Name of the resource, with which the names of its methods begin.</summary>
    protected string Name { get; }

    protected override string Kind => Name;

    protected string IdName { get; }

    public override Listing<T> List(ListQuery query) => List(Filter(query), query.PageSize);

    public Listing<T> List(ListFilter filter, int? pageSize = null)
    {
        int size = Math.Min(pageSize ?? SalenGoProvider.LargestPage, SalenGoProvider.LargestPage);
        return Paging.Distinct<T>((number, cancel) => Calls.SendAsync(
            $"{Name}/list", Calls.Maps.Filter.Write(filter.WithPage(number, size)), answer => ReadPage(answer, number, size), cancel, number));
    }

    public override async Task<T> GetAsync(string id, CancellationToken cancellationToken = default) => Context.Asked(
        await Calls.SendAsync($"{Name}/get", Identified(id), answer => Read(ReadOne(answer)), cancellationToken).ConfigureAwait(false), id);

    public override async Task<T> SendUpdateAsync(T item, CancellationToken cancel)
    {
        JObject row = Identified(item.Id);
        foreach (JProperty field in Write(item).Properties().Where(field => field.Name != IdName))
        {
            row[field.Name] = field.Value;
        }

        await Calls.SendAsync($"{Name}/update", new JObject { [Calls.Name(Name)] = row }, cancel).ConfigureAwait(false);
        return item.Copy();
    }

    /// <summary>A create answers with the identifier alone [official], so what was made is got afterwards.</summary>
    public override async Task<T> SendNewAsync(T item, ChangeSubject subject, CancellationToken cancel)
    {
        JObject row = Write(item);
        row.Remove(IdName);
        var body = new JObject { [Calls.Name(Name)] = row };
        bool isRead = false;
        T made = await SendOnceAsync(item, subject, Send, cancel, Lag).ConfigureAwait(false);
        return isRead ? made : await ReadBackAsync(made, item, subject.Words, cancel).ConfigureAwait(false);

        async Task<T> Send()
        {
            T sent = await Calls.SendAsync($"{Name}/create", body, ReadMade, cancel).ConfigureAwait(false);
            T whole = Believe(await ReadBackAsync(sent, item, subject.Words, cancel).ConfigureAwait(false), item);
            isRead = true;
            return whole;
        }
    }

    /// <summary>Refuses to believe an answer about another object.</summary>
    protected virtual T Believe(T made, T sent) => made;

    public override Task RemoveAsync(T item, CancellationToken cancellationToken = default) =>
        Calls.SendAsync($"{Name}/delete", Identified(item.Id), cancellationToken);

    /// <summary>The time that a new record may take to show in a list: nobody knows [assumption].</summary>
    protected static TimeSpan Lag { get; } = TimeSpan.FromSeconds(2);

    /// <summary>The filters of a listing.</summary>
    protected virtual ListFilter Filter(ListQuery query) => new();

    protected virtual JObject Write(T item) => Map.Write(item);

    protected virtual T Read(JObject row) => Context.Own(Map.Read(row.CreateReader()));

    /// <summary>Takes what the answer of a create says beside the identifier.</summary>
    protected virtual void Complete(T whole, T made)
    {
    }

    protected JObject Identified(string? id) => string.IsNullOrWhiteSpace(id)
        ? throw new InvoicingException(ErrorKind.InvalidInput, $"The {Name} has no identifier.")
        : new JObject { [IdName] = Types.Id.Write(id!.Trim()) };

    /// <summary>The member of a name, or whatever else there is that could hold what is looked for.</summary>
    private JToken? Held(JObject members, string name) =>
        SalenGoEnvelope.Member(members, Calls.Name(name)) ?? members.Properties().FirstOrDefault(member => member.Value is JContainer)?.Value;

    private Page<T> ReadPage(JObject answer, int number, int size)
    {
        JToken holder = Held(answer, _plural) ?? throw new JsonReaderException($"The answer holds no {_plural}.");
        PageInfo info = holder is JObject page ? Calls.Maps.Page.Read(page.CreateReader()) : new PageInfo();
        T[] rows = [.. Rows(holder).Select(Read)];
        return new Page<T> { Items = rows, HasMore = info.HasMore(number, size, rows.Length), Number = info.Page, TotalCount = info.Total };
    }

    /// <summary>The rows are below the name of the resource; a list may be bare, and a single row may be there without a list.</summary>
    private IEnumerable<JObject> Rows(JToken holder) => holder switch
    {
        JObject page when SalenGoEnvelope.Member(page, IdName) is null => Types.RowsOf(Held(page, Name), Calls.Name(Name)),
        _ => Types.RowsOf(holder, Calls.Name(Name)),
    };

    private JObject ReadOne(JObject answer) =>
        Types.RowsOf(Held(answer, Name), Calls.Name(Name)).FirstOrDefault() ?? throw new JsonReaderException($"The answer holds no {Name}.");

    private T ReadMade(JObject answer)
    {
        T made = Context.Own(Map.Read(answer.CreateReader()));
        return made.Id is not null ? made : throw new JsonReaderException($"The answer holds no {IdName}.");
    }

    /// <summary>It is there: that it cannot be read at once must not look as if it were not.</summary>
    private async Task<T> ReadBackAsync(T made, T item, string what, CancellationToken cancel)
    {
        try
        {
            T whole = await GetAsync(made.Id!, cancel).ConfigureAwait(false);
            Complete(whole, made);
            return whole;
        }
        catch (InvoicingException fault)
        {
            string begin = char.ToUpperInvariant(what[0]) + what.Substring(1);
            Context.Api.Observer?.OnWarning(
                $"{begin} was made and has the identifier {made.Id}, but it could not be read: {fault.Message}");
            T known = item.Copy();
            known.Id = made.Id;
            return Context.Own(known);
        }
    }
}
