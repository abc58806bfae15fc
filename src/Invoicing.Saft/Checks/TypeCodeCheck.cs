using System;
using System.Collections.Generic;

namespace Invoicing.Saft.Checks;

/// <summary>N03: an internal code stands for one document type, in all four tables.</summary>
internal sealed class TypeCodeCheck(CheckContext context) : SaftCheck(context)
{
    private readonly Dictionary<string, string> _typeOfCode = new(StringComparer.Ordinal);

    protected override void Document(SaftDocument document)
    {
        if (document is not { Code: { } code, Type: { } type })
        {
            return;
        }

        if (!_typeOfCode.TryGetValue(code, out var known))
        {
            _typeOfCode.Add(code, type);
        }
        else if (known != type)
        {
            Report("N03", document, $"The internal code {code} stands for more than one document type.", known, type);
        }
    }
}
