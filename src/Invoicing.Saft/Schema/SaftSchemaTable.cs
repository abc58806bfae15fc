namespace Invoicing.Saft.Schema;

/// <summary>
/// The elements of SAF-T (PT) 1.04_01 as a table. A block is a content model; its rows are elements in their order:
/// name, occurrence (1, ?, * or +), type. A row that starts with | shares the place of the row above (a choice).
/// The mark ~ says that the permissive schema of the monthly intake does not ask for the element, the mark ! that the intake keeps
/// it; of the others it is not known [official]. MovementOfGoods is optional there as a whole.
/// A type that is the name of a block has children; the others are explained in <see cref="SimpleTypes"/>.
/// </summary>
internal static class SaftSchemaTable
{
    public const string Namespace = "urn:OECD:StandardAuditFile-Tax:PT_1.04_01";

    public const string Version = "1.04_01";

    public const string Root = "AuditFile";

    public const string Outline = """
        AuditFile
            Header                          1   Header
            MasterFiles                     1   MasterFiles
            GeneralLedgerEntries            ?   GeneralLedgerEntries
            SourceDocuments                 ?   SourceDocuments
        MasterFiles
            GeneralLedgerAccounts           ?   GeneralLedgerAccounts
            Customer                        *   Customer
            Supplier                        *   Supplier
            Product                         *   Product
            TaxTable                        ?   TaxTable
        SourceDocuments
            SalesInvoices                   ?   SalesInvoices
            MovementOfGoods                 ?~  MovementOfGoods
            WorkingDocuments                ?   WorkingDocuments
            Payments                        ?   Payments
        Header
            AuditFileVersion                1   version
            CompanyID                       1   companyId
            TaxRegistrationNumber           1   integer 100000000..999999999
            TaxAccountingBasis              1   of C E F I P R S T
            CompanyName                     1~  text 100
            BusinessName                    ?   text 60
            CompanyAddress                  1~  Address
            FiscalYear                      1   integer 2000..9999
            StartDate                       1   date 2000
            EndDate                         1   date 2000
            CurrencyCode                    1   of EUR
            DateCreated                     1   date 2000
            TaxEntity                       1   text 20
            ProductCompanyTaxID             1   text 30
            SoftwareCertificateNumber       1   integer 0..
            ProductID                       1   productId
            ProductVersion                  1   text 30
            HeaderComment                   ?   text 255
            Telephone                       ?   text 20
            Fax                             ?   text 20
            Email                           ?   text 254
            Website                         ?   text 60
        Address
            BuildingNumber                  ?   text 10
            StreetName                      ?   text 200
            AddressDetail                   1   text 210
            City                            1   text 50
            PostalCode                      1   text 20
            Region                          ?   text 50
            Country                         1   country
        CustomerAddress
            BuildingNumber                  ?   text 10
            StreetName                      ?   text 200
            AddressDetail                   1   text 210
            City                            1   text 50
            PostalCode                      1   text 20
            Region                          ?   text 50
            Country                         1   countryOrUnknown
        """;

    public const string MasterFiles = """
        Customer
            CustomerID                      1   text 30
            AccountID                       1~  accountId
            CustomerTaxID                   1!  text 30
            CompanyName                     1~  text 100
            Contact                         ?   text 50
            BillingAddress                  1~  CustomerAddress
            ShipToAddress                   *   CustomerAddress
            Telephone                       ?   text 20
            Fax                             ?   text 20
            Email                           ?   text 254
            Website                         ?   text 60
            SelfBillingIndicator            1   of 0 1
        Supplier
            SupplierID                      1   text 30
            AccountID                       1   accountId
            SupplierTaxID                   1   text 30
            CompanyName                     1   text 100
            Contact                         ?   text 50
            BillingAddress                  1   Address
            ShipFromAddress                 *   Address
            Telephone                       ?   text 20
            Fax                             ?   text 20
            Email                           ?   text 254
            Website                         ?   text 60
            SelfBillingIndicator            1   of 0 1
        Product
            ProductType                     1   of P S O E I
            ProductCode                     1   text 60
            ProductGroup                    ?   text 50
            ProductDescription              1   text 2..200
            ProductNumberCode               1   text 60
            CustomsDetails                  ?   CustomsDetails
        CustomsDetails
            CNCode                          *   digits 8
            UNNumber                        *   digits 4
        TaxTable
            TaxTableEntry                   +   TaxTableEntry
        TaxTableEntry
            TaxType                         1   of IVA IS NS
            TaxCountryRegion                1   taxRegion
            TaxCode                         1   taxCode
            Description                     1   text 255
            TaxExpirationDate               ?   date
            TaxPercentage                   1   percent
            | TaxAmount                         money
        """;

    /// <summary>The accounting part, which invoicing programs do not write [official].</summary>
    public const string Ledger = """
        GeneralLedgerAccounts
            TaxonomyReference               1   of S M N O
            Account                         +   Account
        Account
            AccountID                       1   ledgerAccount
            AccountDescription              1   text 100
            OpeningDebitBalance             1   money
            OpeningCreditBalance            1   money
            ClosingDebitBalance             1   money
            ClosingCreditBalance            1   money
            GroupingCategory                1   of GR GA GM AR AA AM
            GroupingCode                    ?   ledgerAccount
            TaxonomyCode                    ?   integer 1..999
        GeneralLedgerEntries
            NumberOfEntries                 1   integer 0..
            TotalDebit                      1   money
            TotalCredit                     1   money
            Journal                         *   Journal
        Journal
            JournalID                       1   word 30
            Description                     1   text 200
            Transaction                     *   Transaction
        Transaction
            TransactionID                   1   transactionId
            Period                          1   integer 1..16
            TransactionDate                 1   date
            SourceID                        1   text 30
            Description                     1   text 200
            DocArchivalNumber               1   word 20
            TransactionType                 1   of N R A J
            GLPostingDate                   1   date
            CustomerID                      ?   text 30
            | SupplierID                        text 30
            Lines                           1   Lines
        Lines
            DebitLine                       +   DebitLine
            | CreditLine                        CreditLine
        DebitLine
            RecordID                        1   text 30
            AccountID                       1   ledgerAccount
            SourceDocumentID                ?   text 60
            SystemEntryDate                 1   datetime
            Description                     1   text 200
            DebitAmount                     1   money
        CreditLine
            RecordID                        1   text 30
            AccountID                       1   ledgerAccount
            SourceDocumentID                ?   text 60
            SystemEntryDate                 1   datetime
            Description                     1   text 200
            CreditAmount                    1   money
        """;

    public static readonly string[] Parts = [Outline, MasterFiles, Ledger, .. SaftDocumentTable.Parts];
}
