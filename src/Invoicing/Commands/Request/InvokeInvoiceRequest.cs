using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Sends any request of the provider's API: signed, held to the limits and redacted like every other.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "InvoiceRequest", SupportsShouldProcess = true)]
[OutputType(typeof(PSObject))]
public sealed class InvokeInvoiceRequestCommand : ConnectorCmdlet<IRawRequester>
{
    /// <summary>Path below the provider's address, such as clients.json.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Uri")]
    public string Path { get; set; } = "";

    /// <summary>The verb.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("GET", "POST", "PUT", "PATCH", "DELETE", IgnoreCase = true)]
    public string Method { get; set; } = "GET";

    /// <summary>Names and values for the query; a list of values repeats the name. The key does not belong here.</summary>
    [Parameter]
    public IDictionary? Query { get; set; }

    /// <summary>The body: JSON text, or a hashtable or object that becomes JSON.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? Body { get; set; }

    /// <summary>Write the answer as text instead of objects.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override void Execute()
    {
        Target = Path;
        bool reads = string.Equals(Method, "GET", StringComparison.OrdinalIgnoreCase);
        if (!reads && !ShouldProcess($"/{Path.TrimStart('/')} of session '{SessionFor()}'", $"Send {Method.ToUpperInvariant()}"))
        {
            return;
        }

        string answer = Await(Provider().SendAsync(Method, Path, Pairs(), Body is null ? null : JsonText.From(Body), Cancel));
        if (Raw)
        {
            WriteObject(answer);
        }
        else if (answer.Trim().Length > 0)
        {
            WriteObject(JsonText.Parse(answer), enumerateCollection: true);
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        foreach (DictionaryEntry entry in Query ?? new Hashtable())
        {
            IEnumerable values = entry.Value is IEnumerable list and not string ? list : new[] { entry.Value };
            foreach (object? value in values.Cast<object?>())
            {
                yield return new KeyValuePair<string, string>(
                    entry.Key.ToString()!, Convert.ToString(InputValue.Unwrap(value), CultureInfo.InvariantCulture) ?? "");
            }
        }
    }
}
