using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Security;

namespace Invoicing.Hosting.Tests.Support;

/// <summary>Objects of the model with a value in every property that can be set.</summary>
internal static class Samples
{
    /// <summary>Every public record, and every other type of the model that a cmdlet writes or takes.</summary>
    public static IEnumerable<Type> Types { get; } =
    [
        .. typeof(InvoiceRecord).Assembly.GetExportedTypes()
            .Concat(typeof(Invoice).Assembly.GetExportedTypes())
            .Where(type => type.IsSubclassOf(typeof(InvoiceRecord)) || Written.Contains(type))
            .Where(type => !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
            .Distinct()
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    private static HashSet<Type> Written => field ??= [.. Module.Cmdlets.SelectMany(name => Module.Find(name).OutputType).Select(output => output.Type)];

    /// <summary>Makes an object of a type, down to the objects in it.</summary>
    public static object Make(string type) => Make(Types.Single(one => one.FullName == type), 0)!;

    private static object? Make(Type type, int depth)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (Simple(plain) is { } value)
        {
            return value;
        }

        if (depth > 3 || plain.GetConstructor(Type.EmptyTypes) is null)
        {
            return null;
        }

        object made = Activator.CreateInstance(plain)!;
        foreach (PropertyInfo property in plain.GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IList<>))
            {
                Type element = property.PropertyType.GetGenericArguments()[0];
                var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
                list.Add(Make(element, depth + 1));
                list.Add(Make(element, depth + 1));
                property.SetMethod?.Invoke(made, [list]);
            }
            else if (property.SetMethod is { IsPublic: true } && Make(property.PropertyType, depth + 1) is { } inner)
            {
                property.SetValue(made, inner);
            }
        }

        if (made is InvoiceRecord record)
        {
            record.Extra["only_there"] = "kept";
        }

        return made;
    }

    private static object? Simple(Type type) =>
        type.IsEnum ? Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)
        : type == typeof(string) ? "Ünïcode & <text> \u0007"
        : type == typeof(decimal) ? 1234567.8900m
        : type == typeof(int) ? 7
        : type == typeof(long) ? 12345678901L
        : type == typeof(double) ? 0.25
        : type == typeof(bool) ? true
        : type == typeof(DateTime) ? new DateTime(2026, 3, 31)
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.FromHours(1))
        : type == typeof(TimeSpan) ? TimeSpan.FromMinutes(1)
        : type == typeof(SecureString) ? Company.Secure("not-a-real-key")
        : type == typeof(Uri) ? new Uri("https://www.example.com/a")
        : null;
}
