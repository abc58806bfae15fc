using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>The facts that a session has learned of its account and need not ask again.</summary>
internal sealed class SessionCache
{
    private readonly ConcurrentDictionary<Type, object> _known = new();
    private readonly ConcurrentDictionary<object, object> _made = new();
    private readonly ConcurrentDictionary<Type, SemaphoreSlim> _turns = new();

    /// <summary>Gets the one notebook of its kind in which a connector writes down what it learns.</summary>
    public T Notes<T>()
        where T : class, new() => (T)_known.GetOrAdd(typeof(T), _ => new T());

    /// <summary>Gets what is known, or makes it out of what the session was told.</summary>
    public T Get<T>(Func<T> make)
        where T : class => (T)_known.GetOrAdd(typeof(T), _ => make());

    /// <summary>Gets what is known, or learns it. A failure is not remembered; two that learn at once both ask, and one is kept.</summary>
    public async Task<T> GetAsync<T>(Func<Task<T>> learn, bool anew = false)
        where T : class
    {
        if (!anew && _known.TryGetValue(typeof(T), out object? known))
        {
            return (T)known;
        }

        T learned = await learn().ConfigureAwait(false);
        _known[typeof(T)] = learned;
        return learned;
    }

    /// <summary>Gets what is known, or learns it; where several need it at once, one asks and the others wait for its answer.</summary>
    public async Task<T> GetOnceAsync<T>(Func<Task<T>> learn, CancellationToken cancel)
        where T : class
    {
        SemaphoreSlim turn = _turns.GetOrAdd(typeof(T), _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await GetAsync(learn).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Gets what was made of something for this session, or makes it.</summary>
    public T Get<T>(T source, Func<T, T> make)
        where T : class => (T)_made.GetOrAdd(source, _ => make(source));
}
