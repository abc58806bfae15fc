<#
.SYNOPSIS
Measures the SAF-T cmdlets on a large signed file, side by side with a bare reader and with .NET's schema validation. Run it with: ./build.sh bench
.DESCRIPTION
The file has 40,000 invoices with three lines each, some 110 MB, unless -Invoices says otherwise; the peaks do not depend on it. Each command runs in a fresh process, in turns; the
figures are medians. Signatures are verified on the other core, so that the ratio with a key needs two cores that are free.
#>
param([int] $Invoices = 40000, [int] $Rounds = 3)

. (Join-Path $PSScriptRoot 'Measure.ps1')
$folder = $helpers
$file = Join-Path $folder large.xml
$small = Join-Path $folder small.xml
$key = Join-Path $folder key.pem
$helper = Join-Path $folder SaftFile.dll

Add-Type -OutputAssembly $helper -TypeDefinition @'
using System;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Schema;

public static class Bench
{
    private const string Space = "urn:OECD:StandardAuditFile-Tax:PT_1.04_01";

    public static void Write(string path, int count, RSA key)
    {
        using var file = new StreamWriter(path, false, new UTF8Encoding(false));
        file.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<AuditFile xmlns=\"" + Space + "\">\n<Header><AuditFileVersion>1.04_01</AuditFileVersion>"
            + "<CompanyID>599999993</CompanyID><TaxRegistrationNumber>599999993</TaxRegistrationNumber><TaxAccountingBasis>F</TaxAccountingBasis>"
            + "<CompanyName>Exemplo</CompanyName><CompanyAddress><AddressDetail>Rua 1</AddressDetail><City>Lisboa</City><PostalCode>1000-001</PostalCode>"
            + "<Country>PT</Country></CompanyAddress><FiscalYear>2026</FiscalYear><StartDate>2026-03-01</StartDate><EndDate>2026-03-31</EndDate>"
            + "<CurrencyCode>EUR</CurrencyCode><DateCreated>2026-04-02</DateCreated><TaxEntity>Global</TaxEntity><ProductCompanyTaxID>500000000</ProductCompanyTaxID>"
            + "<SoftwareCertificateNumber>9999</SoftwareCertificateNumber><ProductID>Exemplo/Exemplo</ProductID><ProductVersion>1</ProductVersion></Header>\n"
            + "<MasterFiles><Customer><CustomerID>C1</CustomerID><AccountID>Desconhecido</AccountID><CustomerTaxID>999999990</CustomerTaxID>"
            + "<CompanyName>Consumidor final</CompanyName><BillingAddress><AddressDetail>Desconhecido</AddressDetail><City>Desconhecido</City>"
            + "<PostalCode>Desconhecido</PostalCode><Country>PT</Country></BillingAddress><SelfBillingIndicator>0</SelfBillingIndicator></Customer>\n"
            + "<Product><ProductType>S</ProductType><ProductCode>P1</ProductCode><ProductDescription>Trabalho</ProductDescription><ProductNumberCode>P1</ProductNumberCode>"
            + "</Product>\n<TaxTable><TaxTableEntry><TaxType>IVA</TaxType><TaxCountryRegion>PT</TaxCountryRegion><TaxCode>NOR</TaxCode><Description>Normal</Description>"
            + "<TaxPercentage>23</TaxPercentage></TaxTableEntry></TaxTable></MasterFiles>\n<SourceDocuments><SalesInvoices><NumberOfEntries>" + count + "</NumberOfEntries>"
            + "<TotalDebit>0</TotalDebit><TotalCredit>" + (300L * count) + "</TotalCredit>\n");
        string last = "";
        for (int i = 1; i <= count; i++)
        {
            string number = "FT A/" + i.ToString(CultureInfo.InvariantCulture);
            last = Convert.ToBase64String(key.SignData(
                Encoding.UTF8.GetBytes("2026-03-02;2026-03-02T10:15:30;" + number + ";369.00;" + last), HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1));
            file.Write("<Invoice><InvoiceNo>" + number + "</InvoiceNo><ATCUD>BCDF2345-" + i + "</ATCUD><DocumentStatus><InvoiceStatus>N</InvoiceStatus>"
                + "<InvoiceStatusDate>2026-03-02T10:15:30</InvoiceStatusDate><SourceID>ana</SourceID><SourceBilling>P</SourceBilling></DocumentStatus><Hash>" + last
                + "</Hash><HashControl>1</HashControl><InvoiceDate>2026-03-02</InvoiceDate><InvoiceType>FT</InvoiceType><SpecialRegimes><SelfBillingIndicator>0"
                + "</SelfBillingIndicator><CashVATSchemeIndicator>0</CashVATSchemeIndicator><ThirdPartiesBillingIndicator>0</ThirdPartiesBillingIndicator></SpecialRegimes>"
                + "<SourceID>ana</SourceID><SystemEntryDate>2026-03-02T10:15:30</SystemEntryDate><CustomerID>C1</CustomerID>");
            for (int line = 1; line <= 3; line++)
            {
                file.Write("\n<Line><LineNumber>" + line + "</LineNumber><ProductCode>P1</ProductCode><ProductDescription>Trabalho</ProductDescription><Quantity>2</Quantity>"
                    + "<UnitOfMeasure>Un</UnitOfMeasure><UnitPrice>50</UnitPrice><TaxPointDate>2026-03-02</TaxPointDate><Description>Trabalho em obra, segundo a proposta aceite"
                    + "</Description><CreditAmount>100.00</CreditAmount><Tax><TaxType>IVA</TaxType><TaxCountryRegion>PT</TaxCountryRegion><TaxCode>NOR</TaxCode>"
                    + "<TaxPercentage>23</TaxPercentage></Tax></Line>");
            }

            file.Write("\n<DocumentTotals><TaxPayable>69.00</TaxPayable><NetTotal>300.00</NetTotal><GrossTotal>369.00</GrossTotal></DocumentTotals></Invoice>\n");
        }

