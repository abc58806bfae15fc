using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Invoicing.Commands;

/// <summary>Headings in English, Portuguese, Spanish and Estonian, and the columns that they mean. docs/rows.md shows them.</summary>
internal static class CsvHeadings
{
    /// <summary>A column, and its headings without accents; in a file of invoices, who is invoiced has columns of its own.</summary>
    private static readonly (string Column, string Headings)[] Table =
    [
        ("Reference", "ref, our reference, order, order number, order no, referencia, encomenda, n encomenda, numero encomenda, nota de encomenda, pedido, numero de pedido, n pedido, viide, viitenumber, tellimus, tellimuse number, tellimuse nr"),
        ("Number", "invoice, invoice number, invoice no, document, document number, numero, n, no, nr, fatura, factura, n fatura, numero da fatura, numero fatura, documento, n documento, numero documento, numero de factura, n factura, arve, arve number, arve nr, number"),
        ("Type", "document type, tipo, tipo de documento, tipo documento, dokumendi tuup"),
        ("Date", "invoice date, document date, data, data da fatura, data fatura, data de emissao, data documento, fecha, fecha de factura, fecha factura, fecha de emision, kuupaev, arve kuupaev"),
        ("DueDate", "due, payment due, payable by, vencimento, data de vencimento, data vencimento, vencimiento, fecha de vencimiento, fecha vencimiento, maksetahtaeg, maksetahtpaev, tahtaeg"),
        ("ClientCode", "customer code, customer no, customer number, client no, client number, codigo cliente, codigo do cliente, codigo de cliente, cod cliente, n cliente, kliendi kood, kliendikood, kliendi number"),
        ("ClientName", "client, customer, customer name, cliente, nome do cliente, nome cliente, nombre del cliente, nombre cliente, razon social, klient, kliendi nimi"),
        ("Name", "nome, nombre, nimi, company, empresa, designacao social, ettevote"),
        ("Code", "codigo, cod, kood"),
        ("TaxNumber", "vat number, vat no, vat id, tax id, tax no, nif, nipc, contribuinte, n contribuinte, numero de contribuinte, nif cliente, cif, nie, nif cif, kmkr, kmkr number, kmkr nr, registrikood, registry code"),
        ("Email", "e-mail, mail, email address, correio eletronico, correo, correo electronico, e-post, epost, meil"),
        ("Phone", "telephone, phone number, tel, mobile, telefone, telemovel, telefono, movil, telefon, tel nr"),
        ("Address", "street, morada, rua, endereco, direccion, domicilio, calle, aadress, tanav"),
        ("PostalCode", "zip, zip code, postcode, post code, codigo postal, cod postal, cp, postiindeks, sihtnumber, indeks"),
        ("City", "town, cidade, localidade, ciudad, localidad, poblacion, linn, asula"),
        ("Region", "county, province, state, distrito, provincia, maakond"),
        ("Country", "pais, riik"),
        ("ItemCode", "sku, product code, item code, article code, codigo artigo, codigo do artigo, codigo produto, codigo articulo, codigo de articulo, codigo producto, artikli kood, kauba kood, tootekood"),
        ("Item", "product, article, service, artigo, produto, servico, articulo, producto, servicio, artikkel, kaup, toode, teenus"),
        ("Description", "details, text, descricao, designacao, descripcion, concepto, detalle, kirjeldus, selgitus"),
        ("Quantity", "qty, quantidade, qtd, qtde, cantidad, cant, uds, unidades, kogus, hulk"),
        ("UnitPrice", "price, unit price, net price, preco, preco unitario, preco unit, valor unitario, precio, precio unitario, precio unidad, hind, uhikuhind, uhiku hind"),
        ("Unit", "unidade, unid, un, unidad, ud, uhik"),
        ("Discount", "disc, discount percent, desconto, desc, desconto percentagem, descuento, dto, soodustus, allahindlus, ale"),
        ("Tax", "vat, vat rate, vat percent, tax rate, iva, taxa iva, taxa de iva, taxa, imposto, tipo iva, tipo de iva, impuesto, igic, km, kaibemaks, kaibemaksumaar, km maar"),
        ("Withholding", "retencao, retencao na fonte, retencion, irpf, kinnipeetav maks"),
        ("Currency", "moeda, moneda, divisa, valuuta"),
        ("Notes", "note, comment, comments, remarks, observations, observacoes, obs, notas, observaciones, markused, marked, kommentaar"),
        ("Amount", "paid, payment, sum, valor, valor pago, montante, importe, pago, pagamento, summa, makstud, tasutud"),
        ("Method", "payment method, paid by, metodo, metodo de pagamento, meio de pagamento, forma de pagamento, forma de pago, metodo de pago, makseviis"),
        ("To", "recipient, destinatario, para, saaja"),
        ("Subject", "assunto, asunto, teema"),
    ];

    private static readonly Lazy<Dictionary<string, string>> Columns = new(() => Table
        .SelectMany(row => row.Headings.Split(',').Select(heading => (Heading: Key(heading), row.Column)))
        .GroupBy(row => row.Heading).ToDictionary(same => same.Key, same => same.First().Column, StringComparer.Ordinal));

    private static readonly Dictionary<string, string> OfInvoices = new() { ["TaxNumber"] = "ClientTaxNumber", ["Email"] = "ClientEmail", ["Country"] = "ClientCountry" };

    /// <summary>The rows of the table, for its documentation.</summary>
    public static IEnumerable<(string Column, string Headings)> Rows => Table;

    /// <summary>The columns that the headings of a file mean; a heading that nobody knows stays as it is.</summary>
    /// <param name="headings">The headings of the file.</param>
    /// <param name="map">Headings and columns that the caller names.</param>
    public static string[] Map(IReadOnlyList<string> headings, IReadOnlyDictionary<string, string> map)
    {
        string[] columns = [.. headings.Select(heading => map.TryGetValue(heading, out string? own) ? own : CsvColumns.Find(heading) ?? Of(heading) ?? heading)];

        // The tax number in a file of invoices is the client's.
        bool isInvoices = columns.Contains("UnitPrice") || columns.Contains("Price") || (columns.Contains("Quantity") && columns.Any(CsvColumns.IsSubject));
        return [.. columns.Select((column, place) => isInvoices && !map.ContainsKey(headings[place]) && OfInvoices.TryGetValue(column, out string? other) ? other : column)];
    }

    private static string? Of(string heading) => Columns.Value.TryGetValue(Key(heading), out string? column) ? column : null;

    /// <summary>A heading without accents, capitals, blanks and signs.</summary>
    public static string Key(string heading) => new([.. heading.Normalize(NormalizationForm.FormD)
        .Where(letter => char.IsLetterOrDigit(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letter is not ('º' or 'ª'))
        .Select(char.ToLowerInvariant)]);
}
