using System;
using System.Collections.Generic;
using System.Linq;
using Invoicing.Engine;
using Invoicing.Http;
using Newtonsoft.Json;

namespace Invoicing;

/// <summary>
/// A provider of online invoicing that can be connected to. One of another assembly derives from <see cref="JsonProvider"/> and is entered in the
/// catalogue by <see cref="Register"/>.
/// </summary>
public abstract class InvoiceProvider
{
    private static readonly object Turn = new();

    /// <summary>Every provider.</summary>
    public static IReadOnlyList<InvoiceProvider> All { get; private set; } = [];

    /// <summary>Name by which it is called.</summary>
    public abstract string Name { get; }

    /// <summary>The countries of its customers.</summary>
    public abstract string Market { get; }

    /// <summary>The time zone whose days are those of its documents.</summary>
    /// <remarks>An override is marked JsonIgnore, as those of Limits and Settings are: ConvertTo-Json of a session would cut them off with a warning.</remarks>
    [JsonIgnore]
    public virtual TimeZoneInfo TimeZone => TimeZoneInfo.Utc;

    /// <summary>Reliability of the support: experimental where the provider publishes no list of fields.</summary>
    public virtual ProviderStability Stability => ProviderStability.Stable;

    /// <summary>Limits that it states for every account.</summary>
    public abstract IReadOnlyList<RateLimit> Limits { get; }

    /// <summary>The largest page that it documents, which is what listings ask for.</summary>
    public abstract int PageSize { get; }

    /// <summary>The settings that can be chosen at Connect.</summary>
    public virtual IReadOnlyList<ProviderSetting> Settings => [];

    /// <summary>The kinds of work that it can do.</summary>
    public IReadOnlyCollection<Type> GetCapabilities() =>
        [.. Resources.SelectMany(resource => resource.Type.GetInterfaces()).Where(type => type != typeof(ICapability)).Distinct()];

    /// <summary>The parts of its connector. What they implement is what the provider can do.</summary>
    internal abstract IReadOnlyList<ResourceFactory> Resources { get; }

    /// <summary>Names of the wire that are no secrets.</summary>
    internal abstract ISet<string> ShownNames { get; }

    /// <summary>Finds a provider by its name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>The provider.</returns>
    /// <exception cref="InvoicingException">There is none of that name.</exception>
    public static InvoiceProvider Get(string name) =>
        All.FirstOrDefault(provider => string.Equals(provider.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new InvoicingException(
            ErrorKind.InvalidInput,
            $"There is no provider '{name}'. There are: {string.Join(", ", All.Select(provider => provider.Name))}.");

    /// <summary>Tells whether the provider can do a kind of work.</summary>
    /// <param name="capability">An interface of the capabilities.</param>
    /// <returns><c>true</c> if it can.</returns>
    public bool Can(Type capability) => Resources.Any(resource => capability.IsAssignableFrom(resource.Type));

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The address of an account of this provider.</summary>
    internal abstract Uri BaseUri(string account, IReadOnlyDictionary<string, string> settings);

    /// <summary>The part between that address and the paths of operations, also where another address is used in its place.</summary>
    internal virtual string AccountPath(string account) => "";

    internal abstract Protocol CreateProtocol(SessionSecrets secrets, IReadOnlyDictionary<string, string> settings);

    /// <summary>Gives every setting its value: what was chosen, or the default.</summary>
    /// <exception cref="InvoicingException">There is no such setting, or no such choice.</exception>
    internal IReadOnlyDictionary<string, string> CheckSettings(IReadOnlyDictionary<string, string> chosen)
    {
        var settings = Settings.ToDictionary(setting => setting.Name, setting => setting.Default, StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, string> choice in chosen)
        {
            ProviderSetting setting = Settings.FirstOrDefault(one => string.Equals(one.Name, choice.Key, StringComparison.OrdinalIgnoreCase))
                ?? throw Unfit($"{Name} has no setting '{choice.Key}'", Settings.Select(one => one.Name));
            settings[setting.Name] = setting.Values.Count == 0
                ? choice.Value
                : setting.Values.FirstOrDefault(value => string.Equals(value, choice.Value, StringComparison.OrdinalIgnoreCase))
                    ?? throw Unfit($"'{choice.Value}' is no choice for {setting.Name}", setting.Values);
        }

        return settings;

        static InvoicingException Unfit(string what, IEnumerable<string> known) =>
            new(ErrorKind.InvalidInput, $"{what}. There are: {string.Join(", ", known)}.");
    }

    /// <summary>Enters a provider in the catalogue of this process: from then on every cmdlet works with it.</summary>
    /// <param name="provider">The provider.</param>
    /// <exception cref="InvoicingException">Another provider has the name (<see cref="ErrorKind.Conflict"/>).</exception>
    public static void Register(InvoiceProvider provider)
    {
        lock (Turn)
        {
            if (All.FirstOrDefault(one => string.Equals(one.Name, provider.Name, StringComparison.OrdinalIgnoreCase)) is not { } same)
            {
                All = [.. All, provider];
            }
            else if (same.GetType() != provider.GetType())
            {
                throw new InvoicingException(ErrorKind.Conflict, $"There is a provider '{same.Name}' already: {same.GetType().FullName}.");
            }
        }
    }

    /// <summary>Checks that the provider can do a kind of work. The error names the providers that can.</summary>
    /// <param name="capability">An interface of the capabilities.</param>
    /// <exception cref="InvoicingException">The provider cannot (<see cref="ErrorKind.NotSupported"/>).</exception>
    public void Require(Type capability) => Able(capability);

    internal TCapability Create<TCapability>(ConnectorContext context)
        where TCapability : class, ICapability => (TCapability)Able(typeof(TCapability)).Create(context);

    private ResourceFactory Able(Type capability)
    {
        if (Resources.FirstOrDefault(resource => capability.IsAssignableFrom(resource.Type)) is { } able)
        {
            return able;
        }

        string[] others = [.. All.Where(provider => provider.Can(capability)).Select(provider => provider.Name)];
        throw new InvoicingException(
            ErrorKind.NotSupported,
            $"{Name} cannot do this." + (others.Length > 0 ? $" These providers can: {string.Join(", ", others)}." : ""));
    }
}
