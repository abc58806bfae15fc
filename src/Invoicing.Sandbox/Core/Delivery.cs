namespace Invoicing.Sandbox.Core;

/// <summary>How an answer leaves the server.</summary>
internal enum Delivery
{
    Whole,
    Reset,
    CutOff,
    Slow,
    Stall,
}
