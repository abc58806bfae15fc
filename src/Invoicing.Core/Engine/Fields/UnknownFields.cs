namespace Invoicing.Engine.Fields;

/// <summary>The treatment of fields of an answer that no row of a field map names.</summary>
internal enum UnknownFields
{
    /// <summary>They are dropped.</summary>
    Dropped,

    /// <summary>They are kept in the model, and never sent.</summary>
    Kept,

    /// <summary>They are kept, and go back in a change.</summary>
    SentBack,

    /// <summary>They are kept, and those that a row without a property names go back.</summary>
    SentBackIfNamed,
}
