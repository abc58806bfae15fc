using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Invoicing.Sandbox.Core;

namespace Invoicing.Sandbox.SimplBooks;

/// <summary>
/// A company out of the records of another one: VAT types, bank accounts, clients, articles, documents and receipts. Ledger and warehouses are invented.
/// </summary>
internal sealed class CompanyCopy
{
    private const string Iso = Filter.Iso;

    private readonly Company _company;

    private CompanyCopy(Company company) => _company = company;

    public static Company Make(SandboxHost host, SimplBooksSettings settings)
    {
        var company = new Company(host, settings);
        var copy = new CompanyCopy(company);
        copy.AddMasters(host.Copy);
        foreach (var document in host.Copy.Documents)
        {
            copy.AddDocument(document);
        }

        foreach (var payment in host.Copy.Payments)
        {
            copy.AddReceipt(payment);
        }

        foreach (var document in host.Copy.Documents)
        {
            copy.Settle(document);
        }

        return company;
    }

    private void AddMasters(CompanyRecords copy)
    {
        CompanySeed.AddLedger(_company);
        CompanySeed.AddWarehouses(_company);
        if (!copy.BankAccounts.Any())
        {
            CompanySeed.AddMoney(_company);
        }

        foreach (var tax in copy.Taxes)
        {
            Put(Resources.VatTypes, tax, ("name", tax.Text("Name")), ("vat_percent", tax.Number("Rate")), ("is_sales", tax.ExtraFlag("is_sales") ?? true), ("is_purchase", tax.ExtraFlag("is_purchase") ?? false), ("active", tax.ExtraFlag("active") ?? true));
        }

        foreach (var account in copy.BankAccounts)
        {
            Put(Resources.IncomeAccounts, account, ("account_name", account.Text("Name")), ("bank_name", account.Text("BankName") ?? ""), ("account_no", account.Text("AccountNumber") ?? ""), ("iban_number", account.Text("Iban") ?? ""), ("swift_code", account.Text("SwiftCode") ?? ""), ("active", account.Flag("Active")));
        }

        foreach (var item in copy.Items)
        {
            Put(
                Resources.Articles,
                item,
                ("code", item.Text("Code") ?? ""),
                ("ean", item.Text("Barcode") ?? ""),
                ("name", item.Text("Name") ?? ""),
                ("contents", item.Text("Description") ?? ""),
                ("unit", item.Text("Unit") ?? ""),
                ("amount", 1m),
                ("price_per_unit", item.Number("UnitPrice") ?? 0),
                ("sum_with_vat", item.Flag("PriceIncludesTax")),
                ("is_inventory", item.Flag("IsStocked")),
                ("active", item.Flag("Active")),
                ("sales_vat_type_id", item.IdOf("TaxId")));
        }

        foreach (var client in copy.Clients)
        {
            Put(
                Resources.Clients,
                client,
                ("name", client.Text("Name") ?? ""),
                ("reg_no", client.Text("RegistrationNumber") ?? ""),
                ("vat_no", client.Text("TaxNumber") ?? ""),
                ("address_street", client.Text("Address") ?? ""),
                ("address_city", client.Text("City") ?? ""),
                ("address_postal_code", client.Text("PostalCode") ?? ""),
                ("address_county", client.Text("Region") ?? ""),
                ("address_country", client.Text("Country") ?? ""),
                ("webpage", client.Text("Website") ?? ""),
                ("e_mail", client.Text("Email") ?? ""),
                ("phone", client.Text("Phone") ?? ""),
                ("fax", client.Text("Fax") ?? ""),
                ("client_settings_due_days", (long)(client.Number("PaymentDays") ?? 0)),
                ("client_settings_language", client.Text("Language")));
        }
    }

