using System.Management.Automation;
using System.Security;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>
/// Changes the account, or sets up the communication with the Portuguese tax authority (-Communication).
/// </summary>
[Cmdlet(VerbsCommon.Set, "InvoiceAccount", DefaultParameterSetName = AccountSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(InvoiceAccount))]
public sealed class SetInvoiceAccountCommand : AccountParameters<IAccountUpdater>
{
    private const string TaxAuthoritySet = "TaxAuthority";

    /// <summary>The provider's identifier of the account. Default: the account of the session, if the provider reveals it.</summary>
    [Parameter(ParameterSetName = AccountSet, Position = 0, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Id { get; set; }

    /// <summary>New name of the company, at most 100 characters.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Name { get; set; }

    /// <summary>New e-mail address.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Email { get; set; }

    /// <summary>Street and number.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Address { get; set; }

    /// <summary>City.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? City { get; set; }

    /// <summary>Postal code; for Portugal DDDD-DDD.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? PostalCode { get; set; }

    /// <summary>Province or state.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Region { get; set; }

    /// <summary>Country in which the company is taxed.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Country { get; set; }

    /// <summary>Web site.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Website { get; set; }

    /// <summary>Fax number.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Fax { get; set; }

    /// <summary>Sub-user at the tax authority's site, such as 509123450/1. Series are registered with it.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = TaxAuthoritySet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? TaxAuthorityUser { get; set; }

    /// <summary>Password of the sub-user, as a SecureString. Plain text is converted at once.</summary>
    [Parameter(ParameterSetName = AccountSet)]
    [Parameter(ParameterSetName = TaxAuthoritySet, Mandatory = true)]
    [SecretTransformation]
    public SecureString? TaxAuthorityPassword { get; set; }

    /// <summary>Way in which documents reach the tax authority.</summary>
    [Parameter(ParameterSetName = TaxAuthoritySet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Completes]
    [MemberTransformation(typeof(TaxAuthorityCommunication))]
    public Input<TaxAuthorityCommunication>? Communication { get; set; }

    /// <summary>Writes the changed account. Costs one request.</summary>
    [Parameter(ParameterSetName = AccountSet)]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The row that the values come from; an error carries it.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        var secrets = new AccountSecrets
        {
            Password = Password,
            AcceptTerms = AcceptTerms,
            TaxAuthorityUser = TaxAuthorityUser.Get(),
            TaxAuthorityPassword = TaxAuthorityPassword,
        };
        if (ParameterSetName == TaxAuthoritySet)
        {
            Target = TaxAuthorityUser.Get();
            if (ShouldProcess($"account of session '{SessionFor()}'", $"Communicate with the tax authority: {Communication.Get()}"))
            {
                Await(Use<ITaxAuthorityConnector>().ConnectAsync(secrets, Communication.Get()!.Value, Cancel));
            }

            return;
        }

        Target ??= Id.Get();
        IAccountReader reader = Use<IAccountReader>();
        InvoiceAccount account = Await(reader.GetAsync(Id.Get(), Cancel));
        Apply(account);
        if (!ShouldProcess($"account '{account}' at {SessionFor().Provider}", "Change"))
        {
            return;
        }

        Await(Provider().UpdateAsync(account, secrets, Cancel));
        if (PassThru)
        {
            WriteObject(Await(reader.GetAsync(Id.Get(), Cancel)));
        }
    }
}
