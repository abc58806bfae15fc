using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using Invoicing.Saft;
using Invoicing.Sandbox;
using Xunit;

namespace Invoicing.Tests.Conventions;

/// <summary>What a review would say again and again.</summary>
public sealed class AssemblyTests
{
    public static readonly TheoryData<string> Assemblies = new(Core.GetName().Name!, Saft.GetName().Name!, Sandbox.GetName().Name!);

    private static readonly string[] Says = ["summary", "inheritdoc"];

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static Assembly Core => typeof(InvoiceSession).Assembly;

    private static Assembly Saft => typeof(SaftReader).Assembly;

    private static Assembly Sandbox => typeof(SandboxServer).Assembly;

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void WhatShipsNeedsTheFrameworkAndOneOtherLibrary(string name)
    {
        IEnumerable<string> needed = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.Empty(needed.Except(["netstandard", "Newtonsoft.Json"]));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void WhatIsPublicIsDocumented(string name)
    {
        var pages = XDocument.Load(Path.Combine(AppContext.BaseDirectory, name + ".xml"))
            .Descendants("member").ToDictionary(member => (string)member.Attribute("name")!);
        string[] missing =
        [
            .. Public(Assembly.Load(name)).SelectMany(Names).Where(id => !pages.Any(
                page => Matches(page.Key, id) && page.Value.Elements().Any(part => Says.Contains(part.Name.LocalName)))),
        ];

        Assert.Empty(missing);
    }

    [Fact]
    public void WhatIsAsynchronousCanBeCancelled()
    {
        string[] bad =
        [
            .. Public(Core)
                .Where(type => type.DeclaringType?.IsGenericType != true || type.Name != "Enumerator")
                .SelectMany(type => type.GetMethods(Declared))
                .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType))
                .Where(method => !method.GetParameters().Any(one => one.IsOptional && one.ParameterType == typeof(CancellationToken)))
                .Select(method => $"{method.DeclaringType}.{method.Name}"),
        ];

        Assert.Empty(bad);
    }

    [Fact]
    public void WhatIsAsynchronousSaysSo() => Assert.All(
        Public(Core).SelectMany(type => type.GetMethods(Declared)).Where(method => typeof(Task).IsAssignableFrom(method.ReturnType)),
        method => Assert.EndsWith("Async", method.Name));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void NoTypeOfTheJsonLibraryIsPublic(string name)
    {
        IEnumerable<Type> used = Public(Assembly.Load(name)).SelectMany(type => type.GetMethods(Declared)
            .SelectMany(method => method.GetParameters().Append(method.ReturnParameter))
            .Select(parameter => parameter.ParameterType)
            .Append(type.BaseType ?? typeof(object)));

        Assert.DoesNotContain(used, type => type.FullName?.StartsWith("Newtonsoft") == true);
    }

    [Fact]
    public void PublicClassesAreSealedUnlessTheyAreMadeToBeABase() => Assert.All(
        Public(Core).Concat(Public(Saft)).Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }),
        type => Assert.Contains(type.Assembly.GetTypes(), other => Definition(other.BaseType) == type));

    private static Type? Definition(Type? type) => type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type;

    [Fact]
    public void RecordsCanBeMadeAndFilledByAnybody()
    {
        Type[] records = [.. Public(Core).Where(type => typeof(InvoiceRecord).IsAssignableFrom(type) && !type.IsAbstract)];

        Assert.True(records.Length > 3);
        Assert.All(records, type => Assert.NotNull(type.GetConstructor([])));
        Assert.All(records, type => Assert.NotEqual(typeof(InvoiceRecord), type.GetMethod(nameof(ToString), [])!.DeclaringType));
    }

    private static IEnumerable<Type> Public(Assembly assembly) =>
        assembly.GetExportedTypes().Where(type => !typeof(Delegate).IsAssignableFrom(type));

    /// <summary>Identifiers of documentation, without the parameters of methods.</summary>
    private static IEnumerable<string> Names(Type type)
    {
        string name = type.FullName!.Replace('+', '.');
        yield return "T:" + name;

        // The compiler writes equality and copies of records; nobody can document them.
        foreach (MemberInfo member in type.GetMembers(Declared).Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)))
        {
            char? kind = member switch
            {
                PropertyInfo => 'P',
                FieldInfo { IsSpecialName: false } => 'F',
                MethodInfo { IsSpecialName: false } => 'M',
                _ => null,
            };
            if (kind is { } letter)
            {
                yield return $"{letter}:{name}.{member.Name}";
            }
        }
    }

    private static bool Matches(string page, string id) =>
        page == id || (page.StartsWith(id, StringComparison.Ordinal) && page[id.Length] is '(' or '`');
}
