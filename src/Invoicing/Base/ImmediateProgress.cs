using System;

namespace Invoicing.Commands;

/// <summary>Hands a report on at once, on the thread that makes it. The progress of .NET itself would come later and from another one.</summary>
internal sealed class ImmediateProgress<T> : IProgress<T>
{
    private readonly Action<T> _report;

    public ImmediateProgress(Action<T> report) => _report = report;

    public void Report(T value) => _report(value);
}
