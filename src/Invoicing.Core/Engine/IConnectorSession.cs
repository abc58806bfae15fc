using System;
using System.Collections.Generic;

namespace Invoicing.Engine;

/// <summary>The session as a connector sees it: the account, what was chosen for it, and what was learned of it.</summary>
internal interface IConnectorSession : IRecordOwner
{
    InvoiceProvider Provider { get; }

    /// <summary>Name of the account at the provider.</summary>
    string Account { get; }

    /// <summary>The address that requests go to.</summary>
    Uri BaseUri { get; }

    SessionCache Cache { get; }

    /// <summary>Names of fields that the user knows better, by <c>Model.Property</c>.</summary>
    IReadOnlyDictionary<string, string> FieldNames { get; }

    /// <summary>The choice for a setting of the provider, or its default.</summary>
    string Setting(string name);
}
