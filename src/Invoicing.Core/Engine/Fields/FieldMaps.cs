using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Engine.Fields;

/// <summary>A field map of any model.</summary>
internal interface IFieldMap
{
    /// <summary>The names on the wire whose values are no secrets.</summary>
    IEnumerable<string> ShownNames { get; }
}

/// <summary>The field maps of a provider together.</summary>
internal static class FieldMaps
{
    /// <summary>The names whose values a trace may show.</summary>
    /// <param name="maps">The field maps.</param>
    /// <param name="others">Names that no field map has.</param>
    public static ISet<string> ShownNames(IEnumerable<IFieldMap> maps, IEnumerable<string> others) =>
        new HashSet<string>(maps.SelectMany(map => map.ShownNames).Concat(others), StringComparer.OrdinalIgnoreCase);
}
