using System;
using System.Collections.Generic;

namespace Invoicing.Shared;

/// <summary>
/// The reasons for which a line has no VAT in Portugal, as they were known in 2026 (docs/facts/saft-pt.md). The list grows by ministerial note,
/// without a change of the schema, and the wording is free.
/// </summary>
internal static class ExemptionReasons
{
    /// <summary>Texts by code. M03 and M08 are withdrawn.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["M01"] = "Artigo 16.º, n.º 6, alíneas a) a d) do CIVA",
        ["M02"] = "Artigo 6.º do Decreto-Lei n.º 198/90",
        ["M04"] = "Isento nos termos do artigo 13.º do CIVA",
        ["M05"] = "Isento nos termos do artigo 14.º do CIVA",
        ["M06"] = "Isento nos termos do artigo 15.º do CIVA",
        ["M07"] = "Isento nos termos do artigo 9.º do CIVA",
        ["M09"] = "IVA sem direito a dedução, artigo 62.º, alínea b) do CIVA",
        ["M10"] = "Regime de isenção, artigo 57.º do CIVA",
        ["M11"] = "Regime do tabaco, Decreto-Lei n.º 346/85",
        ["M12"] = "Agências de viagens, Decreto-Lei n.º 221/85",
        ["M13"] = "Bens em segunda mão, Decreto-Lei n.º 199/96",
        ["M14"] = "Objetos de arte, Decreto-Lei n.º 199/96",
        ["M15"] = "Objetos de coleção, Decreto-Lei n.º 199/96",
        ["M16"] = "Isento nos termos do artigo 14.º do RITI",
        ["M19"] = "Outras isenções temporárias",
        ["M20"] = "Regime forfetário, artigo 59.º-D, n.º 2 do CIVA",
        ["M21"] = "IVA sem direito a dedução, artigo 72.º, n.º 4 do CIVA",
        ["M25"] = "Mercadorias à consignação, artigo 38.º, n.º 1, a) do CIVA",
        ["M26"] = "Cabaz alimentar, Lei n.º 17/2023",
        ["M30"] = "Autoliquidação, artigo 2.º, n.º 1, alínea i) do CIVA",
        ["M31"] = "Autoliquidação, artigo 2.º, n.º 1, alínea j) do CIVA",
        ["M32"] = "Autoliquidação, artigo 2.º, n.º 1, alínea l) do CIVA",
        ["M33"] = "Autoliquidação, artigo 2.º, n.º 1, alínea m) do CIVA",
        ["M34"] = "Autoliquidação, artigo 2.º, n.º 1, alínea n) do CIVA",
        ["M40"] = "Autoliquidação, artigo 6.º, n.º 6, alínea a) do CIVA",
        ["M41"] = "Autoliquidação, artigo 8.º, n.º 3 do RITI",
        ["M42"] = "Autoliquidação, Decreto-Lei n.º 21/2007",
        ["M43"] = "Autoliquidação, Decreto-Lei n.º 362/99",
        ["M44"] = "Regras específicas do artigo 6.º do CIVA",
        ["M45"] = "Isenção transfronteiriça, artigo 58.º-A do CIVA",
        ["M46"] = "Tax free, Decreto-Lei n.º 19/2017",
        ["M99"] = "Não sujeito ou não tributado",
    };

    /// <summary>The text of a code. A newer code is not an error.</summary>
    public static string? Of(string? code) => code is null ? null : All.TryGetValue(code, out string? reason) ? reason : $"Isento ({code})";
}
