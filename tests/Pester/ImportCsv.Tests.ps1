# The files that people have: as spreadsheets of several countries save them.

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'
    $utf8 = [Text.UTF8Encoding]::new($false)

    # Letters of Windows-1252 are bytes of the same value, but for the euro sign.
    function Get-Byte([string] $Text, $Encoding) {
        if ($Encoding -ne '1252') { return [byte[]]($Encoding.GetPreamble() + $Encoding.GetBytes($Text)) }
        [byte[]]@($Text.ToCharArray() | ForEach-Object { if ($_ -eq [char]0x20AC) { 0x80 } else { [int]$_ } })
    }

    function New-File([string[]] $Line, $Encoding = $utf8, [string] $Name = "f$(New-Guid).csv") {
        $path = Join-Path $TestDrive $Name
        [IO.File]::WriteAllBytes($path, (Get-Byte ($Line -join "`r`n") $Encoding))
        $path
    }

    $bookkeeper = @(
        'Encomenda;Cliente;NIF;País;Artigo;Descrição;Qtd;Preço unitário;IVA;Desconto;Data;Vencimento'
        'ENC-1; Padaria São João ;PT 501 964 843;Portugal;SVC;"Pão; de ló";2,5;1.234,56;{0};10%;31/03/2027;30/04/2027'
        ';;;;;;;;;;;'
        "ENC-2;Café Conceição;;Portugal;SVC;`"duas`r`nlinhas`";1;10,00;{0};;03/04/2027;"
        'Total;;;;;;;1.244,56;;;;'
    )
}

AfterAll { Disconnect-All }

Describe 'The file of a bookkeeper' {
    BeforeAll {
        $file = New-File ($bookkeeper | ForEach-Object { $_ -f '23%' }) '1252'
        $rows = @(Import-InvoiceCsv $file -Culture pt-PT -WarningVariable warned -WarningAction SilentlyContinue -Verbose 4>&1 | Where-Object { $_ -isnot [Management.Automation.VerboseRecord] })
        $told = Import-InvoiceCsv $file -Culture pt-PT -WarningAction SilentlyContinue -Verbose 4>&1 | Where-Object { $_ -is [Management.Automation.VerboseRecord] }
    }

    It 'becomes rows with our columns and plain values' {
        $rows.Count | Should -Be 2
        $rows[0].PSObject.Properties.Name | Should -Be 'Reference', 'ClientName', 'ClientTaxNumber', 'ClientCountry', 'Item', 'Description', 'Quantity', 'UnitPrice', 'Tax', 'Discount', 'Date', 'DueDate', 'RowNumber'
        @($rows[0].PSObject.Properties.Value) | Should -Be 'ENC-1', 'Padaria São João', 'PT 501 964 843', 'Portugal', 'SVC', 'Pão; de ló', '2.5', '1234.56', '23', '10', '2027-03-31', '2027-04-30', 1
        $rows[1].Description | Should -Be "duas`r`nlinhas"
        $rows[1].RowNumber | Should -Be 3
    }

    It 'says what it left out and how it was read' {
        @($warned).Count | Should -Be 2
        "$warned" | Should -BeLike '*row 4*Total 1.244,56*'
        "$warned" | Should -BeLike '*row 2*blank*'
        "$told" | Should -BeLike "*windows-1252*';'*pt-PT*"
        "$told" | Should -BeLike '*Preço unitário = UnitPrice*'
    }
}

Describe 'The file of a bookkeeper at <Provider>' -ForEach @(
    @{ Provider = 'InvoiceXpress'; Tax = '23%' }, @{ Provider = 'SimplBooks'; Tax = '24' }, @{ Provider = 'FACTURAgem'; Tax = '21' }, @{ Provider = 'SalenGo'; Tax = '21' }
) {
    It 'becomes invoices' {
        $null = Connect-TestSandbox @{ Provider = $Provider }
        # A line has no discount at FACTURAgem and SalenGo; the country must be that of the number.
        $lines = $bookkeeper | ForEach-Object { $_ -f $Tax -replace ';10%;', $(if ($Provider -in 'FACTURAgem', 'SalenGo') { ';;' } else { ';10%;' }) }
        $made = @(Import-InvoiceCsv (New-File $lines '1252') -Culture pt-PT -WarningAction SilentlyContinue | New-Invoice -CreateMissing -SkipExisting -WarningAction SilentlyContinue)
        $made.Reference | Should -Be 'ENC-1', 'ENC-2'
        $made.ClientName | Should -Be 'Padaria São João', 'Café Conceição'
        $line = @(($made[0] | Get-Invoice).Lines)[0]
        $line.Quantity | Should -Be 2.5
        $line.UnitPrice | Should -Be 1234.56
        $made[0].Date | Should -Be ([datetime]'2027-03-31')
    }
}

Describe 'Import-InvoiceCsv' {
    It 'finds the encoding: <Name>' -ForEach @(
        @{ Name = 'UTF-8'; Encoding = [Text.UTF8Encoding]::new($false) }, @{ Name = 'UTF-8 with its mark'; Encoding = [Text.UTF8Encoding]::new($true) }
        @{ Name = 'UTF-16'; Encoding = [Text.UnicodeEncoding]::new($false, $true) }, @{ Name = 'UTF-16, the other way'; Encoding = [Text.UnicodeEncoding]::new($true, $true) }
        @{ Name = 'Windows-1252'; Encoding = '1252' }
    ) {
        (Import-InvoiceCsv (New-File 'Name,Notes', 'Conceição,10 €' $Encoding)).Notes | Should -Be '10 €'
        (Import-InvoiceCsv (New-File 'Name,Notes', 'Conceição,10 €' $Encoding)).Name | Should -Be 'Conceição'
    }

    It 'finds the delimiter: <Delimiter>' -ForEach @(';', ',', "`t", '|' | ForEach-Object { @{ Delimiter = $_ } }) {
        $row = Import-InvoiceCsv (New-File ('Name', 'Code', 'City' -join $Delimiter), ('"a;b,c"', '007', '' -join $Delimiter))
        $row.Name | Should -Be 'a;b,c'
        $row.Code | Should -Be '007'
        (Import-InvoiceCsv (New-File "sep=$Delimiter", ('Name', 'Code' -join $Delimiter), ('x', '1' -join $Delimiter))).Code | Should -Be '1'
    }

    It 'knows headings of <Language>' -ForEach @(
        @{ Language = 'English'; Heading = 'Customer name,VAT number,Qty,Unit price,VAT,Due date'; Extra = 'ClientName', 'ClientTaxNumber' }
        @{ Language = 'Portuguese'; Heading = 'Nome do cliente,N.º contribuinte,Quantidade,Preço unitário,Taxa de IVA,Data de vencimento'; Extra = 'ClientName', 'ClientTaxNumber' }
        @{ Language = 'Spanish'; Heading = 'Razón social,NIF/CIF,Cantidad,Precio unitario,IVA,Fecha de vencimiento'; Extra = 'ClientName', 'ClientTaxNumber' }
        @{ Language = 'Estonian'; Heading = 'Kliendi nimi,Registrikood,Kogus,Ühikuhind,Käibemaks,Maksetähtaeg'; Extra = 'ClientName', 'ClientTaxNumber' }
    ) {
        $row = Import-InvoiceCsv (New-File $Heading, 'A,1,2,3,4,2027-01-31')
        $row.PSObject.Properties.Name | Should -Be ($Extra + 'Quantity', 'UnitPrice', 'Tax', 'DueDate', 'RowNumber')
    }

    It 'takes headings from -Map, and refuses two that mean the same' {
        $file = New-File 'Was,Wieviel,Preis', 'A,2,3'
        (Import-InvoiceCsv $file -Map @{ Was = 'Item'; wieviel = 'Quantity'; Preis = 'UnitPrice' }).Quantity | Should -Be '2'
        { Import-InvoiceCsv (New-File 'Qtd,Quantity', '1,2') -ErrorAction Stop } | Should -Throw "*'Qtd'*'Quantity'*Quantity*"
    }

    It 'finds how numbers and dates are written, where the file shows it: <Case>' -ForEach @(
        @{ Case = 'decimal comma'; Row = '1.250;03/02/2027', '2,5;31/12/2027'; Price = '1250', '2.5'; Date = '2027-02-03', '2027-12-31' }
        @{ Case = 'decimal point'; Row = '1,250;02/03/2027', '2.5;12/31/2027'; Price = '1250', '2.5'; Date = '2027-02-03', '2027-12-31' }
        @{ Case = 'nothing to find'; Row = '12;2027-02-03', '1234;2027-12-31'; Price = '12', '1234'; Date = '2027-02-03', '2027-12-31' }
        @{ Case = 'thousands twice'; Row = '1.250.000;2027-02-03', '1,5;2027-12-31'; Price = '1250000', '1.5'; Date = '2027-02-03', '2027-12-31' }
    ) {
        $rows = Import-InvoiceCsv (New-File (@('Price;Date') + $Row))
        $rows.UnitPrice | Should -Be $Price
        $rows.Date | Should -Be $Date
    }

    It 'refuses a file that can be read in two ways: <Case>' -ForEach @(
        @{ Case = 'one number'; Row = , '1.250;2027-01-01'; Says = "*'1.250' in row 1*" }
        @{ Case = 'one date'; Row = , '1;03/02/2027'; Says = "*'03/02/2027' in row 1*" }
        @{ Case = 'two kinds of numbers'; Row = '1,5;2027-01-01', '1.5;2027-01-01'; Says = "*'1,5' in row 1*'1.5' in row 2*" }
        @{ Case = 'two kinds of dates'; Row = '1;31/12/2027', '1;12/31/2027'; Says = "*'31/12/2027' in row 1*'12/31/2027' in row 2*" }
    ) {
        $file = New-File (@('Price;Date') + $Row)
        { Import-InvoiceCsv $file -ErrorAction Stop } | Should -Throw $Says -ErrorId 'InvalidInput,*'
        if ($Row.Count -eq 1) { @(Import-InvoiceCsv $file -Culture pt-PT).Count | Should -Be 1 }
    }

    It 'reads the good rows and names the bad ones by row and line' {
        $file = New-File 'Reference;Nif;Preço;Data', 'A;5.09E+08;1,5;31/12/2027', 'B;001234567;2,5;32/12/2027', 'C;1;2', 'D;1;2;2027-01-01;x', 'E;007;3,5;', 'F;1;abc;'
        $rows = @(Import-InvoiceCsv $file -Culture pt-PT -ErrorAction SilentlyContinue -ErrorVariable problems)
        $rows.Reference | Should -Be 'E'
        $rows[0].TaxNumber + $rows[0].ClientTaxNumber | Should -Be '007'
        $problems.Count | Should -Be 5
        "$($problems[0])" | Should -BeLike '*line 2. Row 1 (A): *5.09E+08*'
        "$($problems[1])" | Should -BeLike '*line 3. Row 2 (B): Date*32/12/2027*'
        "$($problems[2])" | Should -BeLike '*line 4. Row 3 (C): *1 cell fewer*'
        "$($problems[3])" | Should -BeLike '*line 5. Row 4 (D): *1 cell more*'
        "$($problems[4])" | Should -BeLike "*line 7. Row 6 (F): *'abc'*"
        $problems[1].TargetObject.Reference | Should -Be 'B'
    }

    It 'names the line of a quote that does not end' {
        { Import-InvoiceCsv (New-File 'Name,Code', 'a,1', '"b,2', 'c,3') -ErrorAction Stop } | Should -Throw '*Line 3*never closed*' -ErrorId 'InvalidFile,*'
        { Import-InvoiceCsv (New-File 'Name,Code', '"a"b,1') -ErrorAction Stop } | Should -Throw '*Line 2*'
        (Import-InvoiceCsv (New-File 'Name,Code', '"a ""b""",1')).Name | Should -Be 'a "b"'
    }

    It 'keeps the number of a row when others are left out on the way' {
        $null = Connect-TestSandbox
        $file = New-File 'Reference,ClientCode,Item,Price,Tax', 'A,C0001,X,1,23', 'B,C0001,X,1,23', 'C,C0001,X,1,NONE'
        $null = Import-InvoiceCsv $file | Where-Object Reference -NE A | New-Invoice -ErrorAction SilentlyContinue -ErrorVariable problems
        "$($problems[0])" | Should -BeLike 'Row 3 (C): *'
    }

    It 'writes each row before the next is read' {
        $file = New-File (@('Name,Code') + (1..20000 | ForEach-Object { "n$_,$_" }))
        $rows = Import-InvoiceCsv $file | Select-Object -First 2
        $rows.Code | Should -Be '1', '2'
    }

    It 'takes paths as PowerShell does' {
        $odd = New-File 'Name', 'odd' -Name 'odd[1].csv'
        $null = New-File 'Name', 'one' -Name 'odd1.csv'
        (Get-Item -LiteralPath $odd | Import-InvoiceCsv).Name | Should -Be 'odd'
        (Import-InvoiceCsv -LiteralPath $odd).Name | Should -Be 'odd'
        @(Import-InvoiceCsv (Join-Path $TestDrive 'odd*.csv')).Count | Should -Be 2
        foreach ($missing in 'none.csv', 'none*.csv') { { Import-InvoiceCsv (Join-Path $TestDrive $missing) -ErrorAction Stop } | Should -Throw '*none*' -ErrorId 'FileFailed,*' }
    }

    It 'feeds clients and payments' {
        $null = Connect-TestSandbox
        $clients = @(Import-InvoiceCsv (New-File 'Nome;Código;NIF;Morada;Cidade', 'Ana;0042;501 964 843;Rua A;Porto') | New-InvoiceClient)
        $clients[0].Code | Should -Be '0042'
        $clients[0].TaxNumber | Should -Be '501964843'
        $clients[0].Address | Should -Be 'Rua A'
        $invoice = New-TestInvoice CSV-1 | Complete-Invoice
        $paid = Import-InvoiceCsv (New-File 'Fatura;Valor;Data;Forma de pagamento', "$($invoice.Number);5,50;31/12/2026;cash") | Add-InvoicePayment
        $paid.Amount | Should -Be 5.5
        $paid.Date | Should -Be ([datetime]'2026-12-31')
    }
}

