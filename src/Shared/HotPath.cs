using System.Runtime.CompilerServices;

namespace Invoicing.Shared;

/// <summary>
/// MethodImpl flag for methods that run once per JSON field. A script is a process of its own, and its first list is often its only one: it
/// would end before tiered JIT optimises these methods, and take twice as long.
/// </summary>
internal static class HotPath
{
    /// <summary>AggressiveOptimization, which netstandard2.0 does not name. A runtime that does not know it ignores it.</summary>
    public const MethodImplOptions Compiled = (MethodImplOptions)512;
}
