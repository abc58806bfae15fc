using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace Invoicing.Commands;

/// <summary>Lines of a document: objects, hashtables or rows, one or many.</summary>
internal sealed class LineTransformationAttribute : InputTransformationAttribute
{
    public override object? Read(object? input, InputForm form)
    {
        object? bare = InputValue.Unwrap(input);
        return bare switch
        {
            null => null,
            string text when text.Trim().Length == 0 => null,
            InvoiceLine line => new[] { line },
            string text when text.IndexOf(" x ", StringComparison.Ordinal) >= 0 => InvoiceLine.ParseMany(text).ToArray(),
            IDictionary or PSObject => new[] { InputRow.ToLine(bare, form) },
            IEnumerable list and not string => list.Cast<object?>().Select(item => InputRow.ToLine(InputValue.Unwrap(item), form)).ToArray(),
            _ => throw new FormatException($"'{bare}' is no line. Use New-InvoiceLine, or a hashtable with Name, Quantity, UnitPrice and Tax."),
        };
    }

    protected override Input Wrap(object? input) => new Input<InvoiceLine>(input);
}
