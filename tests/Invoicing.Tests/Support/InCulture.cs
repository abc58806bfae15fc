using System;
using System.Globalization;

namespace Invoicing.Tests.Support;

/// <summary>Runs something the way it runs on a machine elsewhere.</summary>
internal static class InCulture
{
    public static T Run<T>(string culture, Func<T> work)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
