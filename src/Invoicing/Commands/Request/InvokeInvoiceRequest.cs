using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Invoicing.Engine;

namespace Invoicing.Commands;

/// <summary>Sends any request of the provider's API, signed, rate limited and redacted like all others.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "InvoiceRequest", SupportsShouldProcess = true)]
[OutputType(typeof(PSObject))]
public sealed class InvokeInvoiceRequestCommand : ConnectorCmdlet<IRawRequester>
{
    /// <summary>Path below the root of the API: clients.json (InvoiceXpress), clients/list (SimplBooks), accounts/12/clients.json (FACTURAgem), client/list (SalenGo).</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Uri")]
    [Completes]
    public string Path { get; set; } = "";

    /// <summary>The HTTP verb.</summary>
    [Parameter(Position = 1)]
    [ValidateSet("GET", "POST", "PUT", "PATCH", "DELETE", IgnoreCase = true)]
    public string Method { get; set; } = "GET";

    /// <summary>Names and values of the query. A list of values repeats the name. Do not put the API key here.</summary>
    [Parameter]
    public IDictionary? Query { get; set; }

    /// <summary>The body: JSON text, or a hashtable or object that becomes JSON.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? Body { get; set; }

    /// <summary>Writes the answer as text instead of objects.</summary>
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
