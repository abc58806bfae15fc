using System.Globalization;
using Invoicing.Sandbox.Core;
using Invoicing.Sandbox.Saft;

namespace Invoicing.Sandbox.InvoiceXpress;

/// <summary>Makes the invented company that a server starts with, and empty ones for new accounts.</summary>
internal static class CompanySeed
{
    private const long FirstAccountId = 90211;

    private static readonly (string Name, string Description, decimal Price, string Unit, string Tax)[] Catalogue =
    {
        ("SRV-01", "Manutenção de equipamento", 35.00m, "hour", "IVA23"),
        ("SRV-02", "Instalação", 120.00m, "service", "IVA23"),
        ("SRV-03", "Consultoria técnica", 62.50m, "hour", "IVA23"),
        ("SRV-04", "Formação profissional", 450.00m, "day", "Isento"),
        ("PRD-01", "Resma de papel A4", 4.39m, "unit", "IVA23"),
        ("PRD-02", "Tinteiro preto", 18.9024m, "unit", "IVA23"),
        ("PRD-03", "Café em grão 1 kg", 11.27m, "unit", "IVA13"),
        ("PRD-04", "Água mineral, caixa", 5.31m, "unit", "IVA13"),
        ("PRD-05", "Livro técnico", 24.3902m, "unit", "IVA6"),
        ("PRD-06", "Cadeira de escritório", 89.00m, "unit", "IVA23"),
        ("PRD-07", "Pão de centeio", 1.85m, "unit", "IVA6"),
        ("ASS-01", "Avença mensal", 75.00m, "month", "IVA23"),
    };

    public static Company Make(SandboxHost host, SaftSigner signer, InvoiceXpressSettings settings)
    {
        var seed = host.Options.Seed;
        var company = new Company(host, signer, settings, Account(host));
        AddTaxes(company);
        company.Sequences.Register(company.Sequences.Add("2026"));
        company.Sequences.Add("LOJA");
        foreach (var (name, description, price, unit, tax) in Catalogue)
        {
            company.Items.Add(new ItemRecord
            {
                Name = name,
                Description = description,
                UnitPrice = price,
                Unit = unit,
                Tax = company.Taxes.ByName(tax)!,
            });
        }

        foreach (var client in SeedNames.Clients(host.Options.ClientCount, seed))
        {
            company.Clients.Add(client);
        }

        if (host.Options.InvoiceCount > 0 && host.Options.ClientCount > 0)
        {
            new DocumentSeed(company, seed).Run(host.Options.InvoiceCount);
        }

        return company;
    }

    /// <summary>The account of the server: an invented company.</summary>
    public static AccountRecord Account(SandboxHost host) => new(FirstAccountId, "oficina-norte", host.Secret(40, 0x6B6579))
    {
        OrganizationName = "Oficina Norte, Lda",
        Email = "geral@example.pt",
        FiscalId = TaxNumber.Complete("50999999"),
        Phone = "253000000",
        Address = "Rua da Estação 12",
        PostalCode = "4700-000",
        City = "Braga",
        HasAuthorityAccess = true,
    };

    /// <summary>A new account has taxes and one series, and no credentials of the tax authority.</summary>
    public static Company MakeEmpty(SandboxHost host, SaftSigner signer, InvoiceXpressSettings settings, AccountRecord account)
    {
        var company = new Company(host, signer, settings, account);
        AddTaxes(company);
        company.Sequences.Add(company.Now.Year.ToString(CultureInfo.InvariantCulture));
        return company;
    }

    /// <summary>The usual Portuguese set. [seen]</summary>
    private static void AddTaxes(Company company)
    {
        company.Taxes.MakeDefault(company.Taxes.Add("IVA23", 23, "PT", "NOR"));
        company.Taxes.Add("IVA13", 13, "PT", "INT");
        company.Taxes.Add("IVA6", 6, "PT", "RED");
        company.Taxes.Add("Isento", 0, "PT", "ISE");
    }
}