Describe 'A long file' {
    It 'has the values that Import-Csv reads, wherever the blocks end in which it is read' {
        $random = [Random]::new(19)
        $parts = 'obra', 'São', '""', "`r`n", ';', ' ', ','
        $lines = foreach ($i in 1..300) {
            $text = -join @(foreach ($part in 1..$random.Next(1, 12)) { $parts[$random.Next($parts.Count)] })
            "R-$i;`"x$text`";  plain $('y' * $random.Next(0, 180)) ;$($random.Next(1, 999)).50;2026-03-$('{0:00}' -f $random.Next(1, 29))"
        }
        $file = New-File (@('Reference;Description;Notes;UnitPrice;Date') + $lines)
        $ours = @(Import-InvoiceCsv $file)
        $theirs = @(Import-Csv $file -Delimiter ';' -Encoding utf8)
        $ours.Count | Should -Be 300
        $other = foreach ($i in 0..299) {
            foreach ($name in 'Reference', 'Description', 'Notes', 'UnitPrice', 'Date') { if ($ours[$i].$name -cne $theirs[$i].$name.Trim()) { "$name of row $($i + 1)" } }
        }
        $other | Should -BeNullOrEmpty
    }

    It 'writes numbers and days that come in another form as they are shown' {
        $rows = @(Import-InvoiceCsv (New-File 'Reference;Quantity;UnitPrice;Discount;Date', 'A;007;0.50;0;2026-03-01', 'B;+5;10;1.5;2024-02-29', 'C;-0.5;1234.567;100;0099-12-31'))
        $rows.Quantity | Should -Be '7', '5', '-0.5'
        $rows.UnitPrice | Should -Be '0.50', '10', '1234.567'
        $rows.Discount | Should -Be '0', '1.5', '100'
        $rows.Date | Should -Be '2026-03-01', '2024-02-29', '0099-12-31'
        foreach ($bad in '2026-02-29', '2026-13-01', '0000-01-01', '2026-00-10') {
            $null = Import-InvoiceCsv (New-File 'Reference;Date', "A;$bad") -ErrorAction SilentlyContinue -ErrorVariable refused
            $refused.Count | Should -Be 1 -Because $bad
        }
        $null = Import-InvoiceCsv (New-File 'Reference;UnitPrice', 'A;1.250') -ErrorAction SilentlyContinue -ErrorVariable refused
        $refused.Count | Should -Be 1
    }
}
