using System;

namespace Invoicing.Engine;

/// <summary>A part of a connector: the type says what it can do, and the function makes one for a session.</summary>
public sealed class JsonResource
{
    private readonly Func<JsonProvider, ResourceFactory> _factory;

    private JsonResource(Func<JsonProvider, ResourceFactory> factory) => _factory = factory;

    /// <summary>Makes an entry.</summary>
    /// <typeparam name="TResource">A class with one or more of the capability interfaces.</typeparam>
    /// <param name="create">Makes the part for the requests of a session.</param>
    /// <returns>The entry.</returns>
    public static JsonResource Of<TResource>(Func<JsonApi, TResource> create)
        where TResource : ICapability =>
        new(provider => ResourceFactory.Of(context => create(new JsonApi(provider, context))));

    internal ResourceFactory FactoryFor(JsonProvider provider) => _factory(provider);
}
