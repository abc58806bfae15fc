using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>
/// A list at a provider that is fetched page by page while it is read: <c>await foreach (var client in listing)</c>. Nothing is sent
/// before the first object is asked for. The next page is on its way while the current one is read, but only once its second object
/// was asked for: whoever wants the first object alone costs the provider one request. Who reads on gets more pages
/// ahead, up to five, where the provider says how many there are.
/// </summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class Listing<T>
{
    private readonly Func<PageFetch<T>> _start;

    /// <param name="start">The function that fetches the pages of one reading of the list.</param>
    internal Listing(Func<PageFetch<T>> start) => _start = start;

    /// <summary>Starts to read. <c>await foreach</c> calls it.</summary>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>An enumerator of the objects.</returns>
    public Enumerator GetAsyncEnumerator(CancellationToken cancellationToken = default) => new(_start(), cancellationToken);

    /// <summary>Reads everything.</summary>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>All objects.</returns>
    public async Task<List<T>> ToListAsync(CancellationToken cancellationToken = default)
    {
        var list = new List<T>();
        Enumerator enumerator = GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await enumerator.MoveNextAsync().ConfigureAwait(false))
            {
                list.Add(enumerator.Current);
            }
        }
        finally
        {
            await enumerator.DisposeAsync().ConfigureAwait(false);
        }

        return list;
    }

    /// <summary>Reads the first object alone, which takes one request.</summary>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The first object, or the default where there is none.</returns>
    public Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default) => FirstAsync(_ => true, cancellationToken);

    /// <summary>Reads until an object fits; the reading ends there.</summary>
    /// <param name="isIt">Tells whether it fits.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The first object that fits, or the default where there is none.</returns>
    internal async Task<T?> FirstAsync(Func<T, bool> isIt, CancellationToken cancellationToken)
    {
        Enumerator enumerator = GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await enumerator.MoveNextAsync().ConfigureAwait(false))
            {
                if (isIt(enumerator.Current))
                {
                    return enumerator.Current;
                }
            }

            return default;
        }
        finally
        {
            await enumerator.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Reads the first page alone, which takes one request.</summary>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Its objects.</returns>
    public async Task<IReadOnlyList<T>> FirstPageAsync(CancellationToken cancellationToken = default) =>
        (await _start()(1, cancellationToken).ConfigureAwait(false)).Items;

    internal PageFetch<T> Start() => _start();

    /// <summary>Goes through the objects of a listing.</summary>
    public sealed class Enumerator
    {
        private const int MostAhead = 5;

        private static readonly Task<bool> Yes = Task.FromResult(true);
        private static readonly Task<bool> No = Task.FromResult(false);

        private readonly PageFetch<T> _fetch;
        private readonly CancellationTokenSource _cancel;
        private readonly Queue<Task<Page<T>>> _ahead = new();
        private Page<T>? _page;
        private int _asked;
        private int _read;
        private int _index;
        private bool _isDisposed;

        internal Enumerator(PageFetch<T> fetch, CancellationToken cancellationToken)
        {
            _fetch = fetch;
            _cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        }

        /// <summary>The object that <see cref="MoveNextAsync"/> came to.</summary>
        public T Current => _page!.Items[_index];

        /// <summary>Rows of all pages together, where the provider says so; known from the first object on.</summary>
        public int? TotalCount => _page?.TotalCount;

        /// <summary>Goes to the next object, fetching a page where it has to.</summary>
        /// <returns>True if there is one.</returns>
        public Task<bool> MoveNextAsync()
        {
            if (_page is null)
            {
                return NextPageAsync();
            }

            if (++_index == 1)
            {
                FetchAhead(_page);
            }

            return _index < _page.Items.Count ? Yes : _page.HasMore ? NextPageAsync() : No;
        }

        /// <summary>Ends whatever is still under way.</summary>
        /// <returns>Completes when no request is in progress any more.</returns>
        public async Task DisposeAsync()
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            _cancel.Cancel();
            foreach (Task<Page<T>> pending in _ahead)
            {
                // Whatever became of a page that nobody reads is of no interest.
                await pending.ContinueWith(static done => done.Exception, TaskScheduler.Default).ConfigureAwait(false);
            }

            _cancel.Dispose();
        }

        private void FetchAhead(Page<T> page)
        {
            // Whoever has read two pages is likely to want many.
            int most = Math.Max(1, Math.Min(_read - 1, MostAhead));
            while (_ahead.Count < most && (_ahead.Count == 0 ? page.HasMore : _ahead.Count < page.PagesAfter))
            {
                Fetch();
            }
        }

        private void Fetch() => _ahead.Enqueue(_fetch(++_asked, _cancel.Token));

        private async Task<bool> NextPageAsync()
        {
            do
            {
                if (_ahead.Count == 0)
                {
                    Fetch();
                }

                // A page that failed stays where it is: to go on would leave it out.
                _page = await _ahead.Peek().ConfigureAwait(false);
                _ = _ahead.Dequeue();
                _read++;
                _index = 0;
            }
            while (_page.Items.Count == 0 && _page.HasMore);

            return _page.Items.Count > 0;
        }
    }
}
