namespace Invoicing.Sandbox.Core;

/// <summary>State of an asynchronous job when it is polled.</summary>
internal enum JobState
{
    NotReady,
    Failed,
    Ready,
}
