using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Reflection;
using System.Security;

namespace Invoicing;

/// <summary>
/// Compares a record as the provider has it with the one that is wanted, by the public properties of the model. A value that is
/// <c>null</c> is not sent and thus no change; what only the provider computes is none either.
/// </summary>
internal static class FieldChanges
{
    public static IReadOnlyList<FieldChange> Between(object before, object after) => [.. Compare("", before, after)];

    private static IEnumerable<FieldChange> Compare(string place, object before, object after)
    {
        foreach (PropertyInfo property in before.GetType().GetProperties().Where(IsSent))
        {
            object? old = property.GetValue(before);
            if (property.GetValue(after) is { } wanted)
            {
                foreach (FieldChange change in Compare(place, property.Name, old, wanted))
                {
                    yield return change;
                }
            }
        }

        foreach (FieldChange change in CompareExtra(place, ExtraOf(before), ExtraOf(after)))
        {
            yield return change;
        }
    }

    public static bool IsSent(PropertyInfo property) =>
        property.SetMethod is { IsPublic: true }
        && property.Name != nameof(InvoiceRecord.Id)
        && property.GetCustomAttribute<ReadOnlyAttribute>() is null;

    private static IEnumerable<FieldChange> Compare(string place, string name, object? old, object wanted) => (old, wanted) switch
    {
        (_, SecureString) => Equals(old, wanted) ? [] : [new FieldChange(place + name, null, null, isSecret: true)],
        (_, IList<InvoiceLine> lines) => CompareLines(place, old as IList<InvoiceLine> ?? [], lines),
        (PostalAddress address, PostalAddress) => Compare($"{place}{name} ", address, wanted),
        (Client client, Client other) => IsSame(client, other) ? [] : [new FieldChange(place + name, old, wanted)],
        (byte[] file, byte[] other) => file.SequenceEqual(other) ? [] : [new FieldChange(place + name, old, wanted)],
        (null, "") => [],
        _ => Equals(old, wanted) ? [] : [new FieldChange(place + name, old, wanted)],
    };

    /// <summary>A document with no lines at all says nothing of them.</summary>
    private static IEnumerable<FieldChange> CompareLines(string place, IList<InvoiceLine> old, IList<InvoiceLine> wanted)
    {
        for (int i = 0; wanted.Count > 0 && i < Math.Max(old.Count, wanted.Count); i++)
        {
            string line = $"{place}Line {i + 1}";
            IEnumerable<FieldChange> changes = i >= old.Count ? [new FieldChange(line, null, wanted[i])]
                : i >= wanted.Count ? [new FieldChange(line, old[i], null)]
                : Compare(line + " ", old[i], wanted[i]);
            foreach (FieldChange change in changes)
            {
                yield return change;
            }
        }
    }

    /// <summary>The provider's own fields may be secret: only their names are shown.</summary>
    private static IEnumerable<FieldChange> CompareExtra(string place, ExtraFields? old, ExtraFields? wanted) =>
        from field in wanted ?? []
        where field.Value is not null && PlanText.Value(field.Value) != PlanText.Value(Known(old, field.Key))
            && field.Value is string or decimal or long or int or bool
        select new FieldChange($"{place}Extra '{field.Key}'", null, null, isSecret: true);

    private static object? Known(ExtraFields? fields, string name) => fields is not null && fields.TryGetValue(name, out object? value) ? value : null;

    private static ExtraFields? ExtraOf(object part) => part switch
    {
        InvoiceRecord { HasExtra: true } record => record.Extra,
        InvoiceLine { HasExtra: true } line => line.Extra,
        _ => null,
    };

    private static bool IsSame(Client one, Client other) =>
        one.Id is not null && other.Id is not null ? one.Id == other.Id : one.Name == other.Name || other.Name is null;
}
