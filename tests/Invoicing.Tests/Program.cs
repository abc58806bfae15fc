using System.Threading.Tasks;
using Invoicing.Tests.Gate;

namespace Invoicing.Tests;

/// <summary>What the tests run as a process of its own.</summary>
internal static class Program
{
    private static Task Main(string[] args) => Worker.RunAsync(args);
}
