using System;
using Newtonsoft.Json.Linq;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Reads the fields that only guides have.</summary>
internal static class GuideBody
{
    public static void Fill(DocumentRecord guide, JObject body, DateTime now, InvoiceXpressSettings settings)
    {
        guide.LoadedAt = LoadedAt(body, settings)
            ?? throw Refusal.Invalid("Loaded at can't be blank", "loaded_at");
        if (guide.LoadedAt <= now)
        {
            //  [seen]
            throw Refusal.Invalid("Loaded at must be in the future", "loaded_at");
        }

        guide.AddressFrom = ReadPlace(body, "address_from");
        guide.AddressTo = ReadPlace(body, "address_to");
        guide.LicensePlate = Wire.Filled(body, "license_plate");
    }

    /// <summary>A moment [official]; a day alone was taken, too [seen].</summary>
    private static DateTime? LoadedAt(JObject body, InvoiceXpressSettings settings) =>
        !settings.LoadedAtNeedsTime && Wire.TryDate(Wire.Text(body, "loaded_at") ?? "", "dd/MM/yyyy", out var day)
            ? day
            : Wire.Date(body, "loaded_at", "dd/MM/yyyy HH:mm:ss");

    private static PlaceRecord ReadPlace(JObject body, string name)
    {
        var place = Wire.Object(body, name) ?? throw Refusal.Invalid($"{name} can't be blank", name);
        string Part(string part) => Wire.Filled(place, part) ?? throw Refusal.Invalid($"{name} {part} can't be blank", name);

        var country = Part("country");
        if (!Countries.IsKnown(country))
        {
            throw Refusal.Invalid($"Country {country} was not found", name);
        }

        return new PlaceRecord(Part("detail"), Part("city"), Part("postal_code"), country);
    }
}
