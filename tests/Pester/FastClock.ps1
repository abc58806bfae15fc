# A clock for sessions and sandboxes that is faster by a factor, and the same in all processes with that factor. The module must be loaded.

$references = @([Invoicing.InvoiceSession].Assembly.Location)
$references += if ($PSVersionTable.PSVersion.Major -gt 5) { 'netstandard', 'System.Runtime', 'System.Runtime.Extensions' } else { 'netstandard' }
Add-Type -ReferencedAssemblies $references -TypeDefinition @'
using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

public sealed class FastClock : Invoicing.Http.IClock
{
    private static readonly DateTimeOffset Origin = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly int _speed;

    public FastClock(int speed) { _speed = speed; }

    public DateTimeOffset Now { get { return Read(); } }

    public TimeSpan Elapsed { get { return TimeSpan.FromTicks(_watch.Elapsed.Ticks * _speed); } }

    public DateTimeOffset Read() { return Origin.AddTicks((DateTimeOffset.UtcNow - Origin).Ticks * _speed); }

    public Task DelayAsync(TimeSpan time, CancellationToken cancel) { return Task.Delay(TimeSpan.FromTicks(time.Ticks / _speed), cancel); }
}
'@
