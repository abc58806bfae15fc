using System;
using Invoicing.Saft.Schema;

namespace Invoicing.Saft.Reading;

/// <summary>The version of a file, told from the namespace of its root before anything else is read.</summary>
internal static class SaftVersion
{
    private const string Prefix = "urn:OECD:StandardAuditFile-Tax:PT_";

    /// <summary>Passes the one version that this library knows, and names any other.</summary>
    /// <exception cref="SaftFormatException">Another version, or no SAF-T (PT) at all.</exception>
    public static void Require(string root, string xmlNamespace, int line)
    {
        if (root == SaftSchemaTable.Root && xmlNamespace == SaftSchemaTable.Namespace)
        {
            return;
        }

        var found = Of(xmlNamespace);
        var message = found is not null && root == SaftSchemaTable.Root
            ? $"The file is SAF-T (PT) {found}; only {SaftSchemaTable.Version} is supported."
            : $"The file is not SAF-T (PT): its root is {root} in the namespace '{xmlNamespace}'.";
        throw new SaftFormatException(
            "F02", message, line, SaftSchemaTable.Version, found ?? (xmlNamespace.Length > 0 ? xmlNamespace : root),
            version: found);
    }

    private static string? Of(string xmlNamespace)
        => xmlNamespace.StartsWith(Prefix, StringComparison.Ordinal) ? xmlNamespace.Substring(Prefix.Length) : null;
}
