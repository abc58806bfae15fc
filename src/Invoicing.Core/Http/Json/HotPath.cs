using System.Runtime.CompilerServices;

namespace Invoicing.Http.Json;

/// <summary>
/// Marks what every field of every row of a list goes by. A script is a process of its own, and its first list is often its only one: it
/// would be over before the runtime had counted enough calls to compile these methods for speed, and take twice as long.
/// </summary>
internal static class HotPath
{
    /// <summary>AggressiveOptimization, which netstandard2.0 has no name for; a runtime that does not know it passes it over.</summary>
    public const MethodImplOptions Compiled = (MethodImplOptions)512;
}
