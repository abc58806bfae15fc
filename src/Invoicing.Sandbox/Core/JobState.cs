namespace Invoicing.Sandbox.Core;

/// <summary>How an asynchronous job stands when it is asked for.</summary>
internal enum JobState
{
    NotReady,
    Failed,
    Ready,
}
