# The VAT summary of a session: at every provider, against the documents themselves, and against the SAF-T file where the provider makes one.

BeforeDiscovery {
    $providers = @(
        @{ Provider = 'InvoiceXpress'; Listed = $true }, @{ Provider = 'SimplBooks'; Listed = $false }
        @{ Provider = 'FACTURAgem'; Listed = $false }, @{ Provider = 'SalenGo'; Listed = $true }
    )
    $withSaft = @($providers | Where-Object { $_.Provider -eq 'InvoiceXpress' })
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    function Get-Sum { param($Rows, $Property) $sum = [decimal]0; foreach ($row in $Rows) { $sum += [decimal]$row.$Property }; $sum }
}

AfterAll { Disconnect-All }

Describe 'The VAT summary at <Provider>' -ForEach $providers {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = $Provider; ClientCount = 8; InvoiceCount = 60 }
        $bearing = 'Invoice', 'InvoiceReceipt', 'SimplifiedInvoice', 'CashInvoice', 'CreditNote', 'DebitNote', 'VatMossInvoice', 'VatMossReceipt', 'VatMossCreditNote'
        $all = @(Get-Invoice -IncludeArchived -Detailed | Where-Object { $_.Type -in $bearing } | ForEach-Object { if ($_.Lines.Count) { $_ } else { Get-Invoice $_ } })
        $counted = @($all | Where-Object State -in Final, Settled, SecondCopy)
        $year = ($counted | Select-Object -First 1).Date.Year
        $ofYear = @($counted | Where-Object { $_.Date.Year -eq $year })
    }

    AfterAll { Disconnect-All }

    It 'adds up to the documents of the year' {
        $rows = @(Measure-InvoiceTax $year -WarningAction Stop)
        $added = @($rows | Where-Object State -eq Counted)
        $expected = [decimal]0
        foreach ($one in $ofYear) { $expected += $one.SignedTotal }
        $documents = @(Measure-InvoiceTax $year -Report Document | Where-Object State -eq Counted)
        $documents.Count | Should -Be $ofYear.Count
        $rest = @(Measure-InvoiceTax $year -Report Difference | Where-Object State -eq Counted)
        (Get-Sum $added Gross) + (Get-Sum $rest Total) | Should -Be $expected
        Get-Sum $documents Total | Should -Be $expected
        Get-Sum $added Net | Should -Be (Get-Sum $documents Net)
        Get-Sum $added Tax | Should -Be (Get-Sum $documents Tax)
        $added | ForEach-Object { $_.Net | Should -BeOfType ([decimal]); $_.Rate | Should -Not -BeNullOrEmpty }
    }

    It 'explains each difference between documents and lines' {
        foreach ($row in Measure-InvoiceTax $year) {
            $row.Net - $row.LineNet | Should -Be (Get-Sum $row.Differences Net)
            $row.Tax - $row.LineTax | Should -Be (Get-Sum $row.Differences Tax)
            $row.Differences | ForEach-Object { $_.Document | Should -Not -BeNullOrEmpty; $_.Reason | Should -BeIn Rounding, Withholding }
        }
    }

    It 'is the same by month, quarter and year' {
        $months = @(1..12 | ForEach-Object { Measure-InvoiceTax $year $_ })
        $quarters = @(1..4 | ForEach-Object { Measure-InvoiceTax -Year $year -Quarter $_ })
        $whole = @(Measure-InvoiceTax -Year $year)
        foreach ($set in $months, $quarters) {
            ($set | Sort-Object { "$($_.State) $_" } | Out-String) | Should -Be ($whole | Sort-Object { "$($_.State) $_" } | Out-String)
        }
    }

    It 'is the same for documents of the pipeline, whole or not, and counts each once' {
        $whole = Measure-InvoiceTax -Year $year | Out-String
        $all | Where-Object { $_.Date.Year -eq $year } | Measure-InvoiceTax | Out-String | Should -Be $whole
        $listed = @(Get-Invoice -IncludeArchived | Where-Object { $_.Date.Year -eq $year })
        @($listed) + @($listed) | Measure-InvoiceTax | Out-String | Should -Be $whole
    }

    It 'reads no document whose lines the list shows' {
        $server.ClearRequests()
        $null = Measure-InvoiceTax $year
        $most = if ($Listed) { 6 } else { 6 + @($all | Where-Object { $_.Date.Year -eq $year }).Count }
        $server.Requests.Count | Should -BeLessOrEqual $most
        @(Get-Change $server).Count | Should -Be 0
    }

    It 'keeps rows apart as -By says' {
        $rates = @(Measure-InvoiceTax $year -By Rate | Where-Object State -eq Counted)
        @($rates | Group-Object Rate, TaxCode, Currency | Where-Object Count -GT 1).Count | Should -Be 0
        Get-Sum $rates Net | Should -Be (Get-Sum @(Measure-InvoiceTax $year | Where-Object State -eq Counted) Net)
        @($rates | Where-Object { $_.Month -or $_.Region -or $null -ne $_.Type }).Count | Should -Be 0
    }

    It 'leaves out drafts and lists cancelled documents apart' {
        $drafts = @($all | Where-Object State -eq Draft)
        $documents = @(Measure-InvoiceTax $year -Report Document)
        @($documents | Where-Object { $_.Id -in $drafts.Id }).Count | Should -Be 0
        @($documents | Where-Object State -eq Cancelled).Count | Should -Be @($all | Where-Object { $_.State -eq 'Canceled' -and $_.Date.Year -eq $year }).Count
    }
}

