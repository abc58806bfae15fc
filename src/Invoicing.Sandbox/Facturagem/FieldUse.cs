namespace Invoicing.Sandbox.Facturagem;

/// <summary>Treatment of a field that is sent.</summary>
internal enum FieldUse
{
    Kept,

    /// <summary>Computed by the server; sent values are ignored. [seen]</summary>
    Ignored,

    /// <summary>An unknown parameter.</summary>
    Refused,
}
