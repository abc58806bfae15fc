using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Toy;

/// <summary>The other side of the tutorial: the API of Toy in the memory of this process.</summary>
public sealed class ToyServer : IDisposable
{
    /// <summary>The key that the server accepts.</summary>
    public const string Key = "toy-key-1";

    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, List<JObject>> _records = new() { ["customers"] = [], ["invoices"] = [] };

    /// <summary>Starts a server on a free port of this machine.</summary>
    public ToyServer()
    {
        var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        free.Stop();
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    /// <summary>The address of the API.</summary>
    public Uri Address { get; }

    /// <summary>The requests, such as <c>POST /customers</c>.</summary>
    public IList<string> Requests { get; } = [];

    /// <summary>The number of answers to new records that are lost from now on: the work is done, and the connection closed.</summary>
    public int Losses { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync().ConfigureAwait(false));
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The caller is gone, or the server is closed.
            }
        }
    }

    private void Answer(HttpListenerContext call)
    {
        Requests.Add($"{call.Request.HttpMethod} {call.Request.Url!.AbsolutePath}");
        (int status, JToken body) = call.Request.Headers["X-Toy-Key"] == Key ? Handle(call.Request) : (401, Refusal("the key is not known", null));
        if (status == 201 && Losses > 0)
        {
            Losses--;
            call.Response.Abort();
            return;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(body.ToString(Formatting.None));
        call.Response.StatusCode = status;
        call.Response.ContentType = "application/json";
        call.Response.OutputStream.Write(bytes, 0, bytes.Length);
        call.Response.Close();
    }

    private (int Status, JToken Body) Handle(HttpListenerRequest request)
    {
        string[] path = request.Url!.AbsolutePath.Trim('/').Split('/');
        if (path[0] == "me")
        {
            return (200, new JObject { ["name"] = "Toy maker" });
        }

        if (!_records.TryGetValue(path[0], out List<JObject>? records))
        {
            return (404, Refusal("no such list", null));
        }

        JObject? record = path.Length > 1 ? records.Find(one => (string?)one["id"] == path[1]) : null;
        return (request.HttpMethod, path.Length) switch
        {
            ("GET", 1) => (200, List(records, request)),
            ("POST", 1) => Create(path[0], records, Read(request)),
            (_, 1) => (405, Refusal("not for a list", null)),
            _ when record is null => (404, Refusal("no such record", null)),
            ("GET", _) => (200, record),
            ("PUT", _) => Replace(record, Read(request)),
            ("DELETE", _) => (200, new JObject { ["deleted"] = records.Remove(record) }),
            _ => (405, Refusal("not for a record", null)),
        };
    }

    private static JObject List(List<JObject> records, HttpListenerRequest request)
    {
        int page = int.Parse(request.QueryString["page"] ?? "1", CultureInfo.InvariantCulture);
        int size = int.Parse(request.QueryString["size"] ?? "50", CultureInfo.InvariantCulture);
        JObject[] found =
        [
            .. records.Where(record => request.QueryString.AllKeys.All(name => name is "page" or "size" || (string?)record[name!] == request.QueryString[name])),
        ];
        return new JObject { ["total"] = found.Length, ["rows"] = new JArray(found.Skip((page - 1) * size).Take(size)) };
    }

    private static (int Status, JToken Body) Create(string kind, List<JObject> records, JObject record)
    {
        if (kind == "customers" && string.IsNullOrEmpty((string?)record["name"]))
        {
            return (422, Refusal("must not be empty", "name"));
        }

        record["id"] = 100 + records.Count;
        if (kind == "invoices")
        {
            if (records.Exists(one => (string?)one["ref"] == (string?)record["ref"]))
            {
                return (409, Refusal("is in use", "ref"));
            }

            decimal net = record["lines"]!.Sum(line => Round((decimal)line["quantity"]! * (decimal)line["price"]!));
            decimal vat = record["lines"]!.GroupBy(line => (decimal?)line["vatRate"] ?? 0)
                .Sum(same => Round(same.Sum(line => Round((decimal)line["quantity"]! * (decimal)line["price"]!)) * same.Key / 100));
            (record["number"], record["status"], record["net"], record["vat"], record["total"]) = ($"TOY-{records.Count + 1}", "open", net, vat, net + vat);
        }

        records.Add(record);
        return (201, record);
    }

    private static (int Status, JToken Body) Replace(JObject record, JObject changed)
    {
        record.Merge(changed);
        return (200, record);
    }

    private static JObject Read(HttpListenerRequest request)
    {
        using var reader = new StreamReader(request.InputStream, Encoding.UTF8);
        return JObject.Parse(reader.ReadToEnd());
    }

    private static JObject Refusal(string error, string? field) => new() { ["error"] = error, ["field"] = field };

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
