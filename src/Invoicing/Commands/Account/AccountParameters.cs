using System.Management.Automation;
using System.Security;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of an account as parameters, each named after its property.</summary>
/// <typeparam name="TCapability">The capability that the cmdlet needs.</typeparam>
public abstract class AccountParameters<TCapability> : RowCmdlet<TCapability>
    where TCapability : class, ICapability
{
    private protected const string AccountSet = "Account";

    private protected AccountParameters()
    {
    }

    /// <summary>Password of the user, as a SecureString. Plain text is converted at once.</summary>
    [Parameter(ParameterSetName = AccountSet)]
    [SecretTransformation]
    public SecureString? Password { get; set; }

    /// <summary>Accepts the provider's terms. Required by the provider.</summary>
    [Parameter(ParameterSetName = AccountSet)]
    public SwitchParameter AcceptTerms { get; set; }

    /// <summary>First name of the owner.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? FirstName { get; set; }

    /// <summary>Last name of the owner.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? LastName { get; set; }

    /// <summary>Telephone number.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? Phone { get; set; }

    /// <summary>Tax number of the company.</summary>
    [Parameter(ParameterSetName = AccountSet, ValueFromPipelineByPropertyName = true)]
    [TextTransformation]
    [Completes]
    public Input<string>? TaxNumber { get; set; }

    /// <summary>Copies the given parameters to an account.</summary>
    private protected void Apply(InvoiceAccount account)
    {
        Fill(account);
        account.TaxNumber = TaxNumberInput.Read(TaxNumber, nameof(TaxNumber), account.Country, false, WriteWarning) ?? account.TaxNumber;
    }

    /// <inheritdoc/>
    private protected override bool GivesValues(InvoiceRecord record) => record is InvoiceAccount;
}
