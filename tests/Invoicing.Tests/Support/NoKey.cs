using System;
using System.Collections;
using Xunit;

namespace Invoicing.Tests.Support;

/// <summary>Looks for the key in whatever a user may get to see.</summary>
internal static class NoKey
{
    public static void In(Exception? fault, string key = Rig.Key)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            In(fault.ToString(), key);
            foreach (DictionaryEntry entry in fault.Data)
            {
                In($"{entry.Key} {entry.Value}", key);
            }
        }
    }

    public static void In(string text, string key = Rig.Key)
    {
        Assert.DoesNotContain(key, text);
        Assert.DoesNotContain(Uri.EscapeDataString(key), text);
        Assert.DoesNotContain("api_key=", text);
    }
}
