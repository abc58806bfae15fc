using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace Invoicing.Commands;

/// <summary>One parameter that a row can give.</summary>
internal sealed class RowParameter
{
    private readonly PropertyInfo _property;

    public RowParameter(PropertyInfo property)
    {
        _property = property;
        Transformation = property.GetCustomAttribute<InputTransformationAttribute>()
            ?? throw new InvalidOperationException($"{property.DeclaringType}.{property.Name} has no transformation.");
        TakesPipeline = Attributes.Any(one => one.ValueFromPipeline);
        Names = [Name, .. property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []];
    }

    public string Name => _property.Name;

    /// <summary>The name and the aliases.</summary>
    public string[] Names { get; }

    public InputTransformationAttribute Transformation { get; }

    public bool TakesPipeline { get; }

    private IEnumerable<ParameterAttribute> Attributes => _property.GetCustomAttributes<ParameterAttribute>();

    /// <summary>True if the parameter must be given in a parameter set.</summary>
    public bool IsNeededIn(string set) => Attributes.Any(one =>
        (one.ParameterSetName == set || one.ParameterSetName == ParameterAttribute.AllParameterSets) && (one.Mandatory || _property.IsDefined(typeof(NeededAttribute))));

    public Input? Of(InvoicingCmdlet cmdlet) => (Input?)_property.GetValue(cmdlet);

    /// <summary>Makes the parameter one that was not given.</summary>
    public void Clear(InvoicingCmdlet cmdlet) => _property.SetValue(cmdlet, null);
}

/// <summary>The parameters of a kind of cmdlet that a row can give.</summary>
internal sealed class RowParameters
{
    private static readonly ConcurrentDictionary<Type, RowParameters> Known = new();
    private readonly ConcurrentDictionary<Type, (RowParameter Parameter, PropertyInfo Property)[]> _fields = new();
    private readonly PropertyInfo? _rowProperty;

    private RowParameters(Type cmdlet)
    {
        PropertyInfo[] all = cmdlet.GetProperties();
        All = [.. all.Where(property => typeof(Input).IsAssignableFrom(property.PropertyType)).Select(property => new RowParameter(property))];
        _rowProperty = all.FirstOrDefault(property => property.Name == "InputObject" && !typeof(Input).IsAssignableFrom(property.PropertyType)
            && property.GetCustomAttributes<ParameterAttribute>().Any(one => one.ValueFromPipeline));
    }

    public IReadOnlyList<RowParameter> All { get; }

    /// <summary>True if the piped object gives values; false if it is the one that is changed, sent or paid.</summary>
    public bool TakesValues => _rowProperty is not null;

    /// <summary>Kinds of records that the pipeline names, such as the clients that are changed.</summary>
    public IEnumerable<Type> Subjects => All.Where(parameter => parameter.TakesPipeline).SelectMany(parameter => parameter.Transformation switch
    {
        ClientTransformationAttribute => new[] { typeof(Client) },
        InvoiceTransformationAttribute => [typeof(Invoice)],
        RecordTransformationAttribute => [typeof(InvoiceRecord)],
        _ => [],
    });

    public static RowParameters Of(Type cmdlet) => Known.GetOrAdd(cmdlet, type => new RowParameters(type));

    /// <summary>The object that the pipeline gave.</summary>
    public object? PipedTo(InvoicingCmdlet cmdlet) => InputValue.Unwrap(
        _rowProperty?.GetValue(cmdlet) ?? All.Where(parameter => parameter.TakesPipeline).Select(parameter => parameter.Of(cmdlet)?.Raw).FirstOrDefault(raw => raw is not null));

    /// <summary>Sets on a model what was given for it: a parameter sets the property of its name.</summary>
    /// <remarks>Empty text takes away what was there, and makes nothing of nothing. An empty number or date changes nothing.</remarks>
    public void Fill(InvoicingCmdlet cmdlet, object model)
    {
        foreach ((RowParameter parameter, PropertyInfo property) in _fields.GetOrAdd(model.GetType(), Fields))
        {
            if (parameter.Of(cmdlet) is not { } input)
            {
                continue;
            }

            if (input.Converted is { } value)
            {
                // A parameter that names another thing than the property does, such as who is meant, is the cmdlet's own.
                if (property.PropertyType.IsInstanceOfType(value))
                {
                    property.SetValue(model, value);
                }
            }
            else if (!string.IsNullOrEmpty(property.GetValue(model) as string))
            {
                property.SetValue(model, "");
            }
        }
    }

    /// <summary>The values that the row gives, as text.</summary>
    public IReadOnlyDictionary<string, string> Given(InvoicingCmdlet cmdlet) => All
        .Select(parameter => (parameter.Name, Input: parameter.Of(cmdlet)))
        .Where(value => value.Input is { IsEmpty: false })
        .ToDictionary(value => value.Name, value => value.Input!.ToString());

    private (RowParameter Parameter, PropertyInfo Property)[] Fields(Type model) =>
    [
        .. from parameter in All
           where parameter.Name != nameof(InvoiceRecord.Id)
           let property = model.GetProperty(parameter.Name)
           where property?.SetMethod is { IsPublic: true }
           select (parameter, property),
    ];
}
