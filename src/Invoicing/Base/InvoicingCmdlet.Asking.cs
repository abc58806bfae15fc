using System;
using System.Management.Automation;
using System.Management.Automation.Host;
using Invoicing.Http;

namespace Invoicing.Commands;

/// <summary>Shows changes and asks for them: -WhatIf, -Confirm, and a question of its own for what binds.</summary>
public abstract partial class InvoicingCmdlet
{
    private bool _yesToAll;
    private bool _noToAll;

    /// <summary>True if the user is shown what would be done: with -WhatIf, or before a prompt.</summary>
    private protected bool ShowsPlans => IsOn("WhatIf") || IsOn("Confirm") || Prompts;

    /// <summary>True if nothing is to be changed.</summary>
    private protected bool IsWhatIf => IsOn("WhatIf");

    /// <summary>
    /// True if a change that binds needs a question of its own: the impact of the cmdlet is that of a draft, and PowerShell asks for none. Neither
    /// -Confirm:$false nor $ConfirmPreference = 'None' wants to be asked.
    /// </summary>
    private protected bool AsksWhatBinds => Preference != ConfirmImpact.None && Impact < Preference && !IsOn("WhatIf") && !MyInvocation.BoundParameters.ContainsKey("Confirm");

    private bool Prompts => Preference != ConfirmImpact.None && Impact >= Preference && !MyInvocation.BoundParameters.ContainsKey("Confirm");

    private ConfirmImpact Impact => Attribute.GetCustomAttribute(GetType(), typeof(CmdletAttribute)) is CmdletAttribute cmdlet ? cmdlet.ConfirmImpact : ConfirmImpact.None;

    private ConfirmImpact Preference => LanguagePrimitives.TryConvertTo(GetVariableValue("ConfirmPreference"), out ConfirmImpact preference) ? preference : ConfirmImpact.None;

    /// <summary>Shows a change, and asks where the user wants to be asked: before every change, or before one that binds.</summary>
    /// <param name="target">The record and what becomes of it.</param>
    /// <param name="action">The change in words.</param>
    /// <param name="binds">Tells whether it binds legally or sends an e-mail.</param>
    /// <returns>True if it is to be done.</returns>
    /// <exception cref="InvoicingException">There is nobody to ask.</exception>
    private protected bool Agrees(string target, string action, bool binds)
    {
        // Text from outside is shown on one line, as in every other stream.
        (target, action) = (ShownText.Of(Messages.Of(target)), ShownText.Of(Messages.Of(action)));
        try
        {
            return base.ShouldProcess(target, action)
                && (!binds || !AsksWhatBinds || ShouldContinue(Messages.Of($"{action}: {target}. Continue?"), Messages.Of("This binds"), ref _yesToAll, ref _noToAll));
        }
        catch (Exception nobody) when (nobody is HostException or PSInvalidOperationException or PSNotImplementedException)
        {
            throw new InvoicingException(ErrorKind.InvalidInput, $"Not done: {action}: {target}. It has to be confirmed, and this session cannot ask.", nobody)
            {
                Advice = "Use -Confirm:$false in scripts, or $ConfirmPreference = 'None', once you are sure.",
            };
        }
    }

    /// <summary>Shows a change that does not bind, and asks where the user wants to be asked.</summary>
    private protected new bool ShouldProcess(string target, string action) => Agrees(target, action, binds: false);

    private bool IsOn(string switchName) => MyInvocation.BoundParameters.TryGetValue(switchName, out object? given)
        ? given is SwitchParameter { IsPresent: true }
        : LanguagePrimitives.IsTrue(GetVariableValue(switchName + "Preference")) && switchName == "WhatIf";
}
