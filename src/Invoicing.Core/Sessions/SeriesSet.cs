using System.Threading;
using System.Threading.Tasks;
using Invoicing.Engine;

namespace Invoicing;

/// <summary>Series of document numbers.</summary>
public sealed class SeriesSet : RecordSet<Sequence>
{
    internal SeriesSet(AccountRecords account)
        : base(account)
    {
    }

    /// <summary>Prepares the registration of a series with the tax authority. It cannot be undone.</summary>
    /// <param name="series">The series; its identifier counts. It is not written to.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives the series with its codes.</returns>
    public Task<ChangePlan<Sequence>> PrepareRegisterAsync(Sequence series, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ISequenceKeeper keeper = Account.Use<ISequenceKeeper>();
        Sequence own = Account.Own(series);
        return Task.FromResult(new ChangePlan<Sequence>(
            ChangeAction.Register, "Register with the tax authority", Account.Target(own), cancel => keeper.RegisterAsync(own, cancel))
        {
            IsBinding = true,
        });
    }

    /// <summary>Prepares to make a series the one that documents get by default.</summary>
    /// <param name="series">The series; its identifier counts. It is not written to.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <returns>The plan. Sending it gives a copy of the series.</returns>
    public Task<ChangePlan<Sequence>> PrepareDefaultAsync(Sequence series, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ISequenceKeeper keeper = Account.Use<ISequenceKeeper>();
        Sequence own = Account.Own(series);
        return Task.FromResult(new ChangePlan<Sequence>(ChangeAction.MakeDefault, "Make it the default", Account.Target(own), async cancel =>
        {
            await keeper.SetDefaultAsync(own, cancel).ConfigureAwait(false);
            own.IsDefault = true;
            return own;
        }));
    }
}
