using System;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Identity of a client: its object, identifier, code or name, or text that could be any of them.</summary>
public sealed class ClientIdentity
{
    private ClientIdentity()
    {
    }

    /// <summary>The object itself.</summary>
    public Client? Client { get; private init; }

    /// <summary>The provider's identifier.</summary>
    public string? Id { get; private init; }

    /// <summary>The caller's own code.</summary>
    public string? Code { get; private init; }

    /// <summary>The whole name.</summary>
    public string? Name { get; private init; }

    /// <summary>Text that may be a name, a code, or, if it is a number, an identifier.</summary>
    public string? Text { get; private init; }

    /// <summary>The original value.</summary>
    public override string ToString() => Text ?? Client?.ToString() ?? Name ?? Code ?? Id ?? "";

    internal static ClientIdentity ById(string id) => new() { Id = id };

    internal static ClientIdentity ByCode(string code) => new() { Code = code };

    internal static ClientIdentity ByName(string name) => new() { Name = name };

    /// <summary>The user's input, as the target of errors.</summary>
    internal object? Source { get; private set; }

    /// <summary>Reads user input.</summary>
    internal static ClientIdentity From(object source)
    {
        ClientIdentity identity = Read(source);
        identity.Source = source;
        return identity;
    }

    private static ClientIdentity Read(object source) => source switch
    {
        Client client => new ClientIdentity { Client = client },
        Invoice { Client: { } client } => new ClientIdentity { Client = client },
        string text when text.Trim().Length > 0 => new ClientIdentity { Text = text.Trim() },
        int or long => ById(InputValue.Text(source)!),
        PSObject or System.Collections.IDictionary => FromRow(source),
        _ => throw new FormatException($"'{source}' is no client: give an id, a code, a name or the object."),
    };

    private static ClientIdentity FromRow(object row) =>
        InputRow.First(row, "ClientId", "Id") is { } id ? ById(id)
        : InputRow.First(row, "ClientCode", "Code") is { } code ? ByCode(code)
        : InputRow.First(row, "ClientName", "Name") is { } name ? ByName(name)
        : throw new FormatException("The row has no Id, Code or Name, so it names no client.");
}
