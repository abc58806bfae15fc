using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Engine.Fields;
using Invoicing.Http;
using Invoicing.Journal;

namespace Invoicing.Providers.InvoiceXpress;

/// <summary>Records the plain way: under the name of their kind in requests, and found by their unique names after a lost answer.</summary>
internal abstract class InvoiceXpressResource<T>(ConnectorContext context, string root, FieldMap<T> map, RecordEndpoints endpoints) : RecordResource<T>(context)
    where T : InvoiceRecord, new()
{
    protected override string Kind => root;

    public override Listing<T> List(ListQuery query) => Paging.ByNumber((number, cancel) =>
        Context.Api.SendAsync(endpoints.List.Request().WithPage(number, query), reader => InvoiceXpressEnvelope.ReadPage(reader, map, Finish), cancel));

    public override async Task<T> GetAsync(string id, CancellationToken cancellationToken = default) =>
        Context.Asked(await ReadAsync(endpoints.Get.Request(null, id), cancellationToken).ConfigureAwait(false), id);

    public override Task RemoveAsync(T item, CancellationToken cancellationToken = default) =>
        Context.Api.SendAsync(endpoints.Delete!.Request(null, item.Id ?? ""), cancellationToken);

    public override Task<T> SendNewAsync(T item, ChangeSubject subject, CancellationToken cancel)
    {
        ApiRequest request = endpoints.Create!.Request(InvoiceXpressEnvelope.Wrap(root, map.Write(item)));
        return SendOnceAsync(item, subject, () => ReadAsync(request, cancel), cancel, isHarmless: true);
    }

    public override async Task<T> SendUpdateAsync(T item, CancellationToken cancel)
    {
        ApiRequest request = endpoints.Update!.Request(InvoiceXpressEnvelope.Wrap(root, map.Write(item)), item.Id ?? "");
        await Context.Api.SendAsync(request, cancel).ConfigureAwait(false);
        return item.Copy();
    }

    public override IReadOnlyList<LeftOutValue> LeftOut(T item, bool isNew) => Context.LeftOut(map, item, isNew);

    /// <summary>Does to an object that was read what the table cannot.</summary>
    protected virtual T Finish(T item) => Context.Own(item);

    /// <summary>Names are unique at the provider, so what has the name is it, or it could not have been made.</summary>
    protected override Func<Task<T?>> LookUp(T item, CancellationToken cancel) =>
        () => List(new ListQuery()).FirstAsync(row => row.ToString() == item.ToString(), cancel);

    protected Task<T> ReadAsync(ApiRequest request, CancellationToken cancel) =>
        Context.Api.SendAsync(request, reader => Finish(InvoiceXpressEnvelope.ReadObject(reader, map)), cancel);
}
