namespace Invoicing;

/// <summary>The kind of a change.</summary>
public enum ChangeAction
{
    /// <summary>Creates a record.</summary>
    Create,

    /// <summary>Changes fields of a record.</summary>
    Change,

    /// <summary>Deletes a record.</summary>
    Delete,

    /// <summary>Issues a draft.</summary>
    Issue,

    /// <summary>Moves a document to another state.</summary>
    ChangeState,

    /// <summary>Sends a document by e-mail.</summary>
    Send,

    /// <summary>Enters a payment.</summary>
    Pay,

    /// <summary>Binds a payment that was entered before to a document.</summary>
    Bind,

    /// <summary>Takes a payment back.</summary>
    Cancel,

    /// <summary>Registers a series with the tax authority.</summary>
    Register,

    /// <summary>Makes a series the default.</summary>
    MakeDefault,
}
