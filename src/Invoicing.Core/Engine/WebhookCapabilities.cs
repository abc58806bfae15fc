using System.Threading;
using System.Threading.Tasks;

namespace Invoicing.Engine;

/// <summary>Keeps web hooks: registers, lists, confirms and unregisters them.</summary>
public interface IWebhookKeeper : IReader<Webhook>, ICreator<Webhook>, IRemover<Webhook>
{
    /// <summary>Proves that the address is ours, with the code that the provider posted to it.</summary>
    /// <param name="webhook">The web hook; its identifier counts.</param>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Completes when the provider has accepted the change.</returns>
    Task ConfirmAsync(Webhook webhook, string code, CancellationToken cancellationToken = default);

    /// <summary>Has the code posted to the address again. Nothing is posted where it was confirmed already.</summary>
    /// <param name="webhook">The web hook; its identifier counts.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>Completes when the provider has accepted the change.</returns>
    Task ResendCodeAsync(Webhook webhook, CancellationToken cancellationToken = default);
}
