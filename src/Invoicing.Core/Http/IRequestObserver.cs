using System;

namespace Invoicing.Http;

/// <summary>Who wants to hear of the requests of one caller. Called from any thread.</summary>
public interface IRequestObserver
{
    /// <summary>Whether <see cref="OnRequest"/> wants the bodies too, which costs time.</summary>
    bool WantsBodies { get; }

    /// <summary>A request was answered, or failed.</summary>
    /// <param name="trace">What may be shown of it.</param>
    void OnRequest(RequestTrace trace);

    /// <summary>The caller has to wait: for the gate, or before a request is sent again.</summary>
    /// <param name="reason">Why, in a few words.</param>
    /// <param name="time">For how long.</param>
    void OnWait(string reason, TimeSpan time);

    /// <summary>Something worked, but not as it was asked for.</summary>
    /// <param name="message">What a person should know.</param>
    void OnWarning(string message);
}
