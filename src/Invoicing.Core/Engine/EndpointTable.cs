using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Invoicing.Engine;

/// <summary>The operations of a provider by their names, gathered from the fields of the class that declares them.</summary>
internal static class EndpointTable
{
    /// <summary>Every operation of a table, for the tests that hold it against the documentation.</summary>
    public static IReadOnlyDictionary<string, Endpoint> Of(Type table) => table
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .SelectMany(field => field.GetValue(null) switch
        {
            Endpoint endpoint => [(field.Name, endpoint)],
            RecordEndpoints record => record.Named(field.Name),
            _ => Enumerable.Empty<(string Name, Endpoint Endpoint)>(),
        })
        .ToDictionary(row => row.Item1, row => row.Item2);
}
