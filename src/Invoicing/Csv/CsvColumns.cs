using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Invoicing.Commands;

/// <summary>The kind of values of a column.</summary>
internal enum CsvKind
{
    Text,
    Number,
    Percent,
    Date,
    Moment,
}

/// <summary>The columns that any cmdlet reads, and those of our objects, with the kind of their values.</summary>
internal static class CsvColumns
{
    private static readonly Lazy<Dictionary<string, (string Name, CsvKind Kind)>> All = new(Collect);

    /// <summary>The columns by which a row says what or whom it is about.</summary>
    private static readonly HashSet<string> Subjects = new(StringComparer.OrdinalIgnoreCase) { "Client", "ClientId", "ClientCode", "ClientName", "ClientTaxNumber" };

    /// <summary>Names of all columns.</summary>
    public static IEnumerable<string> Names => All.Value.Values.Select(column => column.Name).Distinct();

    /// <summary>The column of a name, whatever its capitals, blanks and hyphens.</summary>
    public static string? Find(string heading) => All.Value.TryGetValue(ColumnNames.Plain(heading), out (string Name, CsvKind Kind) column) ? column.Name : null;

    public static CsvKind KindOf(string name) => All.Value.TryGetValue(ColumnNames.Plain(name), out (string Name, CsvKind Kind) column) ? column.Kind : CsvKind.Text;

    /// <summary>True if a column says whom a row is for.</summary>
    public static bool IsSubject(string name) => Subjects.Contains(name);

    private static Dictionary<string, (string Name, CsvKind Kind)> Collect()
    {
        var all = new Dictionary<string, (string Name, CsvKind Kind)>(StringComparer.Ordinal);
        Assembly assembly = typeof(CsvColumns).Assembly;
        RowParameter[] parameters = [.. assembly.GetTypes().Where(type => !type.IsAbstract && typeof(InvoicingCmdlet).IsAssignableFrom(type))
            .SelectMany(cmdlet => RowParameters.Of(cmdlet).All)];
        foreach (RowParameter parameter in parameters)
        {
            Add(all, parameter.Name, KindOf(parameter.Transformation));
        }

        // An alias becomes the parameter's name, where all cmdlets have it for the same; Name is what each cmdlet makes of it.
        foreach (IGrouping<string, RowParameter> alias in parameters.SelectMany(parameter => parameter.Names.Skip(1).Select(name => (Name: name, Parameter: parameter)))
            .GroupBy(pair => pair.Name, pair => pair.Parameter, StringComparer.OrdinalIgnoreCase).Where(alias => !all.ContainsKey(ColumnNames.Plain(alias.Key))))
        {
            string[] names = [.. alias.Where(parameter => !parameter.TakesPipeline).Select(parameter => parameter.Name).Distinct()];
            all[ColumnNames.Plain(alias.Key)] = (names.Length == 1 && names[0] != "Name" ? names[0] : alias.Key, KindOf(alias.First().Transformation));
        }

        foreach (Type model in typeof(InvoiceRecord).Assembly.GetTypes().Where(type => typeof(InvoiceRecord).IsAssignableFrom(type) || type == typeof(InvoiceLine)))
        {
            foreach (PropertyInfo property in model.GetProperties())
            {
                Type bare = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
                Add(all, property.Name, bare == typeof(decimal) ? CsvKind.Number : bare == typeof(DateTime) ? CsvKind.Date : CsvKind.Text);
            }
        }

        return all;
    }

    private static void Add(Dictionary<string, (string Name, CsvKind Kind)> all, string name, CsvKind kind)
    {
        string key = ColumnNames.Plain(name);
        if (!all.TryGetValue(key, out var known) || (known.Kind == CsvKind.Text && kind != CsvKind.Text))
        {
            all[key] = (name, kind);
        }
    }

    private static CsvKind KindOf(InputTransformationAttribute transformation) => transformation switch
    {
        PercentTransformationAttribute => CsvKind.Percent,
        TaxTransformationAttribute => CsvKind.Percent,
        AmountTransformationAttribute { Percent: true } => CsvKind.Percent,
        NumberTransformationAttribute => CsvKind.Number,
        DateTransformationAttribute => CsvKind.Date,
        MomentTransformationAttribute => CsvKind.Moment,
        _ => CsvKind.Text,
    };
}
