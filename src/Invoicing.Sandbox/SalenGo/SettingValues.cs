namespace Invoicing.Sandbox.SalenGo;

// All of these are questions that no page of the provider answers; the first value of each is the likeliest. [assumption]

/// <summary>Place of the method's name: in the address, or in the body.</summary>
internal enum DispatchStyle
{
    Path,
    Envelope,
}

internal enum TokenPlacement
{
    Basic,
    Bearer,
    Body,
    Query,
}

/// <summary>Wrapper of an answer: "response", nothing, or WCF's "d" around one of these.</summary>
internal enum EnvelopeForm
{
    Response,
    Bare,
    D,
    DBare,
}

/// <summary>Prefix of former XML attributes in JSON.</summary>
internal enum AttributePrefix
{
    None,
    At,
    Dash,
}

internal enum StatusCase
{
    Lower,
    Title,
}

/// <summary>Form of a list with one row.</summary>
internal enum SingleRow
{
    List,
    Object,
}

internal enum LinesForm
{
    List,
    Wrapped,
}

internal enum NumberForm
{
    Number,
    MoneyText,
    AllText,
}

internal enum IdForm
{
    Number,
    Padded,
}

internal enum ErrorName
{
    Errors,
    Error,
    Message,
}

/// <summary>Objects with field and message, objects with error, code and field, a list of texts, or one text.</summary>
internal enum ErrorForm
{
    Objects,
    Coded,
    Texts,
    Text,
}

internal enum QuotaAnswer
{
    TooMany,
    Unavailable,
    Fail,
}

/// <summary>State of the account: in use, API switched off, or closed.</summary>
internal enum AccountState
{
    Open,
    Off,
    Closed,
}

internal enum CallerRole
{
    Admin,
    Staff,
}

internal enum UnknownMembers
{
    Ignore,
    Refuse,
}

/// <summary>The name of the account's field in a notification.</summary>
internal enum AccountField
{
    AccountId,
    System,
}
