using System;

namespace Invoicing.Engine;

/// <summary>A part of a connector: its type, which says what it can do without making one, and how to make one.</summary>
internal sealed class ResourceFactory
{
    private ResourceFactory(Type type, Func<ConnectorContext, ICapability> create)
    {
        Type = type;
        Create = create;
    }

    public Type Type { get; }

    public Func<ConnectorContext, ICapability> Create { get; }

    public static ResourceFactory Of<TResource>(Func<ConnectorContext, TResource> create)
        where TResource : ICapability => new(typeof(TResource), context => create(context));
}
