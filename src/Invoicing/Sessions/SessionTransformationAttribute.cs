using System;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Lets a session be given by its name. What is no session is an error: another company must not be taken in its place.</summary>
internal sealed class SessionTransformationAttribute : ArgumentTransformationAttribute
{
    private const string SerializedName = "Deserialized.Invoicing.InvoiceSession";

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if (inputData is PSObject copy && copy.TypeNames.Contains(SerializedName))
        {
            throw new ArgumentTransformationMetadataException(Lost(copy));
        }

        object? input = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return input switch
        {
            null => throw new ArgumentTransformationMetadataException(
                "The session is $null. Leave -Session out to use the default session, or give a session or its name; Get-InvoiceSession shows those there are."),
            string name => SessionRegistry.Current.Find(name)
                ?? throw new ArgumentTransformationMetadataException($"There is no session '{name}'. Get-InvoiceSession shows those there are."),
            _ => input,
        };
    }

    /// <summary>A session holds a key and connections, which do not go into a file or another process.</summary>
    private static string Lost(PSObject copy)
    {
        string Quoted(string property, string what) => copy.Properties[property]?.Value is { } value ? $"'{value}'" : what;
        string name = Quoted(nameof(InvoiceSession.Name), "<name>"), provider = Quoted(nameof(InvoiceSession.Provider), "<provider>");
        string account = Quoted(nameof(InvoiceSession.Account), "<account>");
        return FormattableString.Invariant(
            $"The session {name} came through a job or a file and has lost its connection. Connect in the job itself: Connect-InvoiceProvider {provider} {account} -ApiKey (Get-Secret {account}). A thread job can use the session as it is.");
    }
}
