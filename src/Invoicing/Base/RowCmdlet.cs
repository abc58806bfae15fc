using System.Globalization;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>A cmdlet that takes its values from the columns of rows, as well as from its parameters.</summary>
/// <typeparam name="TCapability">The kind of work that it needs.</typeparam>
public abstract class RowCmdlet<TCapability> : ConnectorCmdlet<TCapability>
    where TCapability : class, ICapability
{
    private InputForm? _form;

    private protected RowCmdlet()
    {
    }

    /// <summary>The culture in which numbers and dates are written, such as pt-PT; else they are written as 1234.50 and 2026-03-31.</summary>
    [Parameter]
    [CultureTransformation]
    [Completes]
    public CultureInfo? Culture { get; set; }

    /// <inheritdoc/>
    private protected override InputForm Form
    {
        get
        {
            _form ??= Culture is null ? InputForm.Plain : InputForm.Of(Culture);

            // Objects of several sessions may come through one pipeline. Without a session nothing is sent, which is said later.
            return LikelySession is { } session ? _form.In(session.Provider.TimeZone) : _form;
        }
    }
}
