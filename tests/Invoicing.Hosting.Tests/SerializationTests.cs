using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Text;
using Invoicing.Hosting.Tests.Support;
using Xunit;

namespace Invoicing.Hosting.Tests;

/// <summary>Objects that come out of a job or a remote machine, which PowerShell writes as XML and reads again.</summary>
public sealed class SerializationTests
{
    /// <summary>Far above what any object needs, far below one that takes its session along.</summary>
    private const int Large = 64 * 1024;

    public static TheoryData<string> Types => [.. Samples.Types.Select(type => type.FullName!)];

    public static TheoryData<string> Providers => [.. Support.Module.Providers];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_simple_property_survives(string type)
    {
        object sample = Samples.Make(type);
        PSObject there = RoundTrip(sample);
        Assert.Contains("Deserialized." + type, there.TypeNames);
        AssertSame(sample, there);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void What_a_provider_gave_survives_and_takes_no_secret_along(string provider)
    {
        using var company = new Company(provider);
        using Runspace runspace = HostedModule.Open();
        _ = runspace.Run("$session = Connect-InvoiceProvider @how", ("how", company.Connect())).Good;
        Outcome run = runspace.Run("""
            $session

            # A sandbox shows its key on purpose: it opens nothing else.
            foreach ($name in (Get-InvoiceProvider $session.Provider).Command -like 'Get-Invoice*' -ne 'Get-InvoiceSandbox') {
                if ((Get-Command $name).ParameterSets.Where({ $_.IsDefault -or $_.Name -eq '__AllParameterSets' }).Parameters.IsMandatory -notcontains $true) {
                    & $name -ErrorAction SilentlyContinue | Select-Object -First 3
                }
            }
            """);
        Assert.Null(run.Thrown);
        Assert.True(run.Output.Count > 5);
        string[] secrets = [.. new[] { company.Server.ApiKey, company.Server.Password }.OfType<string>().Where(secret => secret.Length > 3)];
        foreach (PSObject one in run.Output)
        {
            string xml = PSSerializer.Serialize(one);
            Assert.True(xml.Length < Large, $"{one.BaseObject.GetType()} makes {xml.Length} characters.");
            foreach (string secret in secrets)
            {
                Assert.DoesNotContain(secret, xml, StringComparison.Ordinal);
                Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), xml, StringComparison.Ordinal);
                Assert.DoesNotContain(Convert.ToBase64String(Encoding.Unicode.GetBytes(secret)), xml, StringComparison.Ordinal);
            }

            if (one.BaseObject is InvoiceRecord record)
            {
                AssertSame(record, RoundTrip(record));
            }
        }
    }

    [Fact]
    public void A_session_is_small_and_says_what_it_is()
    {
        using var company = new Company();
        using Runspace runspace = HostedModule.Open();
        PSObject session = runspace.Run("Connect-InvoiceProvider @how", ("how", company.Connect("work"))).Good.Single();
        string xml = PSSerializer.Serialize(session);
        Assert.True(xml.Length < 16 * 1024, $"It makes {xml.Length} characters.");
        var there = (PSObject)PSSerializer.Deserialize(xml);
        Assert.Equal("work", there.Properties["Name"].Value);
        Assert.Equal(company.Server.Account, there.Properties["Account"].Value);
        Assert.DoesNotContain(there.Properties, property => property.Name != nameof(InvoiceSession.AccountKey) && property.Name.Contains("Key", StringComparison.OrdinalIgnoreCase));
    }

    private static PSObject RoundTrip(object value) => Assert.IsType<PSObject>(PSSerializer.Deserialize(PSSerializer.Serialize(value)), exactMatch: false);

    private static void AssertSame(object here, PSObject there)
    {
        int compared = 0;
        foreach (PropertyInfo property in here.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            object? value = property.GetValue(here);
            object? other = there.Properties[property.Name]?.Value;
            if (value is null)
            {
                Assert.Null(other);
            }
            else if (value is Enum)
            {
                Assert.Equal(value.ToString(), other?.ToString());
                compared++;
            }
            else if (value is string or decimal or int or long or double or bool or DateTime or TimeSpan or Uri)
            {
                Assert.Equal(value, other is PSObject wrapped ? wrapped.BaseObject : other);
                compared++;
            }
        }

        Assert.True(compared > 0 || here.GetType().GetProperties().Length == 0, $"{here.GetType()} has nothing to compare.");
    }
}
