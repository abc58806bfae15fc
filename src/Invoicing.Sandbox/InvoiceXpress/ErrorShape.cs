namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>The provider's forms of an error, with the numbers of docs/facts/invoicexpress.md#errors.</summary>
internal enum ErrorShape
{
    /// <summary>E1 <c>{"errors":[{"error":"text"}]}</c>.</summary>
    ObjectList,

    /// <summary>E2 <c>{"errors":{"error":"text"}}</c>.</summary>
    Object,

    /// <summary>E3 <c>{"errors":["text"]}</c>.</summary>
    TextList,

    /// <summary>E4 <c>{"errors":[{"error":["text"]}]}</c>.</summary>
    NestedList,

    /// <summary>E5 <c>{"errors":{"code":"001","message":"text"}}</c>.</summary>
    Coded,

    /// <summary>E6 <c>{"field":["text"]}</c>.</summary>
    Fields,

    /// <summary>E7 <c>[["field","text"]]</c>.</summary>
    PairList,

    /// <summary>E8 <c>["field","text"]</c>.</summary>
    Pair,

    /// <summary>E9 <c>{"error":"text"}</c>.</summary>
    Plain,

    /// <summary>E10 <c>{"error":{"code":"404","message":"text"}}</c>.</summary>
    Numbered,

    /// <summary>E11 <c>{"message":"text"}</c>.</summary>
    Message,

    /// <summary>E12 <c>{"reason":"text"}</c>.</summary>
    Reason,

    /// <summary>E14 a single space that calls itself JSON.</summary>
    Blank,

    /// <summary>E14 nothing at all.</summary>
    Empty,

    /// <summary>E15 an HTML page.</summary>
    Html,
}
