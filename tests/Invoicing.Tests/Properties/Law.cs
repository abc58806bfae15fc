using System;
using FsCheck;
using FsCheck.Fluent;
using Invoicing.Tests.Support;
using Xunit.Abstractions;

namespace Invoicing.Tests.Properties;

/// <summary>Holds a law against generated examples. The seed is that of all tests (<see cref="TestSeed"/>); a counterexample is shrunk and shown.</summary>
internal static class Law
{
    private const int Examples = 500;

    public static void Holds<T>(ITestOutputHelper output, Arbitrary<T> examples, Action<T> law)
    {
        ulong seed = (ulong)TestSeed.Tell(output);

        // The second half of a seed must be odd.
        Config config = Config.QuickThrowOnFailure.WithMaxTest(Examples).WithReplay(new Replay(new Rnd(seed, (2 * seed) + 1), null));
        Prop.ForAll(examples, law).Check(config);
    }
}
