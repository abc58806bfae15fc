using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Providers.Facturagem;

/// <summary>
/// A number that the provider proposes is proposed to everybody until somebody takes it. In one session they are taken one after the other,
/// so that no two documents meet in a number; another session may still be quicker, and then the next number is asked for.
/// </summary>
internal sealed class NumberTurn
{
    private const int MostTries = 5;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <param name="number">The number that was proposed.</param>
    /// <param name="propose">Asks for the next one.</param>
    /// <param name="send">Sends the document under a number.</param>
    /// <param name="cancel">Stops the wait.</param>
    public async Task<Invoice> TakeAsync(
        string number, Func<Task<string?>> propose, Func<string, Task<Invoice>> send, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            for (int tries = 1; ; tries++)
            {
                if (_taken.Contains(number))
                {
                    number = await propose().ConfigureAwait(false) ?? number;
                }

                try
                {
                    return await send(number).ConfigureAwait(false);
                }
                catch (ProviderException fault) when (tries < MostTries && IsTaken(fault))
                {
                    // A refusal: nothing was done under it.
                }
                finally
                {
                    _taken.Add(number);
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Tells whether somebody else has the number. After a lost answer it might be the document itself that has it.</summary>
    public static bool IsTaken(ProviderException fault) => !fault.CameAfterDoubt && fault.Kind == ErrorKind.ValidationFailed
        && fault.FieldErrors.Any(error => error.Field?.EndsWith("number", StringComparison.OrdinalIgnoreCase) == true);
}
