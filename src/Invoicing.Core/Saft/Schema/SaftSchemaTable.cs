namespace Invoicing.Saft.Schema;

/// <summary>
/// The elements of SAF-T (PT) 1.04_01 as a table. A block is a content model; its rows are elements in their order:
/// name, occurrence (1, ?, * or +), type. A row that starts with | shares the place of the row above (a choice).
/// The mark ~ says that the permissive schema of the monthly intake does not ask for the element.
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
            DateCreated                     1   date
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
            AccountID                       1~  text 30
            CustomerTaxID                   1   text 30
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
            AccountID                       1   text 30
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

    /// <summary>
    /// The accounting part, which invoicing programs do not write: order and presence only, no lengths or lists.
    /// </summary>
    public const string Ledger = """
        GeneralLedgerAccounts
            TaxonomyReference               1   text
            Account                         +   Account
        Account
            AccountID                       1   text 30
            AccountDescription              1   text
            OpeningDebitBalance             1   money
            OpeningCreditBalance            1   money
            ClosingDebitBalance             1   money
            ClosingCreditBalance            1   money
            GroupingCategory                1   text
            GroupingCode                    ?   text
            TaxonomyCode                    ?   text
        GeneralLedgerEntries
            NumberOfEntries                 1   integer 0..
            TotalDebit                      1   money
            TotalCredit                     1   money
            Journal                         *   Journal
        Journal
            JournalID                       1   text
            Description                     1   text
            Transaction                     *   Transaction
        Transaction
            TransactionID                   1   text 70
            Period                          1   text
            TransactionDate                 1   date
            SourceID                        1   text
            Description                     1   text
            DocArchivalNumber               1   text
            TransactionType                 1   text
            GLPostingDate                   1   date
            CustomerID                      ?   text 30
            | SupplierID                        text 30
            Lines                           1   Lines
        Lines
            DebitLine                       +   DebitLine
            | CreditLine                        CreditLine
        DebitLine
            RecordID                        1   text
            AccountID                       1   text 30
            SourceDocumentID                ?   text
            SystemEntryDate                 1   datetime
            Description                     1   text
            DebitAmount                     1   money
        CreditLine
            RecordID                        1   text
            AccountID                       1   text 30
            SourceDocumentID                ?   text
            SystemEntryDate                 1   datetime
            Description                     1   text
            CreditAmount                    1   money
        """;

    public const string SalesInvoices = """
        SalesInvoices
            NumberOfEntries                 1   integer 0..
            TotalDebit                      1   money
            TotalCredit                     1   money
            Invoice                         *   Invoice
        Invoice
            InvoiceNo                       1   documentNumber
            ATCUD                           1   text 100
            DocumentStatus                  1   InvoiceStatus
            Hash                            1   text 172
            HashControl                     1~  hashControl
            Period                          ?   integer 1..12
            InvoiceDate                     1   date
            InvoiceType                     1   of FT FS FR ND NC VD TV TD AA DA RP RE CS LD RA
            SpecialRegimes                  1   SpecialRegimes
            SourceID                        1~  text 30
            EACCode                         ?   digits 5
            SystemEntryDate                 1   datetime
            TransactionID                   ?   transactionId
            CustomerID                      1   text 30
            ShipTo                          ?   Shipment
            ShipFrom                        ?   Shipment
            MovementEndTime                 ?   datetime
            MovementStartTime               ?   datetime
            Line                            +   InvoiceLine
            DocumentTotals                  1   InvoiceTotals
            WithholdingTax                  *   WithholdingTax
        InvoiceStatus
            InvoiceStatus                   1   of N S A R F
            InvoiceStatusDate               1   datetime
            Reason                          ?   text 50
            SourceID                        1~  text 30
            SourceBilling                   1~  of P I M
        SpecialRegimes
            SelfBillingIndicator            1   of 0 1
            CashVATSchemeIndicator          1   of 0 1
            ThirdPartiesBillingIndicator    1   of 0 1
        Shipment
            DeliveryID                      *   text 255
            DeliveryDate                    ?   date
            WarehouseID                     *   text 50
            | LocationID                        text 30
            Address                         ?   CustomerAddress
        InvoiceLine
            LineNumber                      1   integer 0..
            OrderReferences                 *   OrderReferences
            ProductCode                     1~  text 60
            ProductDescription              1~  text 2..200
            Quantity                        1~  quantity
            UnitOfMeasure                   1~  text 20
            UnitPrice                       1~  money
            TaxBase                         ?   money
            TaxPointDate                    1   date
            References                      *   References
            Description                     1   text 200
            ProductSerialNumber             ?   ProductSerialNumber
            DebitAmount                     1   money
            | CreditAmount                      money
            Tax                             1   Tax
            TaxExemptionReason              ?   text 6..60
            TaxExemptionCode                ?   exemptionCode
            SettlementAmount                ?   money
            CustomsInformation              ?   CustomsInformation
        OrderReferences
            OriginatingON                   ?   text 60
            OrderDate                       ?   date
        References
            Reference                       ?   text 60
            Reason                          ?   text 50
        ProductSerialNumber
            SerialNumber                    +   text 100
        Tax
            TaxType                         1   of IVA IS NS
            TaxCountryRegion                1   taxRegion
            TaxCode                         1   taxCode
            TaxPercentage                   1   percent
            | TaxAmount                         money
        CustomsInformation
            ARCNo                           *   text 21
            IECAmount                       ?   money
        InvoiceTotals
            TaxPayable                      1   money
            NetTotal                        1   money
            GrossTotal                      1   money
            Currency                        ?   Currency
            Settlement                      *   Settlement
            Payment                         *   PaymentMethod
        Currency
            CurrencyCode                    1   currency
            CurrencyAmount                  1   money
            ExchangeRate                    1   quantity
        Settlement
            SettlementDiscount              ?   text 30
            SettlementAmount                ?   money
            SettlementDate                  ?   date
            PaymentTerms                    ?   text 100
        PaymentMethod
            PaymentMechanism                ?   of CC CD CH CI CO CS DE LC MB NU OU PR TB TR
            PaymentAmount                   1   money
            PaymentDate                     1   date
        WithholdingTax
            WithholdingTaxType              ?   of IRS IRC IS
            WithholdingTaxDescription       ?   text 60
            WithholdingTaxAmount            1   money
        """;

    public const string MovementOfGoods = """
        MovementOfGoods
            NumberOfMovementLines           1   integer 0..
            TotalQuantityIssued             1   quantity
            StockMovement                   *   StockMovement
        StockMovement
            DocumentNumber                  1   documentNumber
            ATCUD                           1   text 100
            DocumentStatus                  1   MovementStatus
            Hash                            1   text 172
            HashControl                     1   hashControl
            Period                          ?   integer 1..12
            MovementDate                    1   date
            MovementType                    1   of GR GT GA GC GD
            SystemEntryDate                 1   datetime
            TransactionID                   ?   transactionId
            CustomerID                      1   text 30
            | SupplierID                        text 30
            SourceID                        1   text 30
            EACCode                         ?   digits 5
            MovementComments                ?   text 60
            ShipTo                          ?   Shipment
            ShipFrom                        ?   Shipment
            MovementEndTime                 ?   datetime
            MovementStartTime               1   datetime
            ATDocCodeID                     ?   text 200
            Line                            +   MovementLine
            DocumentTotals                  1   Totals
        MovementStatus
            MovementStatus                  1   of N T A F R
            MovementStatusDate              1   datetime
            Reason                          ?   text 50
            SourceID                        1   text 30
            SourceBilling                   1   of P I M
        MovementLine
            LineNumber                      1   integer 0..
            OrderReferences                 *   OrderReferences
            ProductCode                     1   text 60
            ProductDescription              1   text 2..200
            Quantity                        1   quantity
            UnitOfMeasure                   1   text 20
            UnitPrice                       1   money
            Description                     1   text 200
            ProductSerialNumber             ?   ProductSerialNumber
            DebitAmount                     1   money
            | CreditAmount                      money
            Tax                             ?   MovementTax
            TaxExemptionReason              ?   text 6..60
            TaxExemptionCode                ?   exemptionCode
            SettlementAmount                ?   money
            CustomsInformation              ?   CustomsInformation
        MovementTax
            TaxType                         1   of IVA NS
            TaxCountryRegion                1   taxRegion
            TaxCode                         1   of RED INT NOR ISE OUT NS
            TaxPercentage                   1   percent
        Totals
            TaxPayable                      1   money
            NetTotal                        1   money
            GrossTotal                      1   money
            Currency                        ?   Currency
        """;

    public const string WorkingDocuments = """
        WorkingDocuments
            NumberOfEntries                 1   integer 0..
            TotalDebit                      1   money
            TotalCredit                     1   money
            WorkDocument                    *   WorkDocument
        WorkDocument
            DocumentNumber                  1   documentNumber
            ATCUD                           1   text 100
            DocumentStatus                  1   WorkStatus
            Hash                            1   text 172
            HashControl                     1~  hashControl
            Period                          ?   integer 1..12
            WorkDate                        1   date
            WorkType                        1   of CM CC FC FO NE OU OR PF DC RP RE CS LD RA
            SourceID                        1~  text 30
            EACCode                         ?   digits 5
            SystemEntryDate                 1   datetime
            TransactionID                   ?   transactionId
            CustomerID                      1   text 30
            Line                            +   WorkLine
            DocumentTotals                  1   Totals
        WorkStatus
            WorkStatus                      1   of N A F
            WorkStatusDate                  1   datetime
            Reason                          ?   text 50
            SourceID                        1~  text 30
            SourceBilling                   1~  of P I M
        WorkLine
            LineNumber                      1   integer 0..
            OrderReferences                 *   OrderReferences
            ProductCode                     1~  text 60
            ProductDescription              1~  text 2..200
            Quantity                        1~  quantity
            UnitOfMeasure                   1~  text 20
            UnitPrice                       1~  money
            TaxBase                         ?   money
            TaxPointDate                    1   date
            References                      *   References
            Description                     1   text 200
            ProductSerialNumber             ?   ProductSerialNumber
            DebitAmount                     1   money
            | CreditAmount                      money
            Tax                             ?   Tax
            TaxExemptionReason              ?   text 6..60
            TaxExemptionCode                ?   exemptionCode
            SettlementAmount                ?   money
            CustomsInformation              ?   CustomsInformation
        """;

    public const string Payments = """
        Payments
            NumberOfEntries                 1   integer 0..
            TotalDebit                      1   money
            TotalCredit                     1   money
            Payment                         *   Payment
        Payment
            PaymentRefNo                    1   documentNumber
            ATCUD                           1   text 100
            Period                          ?   integer 1..12
            TransactionID                   ?   transactionId
            TransactionDate                 1   date
            PaymentType                     1   of RC RG
            Description                     ?   text 200
            SystemID                        ?   text 60
            DocumentStatus                  1   PaymentStatus
            PaymentMethod                   *   PaymentMethod
            SourceID                        1~  text 30
            SystemEntryDate                 1   datetime
            CustomerID                      1   text 30
            Line                            +   PaymentLine
            DocumentTotals                  1   PaymentTotals
            WithholdingTax                  *   WithholdingTax
        PaymentStatus
            PaymentStatus                   1   of N A
            PaymentStatusDate               1   datetime
            Reason                          ?   text 50
            SourceID                        1~  text 30
            SourcePayment                   1~  of P I M
        PaymentLine
            LineNumber                      1   integer 0..
            SourceDocumentID                +   SourceDocumentID
            SettlementAmount                ?   money
            DebitAmount                     1   money
            | CreditAmount                      money
            Tax                             ?   Tax
            TaxExemptionReason              ?   text 6..60
            TaxExemptionCode                ?   exemptionCode
        SourceDocumentID
            OriginatingON                   1   text 60
            InvoiceDate                     1   date
            Description                     ?   text 200
        PaymentTotals
            TaxPayable                      1   money
            NetTotal                        1   money
            GrossTotal                      1   money
            Settlement                      ?   PaymentSettlement
            Currency                        ?   Currency
        PaymentSettlement
            SettlementAmount                1   money
        """;

    public static readonly string[] Parts = [Outline, MasterFiles, Ledger, SalesInvoices, MovementOfGoods, WorkingDocuments, Payments];
}
