using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Invoicing.Engine;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace Invoicing.Tests.Sessions;

/// <summary>Whatever a provider does wrong, nothing is made twice, every failure is one of ours, and the key stays where it is.</summary>
public sealed class FaultTests
{
    private readonly ITestOutputHelper _output;

    public FaultTests(ITestOutputHelper output) => _output = output;

    public static readonly TheoryData<SandboxFaultKind> Kinds = new(Enum.GetValues<SandboxFaultKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task NothingIsMadeTwice(SandboxFaultKind kind)
    {
        DateTimeOffset now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
        using var sandbox = SandboxServer.Start(new SandboxOptions
        {
            ClientCount = 1, InvoiceCount = 0, RequestsPerMinute = 0, Seed = TestSeed.Tell(_output) + (int)kind, Now = () => now, PollsUntilReady = 0,
        });
        using var rig = new Rig(now, TimeSpan.FromMilliseconds(250), sandbox: sandbox);
        rig.Observer.WantsBodies = true;
        var made = new HashSet<string>();
        sandbox.SetFaults(new SandboxFault(kind) { Rate = 0.3 });
        for (int i = 0; i < 6; i++)
        {
            string reference = $"F-{i}";
            await TryAsync(sandbox, async () =>
            {
                await rig.Use<ICreator<Client>>().CreateAsync(new Client { Name = $"Cliente {i}", Code = $"C{i}" });
                Invoice invoice = await rig.Use<ICreator<Invoice>>().CreateAsync(Draft(reference, i));
                made.Add(reference);
                Invoice issued = await rig.Use<IStateChanger>().ChangeStateAsync(invoice, InvoiceTransition.Finalized);
                Assert.NotNull(issued.Number);
                await rig.Use<IPaymentTaker>().AddAsync(issued, new Payment { Amount = issued.Total });
            });
        }

        await TryAsync(sandbox, () => rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync());
        await TryAsync(sandbox, () => rig.Use<ISaftExporter>().StartSaft(2026, 3).PollAsync());
        sandbox.SetFaults();

        List<Invoice> all = await rig.Use<IInvoiceReader>().List(new InvoiceQuery()).ToListAsync();
        List<string?> references = [.. all.Select(invoice => invoice.Reference)];
        Assert.Equal(references.Distinct(), references);
        Assert.Empty(made.Except(references!));
        List<Client> clients = await rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync();
        Assert.Equal(clients.Select(client => client.Name).Distinct(), clients.Select(client => client.Name));
        foreach (Invoice invoice in all)
        {
            Assert.True((await rig.Use<IPaymentReader>().GetForInvoiceAsync(invoice)).Count <= 1);
        }

        NoKey.In(rig.Observer.Text, sandbox.ApiKey);
    }

    [Theory]
    [InlineData(SandboxFaultKind.TooManyRequests)]
    [InlineData(SandboxFaultKind.RetryAfter)]
    [InlineData(SandboxFaultKind.RetryAfterDate)]
    [InlineData(SandboxFaultKind.ServerError)]
    [InlineData(SandboxFaultKind.Reset)]
    [InlineData(SandboxFaultKind.LostAnswer)]
    [InlineData(SandboxFaultKind.CutOff)]
    public async Task ATroubleThatPassesIsNotNoticed(SandboxFaultKind kind)
    {
        DateTimeOffset now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
        using var sandbox = SandboxServer.Start(new SandboxOptions { ClientCount = 1, InvoiceCount = 0, Now = () => now });
        using var rig = new Rig(now, sandbox: sandbox);
        foreach (string path in new[] { "/taxes", "/invoices.json", "change-state", "/clients" })
        {
            sandbox.SetFaults(new SandboxFault(kind) { PathPart = path, Times = 1 });
            Invoice made = await rig.Use<ICreator<Invoice>>().CreateAsync(Draft("P-" + path, 1));
            await rig.Use<IStateChanger>().ChangeStateAsync(made, InvoiceTransition.Finalized);
            Assert.NotEmpty(await rig.Use<IReader<Client>>().List(new ListQuery()).ToListAsync());
        }

        sandbox.SetFaults();
        List<Invoice> all = await rig.Use<IInvoiceReader>().List(new InvoiceQuery()).ToListAsync();
        Assert.Equal(4, all.Count);
        Assert.All(all, invoice => Assert.Equal(InvoiceState.Final, invoice.State));
    }

    private static Invoice Draft(string reference, int number) => new()
    {
        Reference = reference,
        Client = new Client { Name = $"Cliente {number}", Code = $"C{number}" },
        Lines = [new InvoiceLine { Name = "A", Description = "a", Quantity = 1, UnitPrice = 10 + number }],
    };

    private static async Task TryAsync(SandboxServer sandbox, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (InvoicingException fault)
        {
            NoKey.In(fault, sandbox.ApiKey);
        }
    }
}
