using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>A method call in progress: input, user, time, and errors so far.</summary>
internal sealed class Work
{
    private readonly List<Error> _errors = new();

    public Work(Company company, SalenGoSettings settings, DateTime now, JObject parameters)
    {
        Company = company;
        Settings = settings;
        Now = now;
        Parameters = parameters;
        Reader = new FieldReader(this);
        Writer = new FieldWriter(settings, company);
    }

    public Company Company { get; }

    public SalenGoSettings Settings { get; }

    public DateTime Now { get; }

    /// <summary>The members of the body, beside the method and the token.</summary>
    public JObject Parameters { get; }

    public FieldReader Reader { get; }

    public FieldWriter Writer { get; }

    public bool IsStaff => Settings.Caller == CallerRole.Staff;

    public long StaffId => IsStaff ? Company.StaffId : Company.AdminId;

    public void Fail(string field, string message) => _errors.Add(new Error(Settings.Name(field), message));

    /// <exception cref="Refusal">Something was wrong.</exception>
    public void RefuseIfWrong()
    {
        if (_errors.Count > 0)
        {
            throw new Refusal(_errors);
        }
    }

    public JToken? Parameter(string name) => Parameters[Settings.Name(name)];

    /// <summary>The object that a create or an update is about.</summary>
    public JObject Body(string name) =>
        Parameter(name) as JObject ?? throw new Refusal("object is required", Settings.Name(name));

    /// <summary>The record that an identifier names, if the caller may see it.</summary>
    public Record Find(Resource resource, JObject from)
    {
        var name = Settings.Name(resource.IdName);
        var text = from[name] is { } token ? Reader.Text(resource.IdName, token) : null;
        RefuseIfWrong();
        if (string.IsNullOrEmpty(text))
        {
            throw new Refusal("value is required", name);
        }

        return FieldText.Parse(FieldKind.Reference, text!, out var problem) is not long id
            ? throw new Refusal(problem, name)
            : Company.Store(resource.Name).Find(id) is { } record && resource.IsVisible(this, record)
                ? record
                : throw new Refusal($"there is no such {resource.Name}", name);
    }

    /// <summary>As <see cref="Find"/>, but without deleted records.</summary>
    public Record FindLive(Resource resource, JObject from)
    {
        var record = Find(resource, from);
        return record.IsDeleted ? throw new Refusal($"this {resource.Name} was deleted", Settings.Name(resource.IdName)) : record;
    }
}
