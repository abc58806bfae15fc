namespace Invoicing.Sandbox.Core;

/// <summary>Delivery of an answer.</summary>
internal enum Delivery
{
    Whole,
    Reset,
    CutOff,
    Slow,
    Stall,
}
