namespace Invoicing.Saft.Schema;

/// <summary>The documents: the second half of <see cref="SaftSchemaTable"/>, in the same notation.</summary>
internal static class SaftDocumentTable
{
    public const string SalesInvoices = """
        SalesInvoices
            NumberOfEntries                 1   integer 0..
            TotalDebit                      1   money
            TotalCredit                     1   money
            Invoice                         *   Invoice
        Invoice
            InvoiceNo                       1!  documentNumber
            ATCUD                           1!  text 100
            DocumentStatus                  1!  InvoiceStatus
            Hash                            1!  text 172
            HashControl                     1~  hashControl
            Period                          ?   integer 1..12
            InvoiceDate                     1!  date
            InvoiceType                     1!  of FT FS FR ND NC VD TV TD AA DA RP RE CS LD RA
            SpecialRegimes                  1   SpecialRegimes
            SourceID                        1~  text 30
            EACCode                         ?   digits 5
            SystemEntryDate                 1!  datetime
            TransactionID                   ?   transactionId
            CustomerID                      1   text 30
            ShipTo                          ?   Shipment
            ShipFrom                        ?   Shipment
            MovementEndTime                 ?   datetime
            MovementStartTime               ?   datetime
            Line                            +!  InvoiceLine
            DocumentTotals                  1!  InvoiceTotals
            WithholdingTax                  *   WithholdingTax
        InvoiceStatus
            InvoiceStatus                   1!  of N S A R F
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
            DebitAmount                     1!  money
            | CreditAmount                      money
            Tax                             1!  Tax
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
            TaxType                         1!  of IVA IS NS
            TaxCountryRegion                1!  taxRegion
            TaxCode                         1!  taxCode
            TaxPercentage                   1!  percent
            | TaxAmount                         money
        CustomsInformation
            ARCNo                           *   text 21
            IECAmount                       ?   money
        InvoiceTotals
            TaxPayable                      1!  money
            NetTotal                        1!  money
            GrossTotal                      1!  money
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
            WithholdingTaxAmount            1!  money
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
            TaxPayable                      1!  money
            NetTotal                        1!  money
            GrossTotal                      1!  money
            Currency                        ?   Currency
        """;

    public const string WorkingDocuments = """
        WorkingDocuments
            NumberOfEntries                 1   integer 0..
            TotalDebit                      1   money
            TotalCredit                     1   money
            WorkDocument                    *   WorkDocument
        WorkDocument
            DocumentNumber                  1!  documentNumber
            ATCUD                           1!  text 100
            DocumentStatus                  1!  WorkStatus
            Hash                            1!  text 172
            HashControl                     1~  hashControl
            Period                          ?   integer 1..12
            WorkDate                        1!  date
            WorkType                        1!  of CM CC FC FO NE OU OR PF DC RP RE CS LD RA
            SourceID                        1~  text 30
            EACCode                         ?   digits 5
            SystemEntryDate                 1!  datetime
            TransactionID                   ?   transactionId
            CustomerID                      1   text 30
            Line                            +!  WorkLine
            DocumentTotals                  1!  Totals
        WorkStatus
            WorkStatus                      1!  of N A F
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
            DebitAmount                     1!  money
            | CreditAmount                      money
            Tax                             ?!  Tax
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
            PaymentRefNo                    1!  documentNumber
            ATCUD                           1!  text 100
            Period                          ?   integer 1..12
            TransactionID                   ?   transactionId
            TransactionDate                 1!  date
            PaymentType                     1!  of RC RG
            Description                     ?   text 200
            SystemID                        ?   text 60
            DocumentStatus                  1!  PaymentStatus
            PaymentMethod                   *   PaymentMethod
            SourceID                        1~  text 30
            SystemEntryDate                 1!  datetime
            CustomerID                      1   text 30
            Line                            +!  PaymentLine
            DocumentTotals                  1!  PaymentTotals
            WithholdingTax                  *   WithholdingTax
        PaymentStatus
            PaymentStatus                   1!  of N A
            PaymentStatusDate               1   datetime
            Reason                          ?   text 50
            SourceID                        1~  text 30
            SourcePayment                   1~  of P I M
        PaymentLine
            LineNumber                      1   integer 0..
            SourceDocumentID                +   SourceDocumentID
            SettlementAmount                ?   money
            DebitAmount                     1!  money
            | CreditAmount                      money
            Tax                             ?!  Tax
            TaxExemptionReason              ?   text 6..60
            TaxExemptionCode                ?   exemptionCode
        SourceDocumentID
            OriginatingON                   1   text 60
            InvoiceDate                     1   date
            Description                     ?   text 200
        PaymentTotals
            TaxPayable                      1!  money
            NetTotal                        1!  money
            GrossTotal                      1!  money
            Settlement                      ?   PaymentSettlement
            Currency                        ?   Currency
        PaymentSettlement
            SettlementAmount                1   money
        """;

    public static readonly string[] Parts = [SalesInvoices, MovementOfGoods, WorkingDocuments, Payments];
}
