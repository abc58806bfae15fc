using System;
using System.Collections.Generic;
using System.Linq;

namespace Invoicing.Commands;

/// <summary>The columns of a bank statement in CSV, and headings of banks in English, Portuguese, Spanish and Estonian. docs/bank.md shows them.</summary>
internal static class BankHeadings
{
    private static readonly (string Column, CsvKind Kind, string Headings)[] Table =
    [
        ("Date", CsvKind.Date, "booking date, transaction date, data, data mov, data movimento, data do movimento, data operacao, fecha, fecha operacion, fecha de operacion, kuupaev"),
        ("ValueDate", CsvKind.Date, "data valor, fecha valor, fecha de valor, vaartuspaev"),
        ("Amount", CsvKind.Number, "sum, valor, montante, importancia, importe, summa"),
        ("Credit", CsvKind.Number, "paid in, money in, credito, entrada, abono, haber, ingreso, kreedit"),
        ("Debit", CsvKind.Number, "paid out, money out, debito, saida, cargo, debe, pago, deebet"),
        ("Balance", CsvKind.Number, "running balance, saldo, saldo contabilistico, saldo apos movimento, jaak"),
        ("Currency", CsvKind.Text, "ccy, moeda, divisa, moneda, valuuta"),
        ("Counterparty", CsvKind.Text, "payer, payee, name, beneficiary, ordenante, beneficiario, nome, nombre, saaja maksja nimi, maksja, saaja"),
        ("Iban", CsvKind.Text, "counterparty iban, counterparty account, account of counterparty, conta ordenante, cuenta ordenante, saaja maksja konto"),
        ("Text", CsvKind.Text, "description, details, remittance information, descricao, descritivo, descripcion, concepto, selgitus"),
        ("PaymentReference", CsvKind.Text, "payee reference, reference number, referencia, viitenumber"),
        ("EndToEndId", CsvKind.Text, "end to end id, end to end reference, identificacao end to end"),
        ("BankReference", CsvKind.Text, "transaction id, bank reference, archive id, numero operacao, numero de operacion, arhiveerimistunnus"),
        ("Account", CsvKind.Text, "account number, own account, conta, cuenta, kliendi konto"),
    ];

    private static readonly Dictionary<string, string> Columns = Table
        .SelectMany(row => row.Headings.Split(',').Append(row.Column).Select(heading => (Heading: CsvHeadings.Key(heading), row.Column)))
        .GroupBy(pair => pair.Heading).ToDictionary(same => same.Key, same => same.First().Column, StringComparer.Ordinal);

    /// <summary>Names of the columns.</summary>
    public static IEnumerable<string> Names => Table.Select(row => row.Column);

    /// <summary>The rows of the table, for its documentation.</summary>
    public static IEnumerable<(string Column, string Headings)> Rows => Table.Select(row => (row.Column, row.Headings));

    public static CsvKind KindOf(string? column) => Table.FirstOrDefault(row => row.Column == column).Kind;

    /// <summary>The columns of the cells of a row; <c>null</c> for what is no heading.</summary>
    public static string?[] Map(IReadOnlyList<string> cells, IReadOnlyDictionary<string, string> map) =>
        [.. cells.Select(cell => map.TryGetValue(cell, out string? own) ? own : Columns.TryGetValue(CsvHeadings.Key(cell), out string? column) ? column : null)];

    /// <summary>True if the columns are enough for entries.</summary>
    public static bool AreEnough(string?[] columns) =>
        columns.Contains("Date") && (columns.Contains("Amount") || columns.Contains("Credit") || columns.Contains("Debit"));
}
