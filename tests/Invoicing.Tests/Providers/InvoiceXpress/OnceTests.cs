using System.Collections.Generic;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Providers.Facturagem;
using Invoicing.Tests.Support;
using Xunit;

namespace Invoicing.Tests.Connectors;

/// <summary>A second try that is refused, after the answer to the first one was lost.</summary>
public sealed class OnceTests
{
    private static readonly ProviderException Lost = new(ErrorKind.OutcomeUnknown, "The answer was lost.");

    private int _sent;
    private int _looked;

    [Fact]
    public async Task WhatIsRefusedBecauseItWasDoneBeforeIsFound()
    {
        string done = await DoAsync(found: 2);

        Assert.Equal("done", done);
        Assert.Equal(2, _sent);
    }

    [Fact]
    public async Task WhatIsRefusedAndStillNotThereWasRefused()
    {
        ProviderException refused = await Assert.ThrowsAsync<ProviderException>(() => DoAsync(found: int.MaxValue));

        Assert.Equal(ErrorKind.ValidationFailed, refused.Kind);
        Assert.Equal(2, _sent);
    }

    /// <summary>The first try may have taken it: under the next number the document would be there twice.</summary>
    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task AnotherNumberIsOnlyTriedWhereSomebodyElseHasIt(bool wasLostBefore, int tries)
    {
        List<string> sent = [];
        Task<Invoice> taking = new NumberTurn().TakeAsync(
            "1",
            () => Task.FromResult<string?>("2"),
            number =>
            {
                sent.Add(number);
                return number == "2"
                    ? Task.FromResult(new Invoice { Number = number })
                    : Task.FromException<Invoice>(Taken(wasLostBefore));
            },
            default);

        if (wasLostBefore)
        {
            await Assert.ThrowsAsync<ProviderException>(() => taking);
        }
        else
        {
            Assert.Equal("2", (await taking).Number);
        }

        Assert.Equal(tries, sent.Count);
    }

    private static ProviderException Taken(bool wasLostBefore) => new(ErrorKind.ValidationFailed, "The number is taken.")
    {
        FieldErrors = [new FieldError("number", "is taken")],
        CameAfterDoubt = wasLostBefore,
    };

    private async Task<string> DoAsync(int found)
    {
        using var rig = new Rig();
        return await new IdempotentSender(rig.Context) { IsHarmless = true }.DoAsync(
            "invoice 'A'",
            () => Task.FromException<string>(_sent++ == 0 ? Lost : Taken(false)),
            () => Task.FromResult(++_looked >= found ? "done" : null),
            default);
    }
}
