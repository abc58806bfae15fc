using System;
using System.Globalization;
using Xunit.Abstractions;

namespace Invoicing.Tests.Support;

/// <summary>
/// The seed of tests with random parts: 1, so that every run tests the same; the number in INVOICING_TEST_SEED; or any, where that says
/// <c>random</c>. The output of the test tells it.
/// </summary>
internal static class TestSeed
{
    private const string Variable = "INVOICING_TEST_SEED";

    private static readonly int Value = Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" => 1,
        "random" => Random.Shared.Next(100_000),
        var text => int.Parse(text, CultureInfo.InvariantCulture),
    };

    /// <summary>Gives the seed and tells it.</summary>
    public static int Tell(ITestOutputHelper output)
    {
        output.WriteLine($"{Variable}={Value}");
        return Value;
    }
}
