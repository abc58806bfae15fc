using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>All methods, by their addresses or by their names in the body.</summary>
internal sealed class Methods
{
    private static readonly (Resource Of, string Verb, Func<Work, JObject> Run)[] Peculiar =
    {
        (Resources.Invoice, "sendByEmail", work => Documents.SendByEmail(work, Resources.Invoice)),
        (Resources.Estimate, "sendByEmail", work => Documents.SendByEmail(work, Resources.Estimate)),
        (Resources.Estimate, "accept", Documents.Accept),
        (Resources.Callback, "verify", CallbackMethods.Verify),
        (Resources.Callback, "resendToken", CallbackMethods.ResendToken),
    };

    // Four spellings occur on official pages, so neither case nor dots are held against a name. [assumption]
    private readonly Dictionary<string, Func<Work, JObject>> _methods = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _isByName;

    public Methods(SalenGoSettings settings)
    {
        _isByName = settings.DispatchStyle == DispatchStyle.Envelope;
        var unknown = new HashSet<string>(settings.ChangedMethods, StringComparer.OrdinalIgnoreCase);
        foreach (var (of, verb, run) in All())
        {
            var name = $"{of.Name}/{verb}";
            unknown.Remove(name);
            _methods[Key(settings.Method(name, _isByName ? name : $"{of.Service}/{verb}"))] = Guard(of, run);
        }

        if (unknown.Count > 0)
        {
            throw new ArgumentException($"SalenGo has no method '{unknown.First()}'.", nameof(SandboxOptions.Settings));
        }
    }

    public Func<Work, JObject>? Find(string method) => _methods.TryGetValue(Key(method), out var run) ? run : null;

    private static IEnumerable<(Resource Of, string Verb, Func<Work, JObject> Run)> All() =>
        Resources.All
            .SelectMany(of => of.Verbs.Select(verb => (of, verb, (Func<Work, JObject>)(work => Crud.Verbs[verb](of, work)))))
            .Concat(Peculiar);

    private static Func<Work, JObject> Guard(Resource of, Func<Work, JObject> run) => work =>
        of.IsForAdministrators && work.IsStaff ? throw new Refusal("this is for administrators only") : run(work);

    private string Key(string method) => _isByName ? method.Replace('.', '/') : method;
}
