using System;

namespace Invoicing.Engine.Fields;

/// <summary>What a wire field is for.</summary>
[Flags]
internal enum FieldDirection
{
    Read = 1,
    Write = 2,
    Both = Read | Write,

    /// <summary>Whoever has the value can do something with it: it is never shown in a trace.</summary>
    Secret = 4,
}
