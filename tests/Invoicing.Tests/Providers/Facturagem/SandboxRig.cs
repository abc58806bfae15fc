using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using Invoicing.Engine;
using Invoicing.Sandbox;
using Invoicing.Tests.Support;

namespace Invoicing.Tests.ConnectorsFacturagem;

/// <summary>The connector as a user connects it, to a sandbox of its provider.</summary>
internal sealed class SandboxRig : IDisposable
{
    /// <param name="shapes">Settings of the sandbox: <c>Answers=Bare; Names=cif=nif</c>.</param>
    /// <param name="settings">Settings at Connect: <c>Format=Xml; Strict=Off</c>.</param>
    /// <param name="login">Whether to log in, instead of having the key.</param>
    /// <param name="names">Names that the user knows.</param>
    public SandboxRig(string shapes = "", string settings = "", bool login = true, IReadOnlyDictionary<string, string>? names = null)
    {
        Server = SandboxServer.Start(new SandboxOptions
        {
            Provider = "FACTURAgem",
            Settings = Pairs(shapes),
            ClientCount = 23,
            InvoiceCount = 25,
            Now = () => Now,
        });
        Session = InvoiceSession.Connect(new ConnectOptions
        {
            Provider = "FACTURAgem",
            Account = login ? Server.Login! : Server.Account,
            ApiKey = login ? null : Rig.Secret(Server.ApiKey),
            Credential = login ? new NetworkCredential(Server.Login, Server.Password) : null,
            BaseUri = Server.BaseUri,
            IsSandbox = true,
            Settings = Pairs(settings.Contains("FirstPage") ? settings : $"FirstPage=1; {settings}".TrimEnd(';', ' ')),
            FieldNames = names ?? new Dictionary<string, string>(),
            RetryInterval = TimeSpan.FromMilliseconds(1),
            SettleTime = TimeSpan.FromMilliseconds(200),
        });
    }

    public DateTimeOffset Now { get; set; } = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public SandboxServer Server { get; }

    public InvoiceSession Session { get; }

    public RecordingObserver Observer { get; } = new();

    public IEnumerable<string> Lines => Server.Requests.Select(request => $"{request.Method} {request.Path}");

    public T Use<T>()
        where T : class, ICapability => Session.Use<T>(Observer);

    public void Dispose()
    {
        Session.Dispose();
        Server.Dispose();
    }

    public static Invoice NewInvoice(Client client, params InvoiceLine[] lines) => new()
    {
        Client = client,
        Lines = lines.Length > 0 ? lines : [new InvoiceLine { Name = "Support, March", Quantity = 8, UnitPrice = 60.00m, TaxRate = 21 }],
        GlobalDiscount = 10,
        GlobalDiscountType = "percentage",
        Withholding = 15,
        Surcharge = 0,
        Date = new DateTime(2026, 3, 5),
    };

    private static Dictionary<string, string> Pairs(string text) => text
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1]);
}
