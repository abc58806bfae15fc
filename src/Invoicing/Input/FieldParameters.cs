using System.Collections.Generic;

namespace Invoicing.Commands;

/// <summary>Sets on a model what was given for it: a parameter is named after the property that it sets.</summary>
internal static class FieldParameters
{
    /// <summary>An empty cell takes away what was there, and makes nothing of nothing.</summary>
    public static void Apply(IDictionary<string, object> given, InvoiceRecord model)
    {
        foreach (KeyValuePair<string, object> parameter in given)
        {
            if (parameter.Key == nameof(InvoiceRecord.Id) || model.GetType().GetProperty(parameter.Key) is not { CanWrite: true } property)
            {
                continue;
            }

            // A parameter that names another thing than the property does, such as who is meant, is the cmdlet's own.
            bool nothing = parameter.Value is null or "";
            if (!nothing && !property.PropertyType.IsInstanceOfType(InputValue.Unwrap(parameter.Value)))
            {
                continue;
            }

            if (!nothing || !string.IsNullOrEmpty(property.GetValue(model) as string))
            {
                property.SetValue(model, parameter.Value);
            }
        }
    }
}