        file.Write("</SalesInvoices></SourceDocuments></AuditFile>\n");
    }

    public static void Read(string path)
    {
        using var reader = XmlReader.Create(path);
        while (reader.Read())
        {
        }
    }

    // The schema that .NET infers from a small file of the same form.
    public static void Validate(string path, string sample)
    {
        using var reader = XmlReader.Create(sample);
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = new XmlSchemaInference().InferSchema(reader) };

        // What is inferred from five invoices is too narrow for the numbers of many; the work is the same.
        settings.ValidationEventHandler += (_, _) => { };
        using var validating = XmlReader.Create(path, settings);
        while (validating.Read())
        {
        }
    }
}
'@
Add-Type -Path $helper

try {
    $rsa = [Security.Cryptography.RSA]::Create(1024)
    [Bench]::Write($file, $Invoices, $rsa)
    [Bench]::Write($small, 5, $rsa)
    Set-Content $key $rsa.ExportSubjectPublicKeyInfoPem()
    $commands = [ordered]@{
        'bare XmlReader'               = "[Bench]::Read('$file')"
        '.NET schema validation'       = "[Bench]::Validate('$file', '$small')"
        'Import-Saft, counted'         = "if ((Import-Saft '$file' -Section Invoices | Measure-Object).Count -ne $Invoices) { throw 'lost' }"
        'Test-Saft'                    = "if (Test-Saft '$file') { throw 'findings' }"
        'Test-Saft -PublicKey'         = "if ((Test-Saft '$file' -PublicKey '$key' -Summary).SignaturesVerified -ne $Invoices) { throw 'not verified' }"
        'Measure-Saft'                 = "`$null = Measure-Saft '$file'"
        'Compare-Saft with itself'     = "if (Compare-Saft '$file' '$file') { throw 'differences' }"
    }
    $seconds = @{}; $peaks = @{}
    foreach ($round in 1..$Rounds) {
        foreach ($name in $commands.Keys) {
            $script = "Import-Module '$module'; Add-Type -Path '$helper'; (Measure-Command { $($commands[$name]) }).TotalSeconds; [Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB"
            $time, $peak = Measure-Fresh $script
            $seconds[$name] = @($seconds[$name] | Where-Object { $null -ne $_ }) + $time
            $peaks[$name] = @($peaks[$name] | Where-Object { $null -ne $_ }) + $peak
        }
    }

    $bare = $seconds['bare XmlReader']
    foreach ($name in $commands.Keys) { Add-Line "${name}, seconds" $seconds[$name] }
    Add-Line 'Test-Saft against .NET schema validation' (Get-Ratio $seconds['Test-Saft'] $seconds['.NET schema validation'])
    Add-Line 'Test-Saft against a bare XmlReader' (Get-Ratio $seconds['Test-Saft'] $bare)
    Add-Line 'Test-Saft with a key, against without' (Get-Ratio $seconds['Test-Saft -PublicKey'] $seconds['Test-Saft']) '<= 1.3'
    Add-Line 'Measure-Saft against Import-Saft' (Get-Ratio $seconds['Measure-Saft'] $seconds['Import-Saft, counted']) '<= 1.3'
    Add-Line 'Compare-Saft, peak of the process in MiB' $peaks['Compare-Saft with itself'] '<= 256' '0'
    Write-Table "SAF-T, a signed file of $Invoices invoices"
}
finally {
    Stop-Bench
}
