using System.Threading.Tasks;
using Invoicing.Tests.Gate;
using Invoicing.Tests.Journal;

namespace Invoicing.Tests;

/// <summary>What the tests run as a process of its own.</summary>
internal static class Program
{
    private static Task Main(string[] args) => args[0] == SeriesProcess.Name ? SeriesProcess.RunAsync(args) : Worker.RunAsync(args);
}
