using System;

namespace Invoicing.Engine.Fields;

/// <summary>The purpose of a wire field.</summary>
[Flags]
internal enum FieldDirection
{
    Read = 1,
    Write = 2,
    Both = Read | Write,

    /// <summary>Whoever has the value can do something with it: it is never shown in a trace.</summary>
    Secret = 4,
}
