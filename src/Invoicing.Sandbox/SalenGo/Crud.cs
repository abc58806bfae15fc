using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.SalenGo;

/// <summary>The five methods that resources have in common.</summary>
internal static class Crud
{
    public static readonly IReadOnlyDictionary<string, Func<Resource, Work, JObject>> Verbs =
        new Dictionary<string, Func<Resource, Work, JObject>>
        {
            ["create"] = Create,
            ["get"] = Get,
            ["update"] = Update,
            ["delete"] = Delete,
            ["list"] = ListPage.Answer,
        };

    public static JObject Create(Resource resource, Work work)
    {
        var record = work.Company.Store(resource.Name).New(work.Now);
        Read(resource, work, work.Body(resource.Name), record, old: null);

        // The identifier and nothing else. [official]
        var answer = new JObject { [work.Settings.Name(resource.IdName)] = work.Writer.Id(record.Id) };
        Tell(resource, work, record, "create");
        resource.Created(work, record, answer);
        return answer;
    }

    private static JObject Get(Resource resource, Work work) =>
        new()
        {
            [work.Settings.Name(resource.Name)] =
                work.Writer.Row(resource.IdName, resource.Fields, work.Find(resource, work.Parameters)),
        };

    private static JObject Update(Resource resource, Work work)
    {
        var body = work.Body(resource.Name);
        var old = work.FindLive(resource, body);
        Read(resource, work, body, old.Copy(), old);
        Tell(resource, work, old, "update");
        return new JObject();
    }

    private static JObject Delete(Resource resource, Work work)
    {
        var record = work.FindLive(resource, work.Parameters);
        if (resource.HasFolder)
        {
            var deleted = record.Copy();
            deleted[Names.Folder] = Names.Deleted;
            deleted[Names.Updated] = work.Now;
            work.Company.Store(resource.Name).Put(deleted);
        }
        else
        {
            work.Company.Store(resource.Name).Remove(record);
        }

        Tell(resource, work, record, "delete");
        return new JObject();
    }

    private static void Read(Resource resource, Work work, JObject body, Record record, Record? old)
    {
        work.Reader.Read(body, resource.IdName, resource.Fields, record, isNew: old is null);
        work.RefuseIfWrong();
        resource.Check(work, record, old);
        work.RefuseIfWrong();
        if (resource.HasFolder && record.Text(Names.Folder).Length == 0)
        {
            record[Names.Folder] = "active";
        }

        record[Names.Updated] = work.Now;
        work.Company.Store(resource.Name).Put(record);
    }

    private static void Tell(Resource resource, Work work, Record record, string what)
    {
        if (resource.HasEvents)
        {
            work.Company.Callbacks.Raise($"{resource.Name}.{what}", record.Id, work.StaffId);
        }
    }
}
