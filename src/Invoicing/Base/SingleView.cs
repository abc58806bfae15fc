using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>
/// Marks a record that was asked for by itself with a type name of its own, whose view is the list. The object stays what it is: Format-Table shows the table, and
/// every cmdlet takes it.
/// </summary>
internal static class SingleView
{
    /// <summary>End of the type name, as in Invoicing.Invoice#One.</summary>
    public const string Mark = "#One";

    public static object Of(object record)
    {
        var shown = PSObject.AsPSObject(record);
        string name = record.GetType().FullName + Mark;
        if (!shown.TypeNames.Contains(name))
        {
            shown.TypeNames.Insert(0, name);
        }

        return shown;
    }
}
