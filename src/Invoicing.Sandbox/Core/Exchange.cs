using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Invoicing.Sandbox.Http;

namespace Invoicing.Sandbox.Core;

/// <summary>Path of a request through the server, the same for every provider: fault, latency, limit, work, record.</summary>
internal sealed class Exchange
{
    private static readonly Dictionary<SandboxFaultKind, Delivery> Deliveries = new()
    {
        [SandboxFaultKind.LostAnswer] = Delivery.Reset,
        [SandboxFaultKind.CutOff] = Delivery.CutOff,
        [SandboxFaultKind.Slow] = Delivery.Slow,
        [SandboxFaultKind.Stall] = Delivery.Stall,
    };

    private readonly ConcurrentDictionary<string, bool> _underWay = new();
    private readonly SandboxHost _host;
    private readonly ISandboxProvider _provider;
    private readonly RateLimit? _limit;
    private readonly RateLimiter _limiter;
    private readonly CancellationToken _stopping;
    private long _ordinal = -1;

    public Exchange(SandboxHost host, ISandboxProvider provider, CancellationToken stopping)
    {
        _host = host;
        _provider = provider;
        _stopping = stopping;
        Plan = new FaultPlan(host.Options.Seed);
        Plan.Set(host.Options.Faults);
        _limit = host.Options.RequestsPerMinute switch
        {
            null => provider.Limit,
            <= 0 => null,
            { } perMinute => provider.Limit?.With(perMinute) ?? new RateLimit(perMinute, refusedCount: false),
        };
        _limiter = new RateLimiter(_limit);
    }

    public FaultPlan Plan { get; }

    public RequestLog Log { get; } = new();

    public DateTimeOffset Now => _host.Options.Now();

    public async Task<Delivery> AnswerAsync(HttpCall call, HttpReply reply)
    {
        var started = Stopwatch.GetTimestamp();
        var record = Record(call);
        reply.Reset();
        call.Ordinal = Interlocked.Increment(ref _ordinal);
        call.Strikes = kind =>
        {
            var strikes = Plan.Strike(call.RawPath, call.Ordinal, k => k == kind, out _) != null;
            record.Fault = strikes ? kind.ToString() : record.Fault;
            return strikes;
        };

        var fault = Plan.Strike(call.RawPath, call.Ordinal, IsOfTheWire, out var turn);
        record.Fault = fault?.Kind.ToString();
        var claim = fault is null || !IsWorkless(fault.Kind) ? _provider.Claim(call) : null;
        var claimed = claim != null && _underWay.TryAdd(claim, true);
        call.IsUnderWay = claim != null && !claimed;
        try
        {
            if (_host.Options.LatencyMs > 0)
            {
                await Task.Delay(_host.Options.LatencyMs, _stopping).ConfigureAwait(false);
            }

            Answer(call, reply, fault?.Kind, turn);
        }
        catch (OverflowException)
        {
            // The answer to numbers of thirty digits is not known; it is surely not a server fault.
            reply.Reset();
            reply.Text(422, "text/plain", "The sandbox cannot reckon with numbers as large as these.\n");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A mistake of the sandbox must look like one, and must not look like a lost connection.
            reply.Reset();
            reply.Text(500, "text/plain", $"The sandbox itself failed: {e.GetType().Name}: {e.Message}\n");
        }
        finally
        {
            if (claimed)
            {
                _underWay.TryRemove(claim!, out _);
            }
        }

        record.CarriedKey |= call.CarriesKey;
        record.Status = fault?.Kind == SandboxFaultKind.Reset ? 0 : reply.Status;
        record.ElapsedMs = (Stopwatch.GetTimestamp() - started) * 1000.0 / Stopwatch.Frequency;
        Log.Add(record);
        return fault?.Kind switch
        {
            null => Delivery.Whole,
            SandboxFaultKind.Reset => Delivery.Reset,
            { } kind => Deliveries.TryGetValue(kind, out var delivery) ? delivery : Delivery.Whole,
        };
    }

    /// <summary>Faults of generation are excluded here: the provider asks for them when a job would be ready.</summary>
    private static bool IsOfTheWire(SandboxFaultKind kind) =>
        kind is not (SandboxFaultKind.FailingGeneration or SandboxFaultKind.NeverReady);

    private static bool IsWorkless(SandboxFaultKind kind) => kind == SandboxFaultKind.Reset || FaultAnswers.IsInstead(kind);

    private void Answer(HttpCall call, HttpReply reply, SandboxFaultKind? fault, int turn)
    {
        if (fault == SandboxFaultKind.Reset)
        {
            return;
        }

        if (fault is { } instead && FaultAnswers.IsInstead(instead))
        {
            FaultAnswers.AnswerInstead(instead, reply, turn, Now);
            return;
        }

        if (call.RawPath.StartsWith(FileShelf.Prefix, StringComparison.Ordinal))
        {
            _host.Files.Serve(call, reply);
        }
        else if (!_limiter.Admits(Now, out var perMinute))
        {
            _limit!.Refuse(reply, perMinute);
        }
        else
        {
            _provider.Handle(call, reply);
        }

        if (fault is { } spoilt)
        {
            FaultAnswers.Spoil(spoilt, reply, turn);
        }
    }

    private SandboxRequest Record(HttpCall call) =>
        new(call.Method, call.RawPath, Redactor.Query(call.RawQuery, _provider.KeyNames))
        {
            At = Now,
            Body = Redactor.Body(call.Body),
            CarriedKey = CarriesKey(call),
        };

    private bool CarriesKey(HttpCall call)
    {
        foreach (var name in _provider.KeyNames)
        {
            if (call.Header(name) != null || call.Query[name] != null)
            {
                return true;
            }
        }

        return call.Header("Authorization") != null;
    }
}
