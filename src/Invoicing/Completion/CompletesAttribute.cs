using System;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>
/// Marks a parameter that <see cref="ValueCompleter"/> offers values for. Free text has it too: without it, PowerShell offers the names of files.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CompletesAttribute : ArgumentCompleterAttribute
{
    /// <summary>Marks a parameter.</summary>
    public CompletesAttribute()
        : base(typeof(ValueCompleter))
    {
    }
}
