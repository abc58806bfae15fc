namespace Invoicing.Sandbox.Facturagem;

/// <summary><c>{"client":{...}}</c> or <c>{...}</c>; XML has the name as its root in either case.</summary>
internal enum AnswerShape
{
    Wrapped,
    Bare,
}

/// <summary><c>[...]</c>, <c>{"clients":[...]}</c>, or the latter with links of its own.</summary>
internal enum ListShape
{
    Bare,
    Rooted,
    Linked,
}

/// <summary>Place of the fields in a body: under the resource's name or beside the control parameters.</summary>
internal enum BodyShape
{
    Nested,
    Flat,
}

/// <summary>JSON, XML and form bodies, or only the last; the others then count as empty.</summary>
internal enum EncodingShape
{
    Any,
    Form,
}

/// <summary>The list under a telling name, without one, or within a sentence after a colon.</summary>
internal enum AllowedShape
{
    Named,
    Plain,
    Message,
}

/// <summary><c>client[name]</c>, <c>client.name</c>, a tree of objects, or nothing below <c>client</c>.</summary>
internal enum AllowedNameShape
{
    Brackets,
    Dots,
    Tree,
    Resource,
}

/// <summary>Field to texts, a list of texts, or a list of pairs.</summary>
internal enum ErrorsShape
{
    Fields,
    Texts,
    Pairs,
}

internal enum RefusalShape
{
    Message,
    Empty,
    Html,
}

/// <summary>Answer to a payment.</summary>
internal enum PaymentShape
{
    Payment,
    Invoice,
}

/// <summary>The current account, or a list of the one.</summary>
internal enum AccountShape
{
    Object,
    List,
}

/// <summary>
/// Numbers, with a slug in addresses, where the number alone will do; the text of number and slug everywhere, which must be
/// whole; or no <c>id</c> at all.
/// </summary>
internal enum IdentifierShape
{
    Slug,
    Text,
    LinksOnly,
}

/// <summary>Form of decimals in JSON: text or numbers.</summary>
internal enum DecimalShape
{
    Text,
    Number,
}

/// <summary>The number of the first page; or, from one, a last page that comes again and again.</summary>
internal enum PagingShape
{
    FromOne,
    FromZero,
    Repeating,
}

/// <summary>Verb of deletions: DELETE, or only a POST with an overriding verb, which always works, or literally DESTROY as the page writes it.</summary>
internal enum DeleteShape
{
    Delete,
    Override,
    Destroy,
}

/// <summary>Effect of a surplus field on a creation or change when it is not refused. [official]: it may produce 500</summary>
internal enum SurplusShape
{
    Ignored,
    Fails,
}

/// <summary>Treatment of an invoice without a number. The ancestor refused it. [seen]</summary>
internal enum MissingNumberShape
{
    Refused,
    Assigned,
}