Describe 'The VAT summary and the SAF-T file of <Provider>' -ForEach $withSaft {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = $Provider; ClientCount = 8; InvoiceCount = 120 }
        $saftType = @{ Invoice = 'FT'; InvoiceReceipt = 'FR'; SimplifiedInvoice = 'FS'; CreditNote = 'NC'; DebitNote = 'ND'; VatMossInvoice = 'FT'; VatMossCreditNote = 'NC'; VatMossReceipt = 'FR' }
        $client = Get-InvoiceClient | Select-Object -First 1

        # What is hard: thirds, a discount on the document, an exemption, a credit note, a cancelled document, a draft.
        $lines = @(@{ Name = 'A'; Quantity = 3; UnitPrice = 0.3333; Tax = 'IVA23' }, @{ Name = 'B'; Quantity = 7; UnitPrice = 1.1111; Tax = 'IVA6'; Discount = 3.33 })
        $null = New-Invoice -Client $client -Line $lines -GlobalDiscount 7.5 -GlobalDiscountType percentage | Complete-Invoice
        $null = New-Invoice -Client $client -Line @{ Name = 'C'; UnitPrice = 80; Tax = 'Isento' } -TaxExemption M07 | Complete-Invoice
        $wrong = New-Invoice -Client $client -Line $lines | Complete-Invoice
        $null = New-Invoice -Type CreditNote -Client $client -Line $lines[0] -For $wrong | Complete-Invoice
        $null = New-Invoice -Client $client -Line $lines | Complete-Invoice | Set-InvoiceState -State Canceled -Reason 'a mistake'
        $null = New-Invoice -Client $client -Line $lines
        $today = Get-Date
        $months = @(0, 1, 2, 3 | ForEach-Object { $today.AddMonths(-$_) })
    }

    AfterAll { Disconnect-All }

    It 'agree in each row of each month' {
        foreach ($month in $months) {
            $file = Export-Saft $month.Year $month.Month -OutFile (Join-Path $TestDrive "$Provider-$($month.Month).xml") -PollIntervalSec 0.01
            $key = { '{0} {1} {2} {3:0.##} {4}' -f $_.State, $_.Region, $_.TaxCode, $_.Rate, $_.ExemptionCode }
            $of = { param($row, $type) "$type " + ($row | ForEach-Object $key) }
            $there = @{}
            foreach ($row in Measure-Saft $file.FullName) { $there[(& $of $row $row.Type)] = $row }
            $here = @(Measure-InvoiceTax $month.Year $month.Month)
            $here.Count | Should -BeGreaterThan 0
            foreach ($row in $here) {
                $name = & $of $row $saftType["$($row.Type)"]
                $there.ContainsKey($name) | Should -BeTrue -Because "the file has '$name' among $($there.Keys -join ', ')"
                $row.Documents | Should -Be $there[$name].Documents -Because $name
                [Math]::Round($row.LineNet, 4) | Should -Be ([Math]::Round($there[$name].Base, 4)) -Because $name
                [Math]::Round($row.LineTax, 2, 'AwayFromZero') | Should -Be $there[$name].Tax -Because $name

                # What the summary says and the file's lines do not, document by document.
                [Math]::Round($row.Net - (Get-Sum $row.Differences Net), 4) | Should -Be ([Math]::Round($there[$name].Base, 4)) -Because $name
            }

            @($here | ForEach-Object { & $of $_ $saftType["$($_.Type)"] } | Sort-Object -Unique).Count | Should -Be $there.Count
        }
    }
}

Describe 'Measure-InvoiceTax' {
    BeforeAll { $server = Connect-TestSandbox @{ Provider = 'InvoiceXpress' } }

    It 'refuses a month and a quarter together' {
        $server.ClearRequests()
        { Measure-InvoiceTax 2026 3 -Quarter 1 -ErrorAction Stop } | Should -Throw '*-Month and -Quarter*'
        $server.Requests.Count | Should -Be 0
    }

    It 'counts each account of the pipeline at its own session' {
        $second = Connect-TestSandbox @{ Provider = 'SalenGo' }
        $ours = @(Get-Invoice -Session $server.Name) + @(Get-Invoice -Session $second.Name)
        $documents = @($ours | Measure-InvoiceTax -Report Document)
        @($documents | Group-Object Origin).Count | Should -Be 2
    }
}
