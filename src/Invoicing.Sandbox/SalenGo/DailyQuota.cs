using System;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>Counts the calls of a day, from midnight of the server's clock. [assumption]</summary>
internal sealed class DailyQuota
{
    private readonly int _perDay;
    private DateTime _day;
    private int _used;

    public DailyQuota(int perDay) => _perDay = perDay;

    public bool Admits(DateTime now)
    {
        if (now.Date != _day)
        {
            _day = now.Date;
            _used = 0;
        }

        return _perDay == 0 || ++_used <= _perDay;
    }
}
