namespace Invoicing.Sandbox.Facturagem;

/// <summary>How a field is checked, kept and written.</summary>
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
