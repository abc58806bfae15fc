using System;

namespace Invoicing.Http;

/// <summary>Observer of the requests of one caller. Called from any thread.</summary>
public interface IRequestObserver
{
    /// <summary>True to pass bodies to <see cref="OnRequest"/>, which costs time.</summary>
    bool WantsBodies { get; }

    /// <summary>A request was answered, or failed.</summary>
    /// <param name="trace">The redacted trace.</param>
    void OnRequest(RequestTrace trace);

    /// <summary>The caller has to wait: for the rate limiter, or before a retry.</summary>
    /// <param name="reason">Short reason.</param>
    /// <param name="time">Length of the wait.</param>
    void OnWait(string reason, TimeSpan time);

    /// <summary>A request succeeded, but not exactly as asked.</summary>
    /// <param name="message">Message for the user.</param>
    void OnWarning(string message);
}
