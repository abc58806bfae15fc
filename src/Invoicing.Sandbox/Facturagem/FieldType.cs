namespace Invoicing.Sandbox.Facturagem;

/// <summary>The type of a field, which decides how it is checked, stored and written.</summary>
internal enum FieldType
{
    Text,
    Identifier,
    Money,
    Quantity,
    Percent,
    Date,
    Time,
    Boolean,
    Country,
    Client,
    Lines,
}
