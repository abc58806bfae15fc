using System;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Invoicing.Sandbox;
using Invoicing.Tests.Inputs;
using Xunit;

namespace Invoicing.Tests.Plans;

/// <summary>No plan writes to what it was prepared from, whatever becomes of it.</summary>
public sealed class UnchangedTests
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (InvoiceProvider provider in InvoiceProvider.All)
        {
            foreach (PlanCase one in PlanCase.All.Where(one => provider.Can(one.Capability)))
            {
                data.Add(provider.Name, one.Method);
            }
        }

        return data;
    }

    [Fact]
    public void EveryMethodThatPreparesIsInTheTable()
    {
        string[] methods =
        [
            .. typeof(AccountRecords).Assembly.GetExportedTypes()
                .Where(type => type.Name.StartsWith("RecordSet", StringComparison.Ordinal) || type.Name.EndsWith("Set", StringComparison.Ordinal))
                .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                .Where(method => method.Name.StartsWith("Prepare", StringComparison.Ordinal))
                .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

        Assert.NotEmpty(methods);
        Assert.Equal(methods, PlanCase.All.Select(one => one.Method).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task APlanThatIsSentLeavesItsArgumentsAlone(string provider, string method)
    {
        (Place place, PlanCase one, object[] arguments, string before) = await BeginAsync(provider, method);
        using (place)
        {
            Func<Task> send = await one.PrepareAsync(place, arguments);
            await IgnoreRefusalAsync(provider, method, send);

            Assert.Equal(before, Dump.Of(arguments));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task APlanThatIsNotSentLeavesItsArgumentsAndTheProviderAlone(string provider, string method)
    {
        (Place place, PlanCase one, object[] arguments, string before) = await BeginAsync(provider, method);
        using (place)
        {
            place.Server.ClearRequests();

            await one.PrepareAsync(place, arguments);

            Assert.Equal(before, Dump.Of(arguments));
            Assert.DoesNotContain(place.Server.Requests, IsChange);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task ARefusalByTheRulesLeavesItsArgumentsAlone(string provider, string method)
    {
        (Place place, PlanCase one, object[] arguments, _) = await BeginAsync(provider, method);
        using (place)
        {
            one.Spoil!(arguments);
            string before = Dump.Of(arguments);
            place.Server.ClearRequests();

            await Assert.ThrowsAnyAsync<InvoicingException>(() => one.PrepareAsync(place, arguments));

            Assert.Equal(before, Dump.Of(arguments));
            Assert.DoesNotContain(place.Server.Requests, IsChange);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task ARefusalByTheProviderLeavesItsArgumentsAlone(string provider, string method)
    {
        (Place place, PlanCase one, object[] arguments, string before) = await BeginAsync(provider, method);
        using (place)
        {
            Func<Task> send = await one.PrepareAsync(place, arguments);
            place.Server.SetFaults(SandboxFault.Parse("ServerError"));

            if (!IsFree(provider, method))
            {
                await Assert.ThrowsAnyAsync<InvoicingException>(send);
            }

            Assert.Equal(before, Dump.Of(arguments));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task ALostAnswerLeavesItsArgumentsAlone(string provider, string method)
    {
        (Place place, PlanCase one, object[] arguments, string before) = await BeginAsync(provider, method);
        using (place)
        {
            Func<Task> send = await one.PrepareAsync(place, arguments);
            place.Server.SetFaults(SandboxFault.Parse("LostAnswer#1"));

            try
            {
                await send();
            }
            catch (InvoicingException fault) when (fault.Kind is ErrorKind.OutcomeUnknown or ErrorKind.ValidationFailed or ErrorKind.NotFound or ErrorKind.Conflict)
            {
                // In doubt, or refused: what counts here is what became of the arguments.
            }

            Assert.Equal(before, Dump.Of(arguments));
        }
    }

    private static async Task<(Place Place, PlanCase Case, object[] Arguments, string Before)> BeginAsync(string provider, string method)
    {
        var place = new Place(provider);
        PlanCase one = PlanCase.All.Single(candidate => candidate.Method == method);
        object[] arguments = await one.MakeAsync(place);
        return (place, one, arguments, Dump.Of(arguments));
    }

    /// <summary>A document that is there counts as issued where there are no drafts: to issue it sends nothing.</summary>
    private static bool IsFree(string provider, string method) =>
        method == "InvoiceSet.PrepareCompleteAsync" && provider is "SimplBooks" or "FACTURAgem" or "SalenGo";

    /// <summary>Some of it the provider refuses, such as to delete a client that has documents: that is as good here.</summary>
    private static async Task IgnoreRefusalAsync(string provider, string method, Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (ProviderException refused) when (refused.Kind is ErrorKind.ValidationFailed or ErrorKind.Conflict or ErrorKind.NotFound)
        {
            Assert.True(method.Contains("Remove") || method.Contains("Bind") || method.Contains("Series"), $"{method} at {provider}: {refused.Message}");
        }
    }

    /// <summary>At SalenGo all is posted, and the method tells; at SimplBooks lists may be.</summary>
    private static bool IsChange(SandboxRequest request) => request.Method != "GET"
        && !request.Path.Contains("/list") && !request.Path.Contains("/get") && !request.Path.Contains("login");
}
