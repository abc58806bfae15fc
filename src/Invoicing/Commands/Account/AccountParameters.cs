using System.Management.Automation;
using System.Security;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>The fields of an account as parameters. Each has the name of the property that it sets.</summary>
/// <typeparam name="TCapability">The kind of work that the cmdlet needs.</typeparam>
public abstract class AccountParameters<TCapability> : ConnectorCmdlet<TCapability>
    where TCapability : class, ICapability
{
    private protected const string AccountSet = "Account";

    private protected AccountParameters()
    {
    }

    /// <summary>Password of the user. Give a SecureString; plain text is taken and turned into one at once.</summary>
    [Parameter(ParameterSetName = AccountSet)]
    [SecretTransformation]
    public SecureString? Password { get; set; }

    /// <summary>Agree to the provider's terms, without which it refuses.</summary>
    [Parameter(ParameterSetName = AccountSet)]
    public SwitchParameter AcceptTerms { get; set; }

    /// <summary>First name of the owner.</summary>
    [Parameter(ParameterSetName = AccountSet)]
    public string? FirstName { get; set; }

    /// <summary>Last name of the owner.</summary>
    [Parameter(ParameterSetName = AccountSet)]
    public string? LastName { get; set; }

    /// <summary>Telephone number.</summary>
    [Parameter(ParameterSetName = AccountSet)]
    public string? Phone { get; set; }

    /// <summary>Tax number of the company.</summary>
    [Parameter(ParameterSetName = AccountSet)]
    public string? TaxNumber { get; set; }

    /// <summary>Sets on an account what was given for it.</summary>
    private protected void Apply(InvoiceAccount account) => FieldParameters.Apply(MyInvocation.BoundParameters, account);
}
