using System;
using System.Collections.Generic;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>Ends an operation with an error. There are no codes and no field names, only texts. [official]</summary>
internal sealed class Refusal : Exception
{
    public Refusal(int status, IReadOnlyList<string> errors)
        : base(string.Join("; ", errors))
    {
        Status = status;
        Errors = errors;
    }

    public int Status { get; }

    public IReadOnlyList<string> Errors { get; }

    public static Refusal Of(int status, string error) => new(status, new[] { error });

    public static Refusal Invalid(string error) => Of(400, error);

    /// <summary>A record that is not there gives 400; a 404 is for wrong addresses only. [official]</summary>
    public static Refusal Missing(Resource resource, string id) => Invalid($"{resource.Model} with id {id} does not exist");
}
