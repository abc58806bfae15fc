using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Xunit;

namespace Invoicing.Tests.Conventions.Layers;

/// <summary>The layer tests find what they are made to find: types are planted that break the rules.</summary>
public sealed class LayerMapTests
{
    private static readonly Dictionary<Type, string> Folders = new()
    {
        [typeof(Low)] = "Low",
        [typeof(High)] = "High",
    };

    [Theory]
    [InlineData(typeof(InBody))]
    [InlineData(typeof(InGenericArgument))]
    [InlineData(typeof(InLambda))]
    [InlineData(typeof(InCatch))]
    [InlineData(typeof(InAttribute))]
    [InlineData(typeof(InConstraint))]
    public void AnArrowUpIsFoundAndNamed(Type low)
    {
        bool IsLow(Type type) => type == low || type.DeclaringType == low;

        var map = LayerMap.Of(
            [low, .. low.GetNestedTypes(BindingFlags.NonPublic)],
            type => IsLow(type) ? "Low" : type.Name.StartsWith("High", StringComparison.Ordinal) ? "High" : null,
            type => type.Name);

        Assert.StartsWith("Low -> High: ", Assert.Single(map.Forbidden((_, _) => false)));
        Assert.Contains(" -> High", map.Forbidden((_, _) => false).Single()["Low -> High: ".Length..]);
        Assert.Empty(map.Forbidden((from, to) => from == "Low" && to == "High"));
    }

    [Fact]
    public void ACycleIsFoundAndNamed()
    {
        var map = LayerMap.Of([typeof(Low), typeof(High)], type => Folders.GetValueOrDefault(type), type => type.Name);

        Assert.Equal(2, map.Cycles().Count());
        Assert.All(map.Cycles(), line => Assert.Contains("Low", line));
    }

    [Fact]
    public void AnArrowOneWayIsNoCycle() =>
        Assert.Empty(LayerMap.Of([typeof(High)], type => Folders.GetValueOrDefault(type), type => type.Name).Cycles());

    [Fact]
    public void ATypeWithoutAFolderIsNamed() => Assert.Single(LayerMap.Of([typeof(InBody)], _ => null, type => type.Name).Homeless);

    private class Low
    {
        public object Up() => new High();
    }

    private class High : Low;

    private sealed class HighException : Exception;

    private sealed class InBody
    {
        public object Up() => new High();
    }

    private sealed class InGenericArgument
    {
        public object Up() => new List<High[]>();
    }

    private sealed class InLambda
    {
        public Func<object> Up { get; } = () => new High();
    }

    private sealed class InCatch
    {
        public void Up()
        {
            try
            {
                GC.KeepAlive(this);
            }
            catch (HighException)
            {
            }
        }
    }

    [Mark(typeof(High))]
    private sealed class InAttribute;

    private sealed class InConstraint
    {
        public void Up<T>()
            where T : High
        {
        }
    }

    [AttributeUsage(AttributeTargets.Class)]
    private sealed class Mark(Type type) : Attribute
    {
        public Type Type { get; } = type;
    }
}