    private void AddDocument(GivenRecord source)
    {
        var isOffer = source.Text("Type") == "Quote";
        var resource = isOffer ? Resources.PriceOffers : Resources.Invoices;
        var created = source.Date("Date") ?? _company.Now.Date;
        var client = source.Part("Client");
        var current = _company[Resources.Clients].Find(client?.Id ?? 0);
        var net = source.Number("NetTotal") ?? 0;
        var vat = source.Number("TaxTotal") ?? 0;
        var total = source.Number("Total") ?? net + vat;
        var number = source.Text("Number") ?? source.Text("Reference") ?? "";
        var record = Put(
            resource,
            source,
            ("number", number),
            ("client_id", client?.Id ?? 0),
            ("client_name", current?.Text("name") ?? client?.Text("Name") ?? ""),
            ("client_reg_no", current?.Text("reg_no")),
            ("client_vat_no", current?.Text("vat_no")),
            ("created", Day(created)),
            ("transaction_date", Day(created)),
            (isOffer ? "valid_until" : "due", Day(source.Date("DueDate"))),
            ("sent", Day(source.Date("SentDate"))),
            ("cancelled", source.Text("State") == "Canceled" ? Day(created) : null),
            ("reference", Checks.Reference(number)),
            ("sum", net),
            ("vat", vat),
            ("rounding", total - net - vat),
            ("total_sum", total),
            ("row_sum_with_vat", source.Flag("PricesIncludeTax")),
            ("currency_name", source.Text("Currency") ?? Company.Currency),
            ("currency_rate", source.Number("ExchangeRate") ?? 1m),
            ("additional_info", source.Text("Notes")),
            ("credit_invoice_for", source.IdOf("CorrectedInvoiceId")),
            ("proforma", source.Text("Type") == "Proforma"),
            ("language", Company.Language),
            ("assembler_name", Company.UserName),
            ("document_template_id", 1L));
        record.Rows = source.Parts("Lines").Select(line => Row(resource, line)).ToList();
        Count(isOffer, number, created);
    }

    private Record Row(Resource resource, GivenRecord line)
    {
        var row = new Record(resource.RowShape!, _company.NextId(resource.RowModel));
        var warehouse = line.IdOf("WarehouseId");
        Set(
            row,
            ("article_id", line.IdOf("ItemId") is > 0 and var article ? article : null),
            ("warehouse_id", _company[Resources.Warehouses].Find(warehouse) is null ? 0L : warehouse),
            ("code", line.Text("ItemCode") ?? ""),
            ("name", line.Text("Name") ?? ""),
            ("contents", line.Text("Description")),
            ("unit", line.Text("Unit") ?? ""),
            ("amount", line.Number("Quantity") ?? 1),
            ("price_per_unit", line.Number("UnitPrice") ?? 0),
            ("vat", line.Number("TaxRate") ?? 0),
            ("vat_type_id", line.IdOf("TaxId")),
            ("discount", line.Number("Discount") ?? 0),
            ("worker", Company.UserName),
            ("income_account_id", line.IdOf("AccountId")));
        return row;
    }

    private void AddReceipt(GivenRecord source)
    {
        var receipt = Put(
            Resources.Incomings,
            source,
            ("income_account_id", source.IdOf("AccountId")),
            ("income_sum", source.Number("Amount") ?? 0),
            ("income_date", Day(source.Date("Date"))),
            ("description", source.Text("Notes") ?? ""),
            ("currency_name", source.Text("Currency") ?? Company.Currency),
            ("currency_rate", source.Number("ExchangeRate") ?? 1m),
            ("client_id", source.Part("Client")?.Id ?? 0),
            ("created_time", _company.TimeText));
        if (_company[Resources.Invoices].Find(source.IdOf("InvoiceId")) is { } invoice)
        {
            _company.Receipts.Bind(receipt, invoice, fullCover: false);
        }
    }

    /// <summary>The paid amount of the other company's provider, where its receipts do not tell as much.</summary>
    private void Settle(GivenRecord source)
    {
        if (source.Text("Type") != "Quote" && _company[Resources.Invoices].Find(source.Id) is { } invoice)
        {
            _company.Receipts.Settle(invoice);
            invoice["remnant"] = source.Number("Outstanding") ?? invoice["remnant"];
            invoice["paid"] = Day(source.Date("PaidDate")) ?? invoice["paid"];
        }
    }

    /// <summary>Numbers go on after the last one of their year. [assumption]</summary>
    private void Count(bool isOffer, string number, DateTime created)
    {
        var year = created.ToString("yy", CultureInfo.InvariantCulture);
        var last = Regex.Match(number, isOffer ? "^H-([0-9]{1,9})$" : $"^{year}([0-9]{{4,9}})$");
        if (last.Success)
        {
            _company.Reserve(isOffer ? "offer" : "invoice " + year, long.Parse(last.Groups[1].Value, CultureInfo.InvariantCulture));
        }
    }

    private Record Put(Resource resource, GivenRecord source, params (string Field, object? Value)[] values)
    {
        var record = new Record(resource.Shape, source.Id);
        Set(record, values);
        _company.Reserve(resource.Model, source.Id);
        _company[resource].Put(record);
        return record;
    }

    private static void Set(Record record, params (string Field, object? Value)[] values)
    {
        foreach (var (field, value) in values.Where(pair => record.Shape.Has(pair.Field)))
        {
            record[field] = value;
        }
    }

    private static string? Day(DateTime? date) => date?.ToString(Iso, CultureInfo.InvariantCulture);
}
