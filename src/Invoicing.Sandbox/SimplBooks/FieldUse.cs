using System;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>The operations in which a field is read or written. The letters are those of the tables of fields.</summary>
[Flags]
internal enum FieldUse
{
    /// <summary>Kept, never on the wire.</summary>
    None = 0,

    /// <summary>Taken on create.</summary>
    C = 1,

    /// <summary>Taken on update.</summary>
    U = 2,

    /// <summary>Taken on create and on update.</summary>
    W = C | U,

    /// <summary>Shown in lists.</summary>
    L = 4,

    /// <summary>Shown by get.</summary>
    G = 8,

    /// <summary>Shown in lists, but only when the request names it among the fields that it wants.</summary>
    OnRequest = 16,
}
