using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Creates an account at the provider. Its key is a SecureString, ready for Connect-InvoiceProvider.</summary>
[Cmdlet(VerbsCommon.New, "InvoiceAccount", DefaultParameterSetName = AccountSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(InvoiceAccount))]
public sealed class NewInvoiceAccountCommand : AccountParameters<IAccountCreator>
{
    /// <summary>Name of the company, at most 100 characters.</summary>
    [Parameter(ParameterSetName = AccountSet, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Needed]
    [TextTransformation]
    [Completes]
    public Input<string>? Name { get; set; }

    /// <summary>E-mail address of the user.</summary>
    [Parameter(ParameterSetName = AccountSet, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Needed]
    [TextTransformation]
    [Completes]
    public Input<string>? Email { get; set; }

    /// <summary>Country in which the company is taxed: Portugal, Ireland or the United Kingdom.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Country { get; set; }

    /// <summary>Language of the account: pt, en or es.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [WordTransformation("pt", "en", "es")]
    [Completes]
    public Input<string>? Language { get; set; }

    /// <summary>Accepts marketing e-mails of the provider.</summary>
    [Parameter(ParameterSetName = AccountSet)]
    public SwitchParameter Marketing { get; set; }

    /// <summary>Creates the account for an existing user, who is verified by the password.</summary>
    [Parameter(ParameterSetName = AccountSet)]
    public SwitchParameter ExistingUser { get; set; }

    /// <summary>The row that the values come from; an error carries it.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        var account = new InvoiceAccount();
        Apply(account);
        Target ??= account.Name;
        var secrets = new AccountSecrets { Password = Password, AcceptTerms = AcceptTerms, Marketing = Marketing };
        if (ShouldProcess($"account '{account.Name}' at {SessionFor().Provider}", "Create"))
        {
            WriteObject(Await(Provider().CreateAsync(account, secrets, ExistingUser, Cancel)));
        }
    }
}
