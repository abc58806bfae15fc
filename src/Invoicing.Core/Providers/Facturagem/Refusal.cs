using System.Collections.Generic;

namespace Invoicing.Providers.Facturagem;

/// <summary>A refusal and what can be learned from it.</summary>
internal sealed class Refusal : ProviderFault
{
    /// <summary>The fields that the operation takes, as paths with dots, where the refusal lists it.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>The answer as it came, without the key.</summary>
    public string Answer { get; init; } = "";
}
