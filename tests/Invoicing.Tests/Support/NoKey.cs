using System;
using System.Collections;
using Xunit;

namespace Invoicing.Tests.Support;

/// <summary>Looks for the key in whatever a user may get to see.</summary>
internal static class NoKey
{
    public static void In(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            In(fault.ToString());
            foreach (DictionaryEntry entry in fault.Data)
            {
                In($"{entry.Key} {entry.Value}");
            }
        }
    }

    public static void In(string text)
    {
        Assert.DoesNotContain(Rig.Key, text);
        Assert.DoesNotContain(Uri.EscapeDataString(Rig.Key), text);
        Assert.DoesNotContain("api_key=", text);
    }
}
