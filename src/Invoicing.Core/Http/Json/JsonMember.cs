namespace Invoicing.Http.Json;

/// <summary>The kind of a member of an object that is read at once.</summary>
internal enum JsonMember
{
    /// <summary>No member: the object ends.</summary>
    End,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A whole number of at most 18 digits.</summary>
    Number,

    /// <summary>Null.</summary>
    Null,

    /// <summary>Anything else, which is read as tokens.</summary>
    Other,
}
