namespace Invoicing.Sandbox.Facturagem;

/// <summary>Treatment of a field that is sent.</summary>
internal enum FieldUse
{
    Kept,

    /// <summary>The server works it out and ignores what is sent. [seen]</summary>
    Ignored,

    /// <summary>An unknown parameter.</summary>
    Refused,
}
