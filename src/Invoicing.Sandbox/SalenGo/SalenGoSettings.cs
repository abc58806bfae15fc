using System.Collections.Generic;
using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>How the server shall look and behave where the provider's pages leave it open.</summary>
internal sealed class SalenGoSettings
{
    public static readonly SalenGoSettings Default = new(new Dictionary<string, string>());

    private readonly Dictionary<string, string> _names;
    private readonly Dictionary<string, string> _methods;

    public SalenGoSettings(IReadOnlyDictionary<string, string> given)
    {
        var settings = new ProviderSettings("SalenGo", given);
        Dispatch = settings.Choice("DispatchStyle", DispatchStyle.Path);
        Token = settings.Choice("TokenPlacement", TokenPlacement.Basic);
        Envelope = settings.Choice("Envelope", EnvelopeForm.Response);
        Prefix = settings.Choice("AttributePrefix", AttributePrefix.None);
        StatusCase = settings.Choice("StatusCase", StatusCase.Lower);
        SingleRow = settings.Choice("SingleRow", SingleRow.List);
        Lines = settings.Choice("Lines", LinesForm.List);
        Numbers = settings.Choice("Numbers", NumberForm.Number);
        Ids = settings.Choice("Ids", IdForm.Number);
        ErrorName = settings.Choice("ErrorName", ErrorName.Errors);
        ErrorForm = settings.Choice("ErrorForm", ErrorForm.Objects);
        FailWord = settings.Text("FailWord", "fail"); // [inferred: lineage]
        FailureStatus = settings.Number("FailureStatus", 200, 200, 599); // [inferred]
        RequestsPerDay = settings.Number("RequestsPerDay", 5000, 0, int.MaxValue); // [seed]
        QuotaAnswer = settings.Choice("QuotaAnswer", QuotaAnswer.TooMany);
        MaxPerPage = settings.Number("MaxPerPage", 100, 1, int.MaxValue); // [seed]
        AccountState = settings.Choice("AccountState", AccountState.Open);
        Caller = settings.Choice("Caller", CallerRole.Admin);
        UnknownMembers = settings.Choice("UnknownMembers", UnknownMembers.Ignore);
        AccountField = settings.Choice("AccountField", AccountField.AccountId);
        _names = settings.Under("Name.");
        _methods = settings.Under("Method.");
        settings.RefuseRest();
    }

    public DispatchStyle Dispatch { get; }

    public TokenPlacement Token { get; }

    public EnvelopeForm Envelope { get; }

    public AttributePrefix Prefix { get; }

    public StatusCase StatusCase { get; }

    public SingleRow SingleRow { get; }

    public LinesForm Lines { get; }

    public NumberForm Numbers { get; }

    public IdForm Ids { get; }

    public ErrorName ErrorName { get; }

    public ErrorForm ErrorForm { get; }

    public string FailWord { get; }

    public int FailureStatus { get; }

    public int RequestsPerDay { get; }

    public QuotaAnswer QuotaAnswer { get; }

    public int MaxPerPage { get; }

    public AccountState AccountState { get; }

    public CallerRole Caller { get; }

    public UnknownMembers UnknownMembers { get; }

    public AccountField AccountField { get; }

    /// <summary>The name on the wire of what is called so in the tables.</summary>
    public string Name(string name) => _names.TryGetValue(name, out var other) ? other : name;

    /// <summary>The address or name of a method, if it is not to have its usual one.</summary>
    public string Method(string name, string usual) => _methods.TryGetValue(name, out var other) ? other : usual;
}
