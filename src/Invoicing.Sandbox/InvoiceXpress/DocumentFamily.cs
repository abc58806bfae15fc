namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Types of document that share operations, fields and states.</summary>
internal enum DocumentFamily
{
    Invoice,
    Receipt,
    Estimate,
    Guide,
}
