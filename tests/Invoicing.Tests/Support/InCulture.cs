using System;
using System.Globalization;

namespace Invoicing.Tests.Support;

/// <summary>Runs something the way it runs on a machine elsewhere.</summary>
internal static class InCulture
{
    public static T Run<T>(string culture, Func<T> work)
    {
        (CultureInfo before, CultureInfo beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return work();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
