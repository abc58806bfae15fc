# The report of a month: one page that needs nothing else, whose numbers are those of the objects, at every provider and from SAF-T files.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $providers = @((Get-InvoiceProvider).Name | ForEach-Object { @{ Provider = $_ } })
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"

    # The rows of a table or a chart of a page: cells as numbers where they are, else as text.
    function Get-PageTable {
        param([string] $Html, [string] $Caption)
        $found = [regex]::Matches($Html, '(?s)<table[^>]*>\s*<caption>(.*?)</caption>(.*?)</table>') | Where-Object { [Net.WebUtility]::HtmlDecode($_.Groups[1].Value) -like $Caption } | Select-Object -First 1
        if (-not $found) { throw "The page has no table '$Caption'." }
        foreach ($row in [regex]::Matches(($found.Groups[2].Value -replace '(?s)<thead>.*?</thead>'), '(?s)<tr( class="total")?>(.*?)</tr>')) {
            $cells = @([regex]::Matches($row.Groups[2].Value, '(?s)<t[dh](?: [^>]*)?>(.*?)</t[dh]>') | ForEach-Object {
                $cell = $_.Groups[1].Value -replace '(?s)<svg.*?</svg>'
                if ($cell -match '<data value="([^"]*)">') { [decimal]::Parse($Matches[1], [cultureinfo]::InvariantCulture) } else { [Net.WebUtility]::HtmlDecode(($cell -replace '<[^>]*>')) }
            })
            [pscustomobject]@{ Cells = $cells; IsTotal = $row.Groups[1].Success }
        }
    }

    function Get-Fact {
        param([string] $Html, [string] $Name)
        $found = [regex]::Match($Html, "<dt>$Name(?:, [A-Z]{3})?</dt><dd>(?:<data value=`"([^`"]*)`">)?([^<]*)")
        if ($found.Groups[1].Success) { [decimal]::Parse($found.Groups[1].Value, [cultureinfo]::InvariantCulture) } else { $found.Groups[2].Value }
    }

    function Join-Cell { param($Row) @($Row.Cells | ForEach-Object { if ($_ -is [decimal]) { $_.ToString('0.####', [cultureinfo]::InvariantCulture) } else { $_ } }) -join '|' }

    function Get-Sum { param($Rows, $Property) $sum = [decimal]0; foreach ($row in $Rows) { $sum += [decimal]$row.$Property }; $sum }
    $bearing = 'Invoice', 'InvoiceReceipt', 'SimplifiedInvoice', 'CashInvoice', 'CreditNote', 'DebitNote', 'VatMossInvoice', 'VatMossReceipt', 'VatMossCreditNote'
}

AfterAll { Disconnect-All }

Describe 'The report at <Provider>' -ForEach $providers {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = $Provider; ClientCount = 8; InvoiceCount = 90 }
        $last = @(Get-Invoice -IncludeArchived | Where-Object { $_.Type -in $bearing -and $_.State -in 'Final', 'Settled' } | Sort-Object Date)[-1].Date
        $with = @{ Year = $last.Year; Month = $last.Month; PaymentDays = 30; WarningAction = 'SilentlyContinue' }
        $path = Join-Path $TestDrive "$Provider.html"
        $file = Export-InvoiceReport @with -OutFile $path
        $html = Get-Content $path -Raw -Encoding UTF8
    }

    AfterAll { Disconnect-All }

    It 'is a file that needs nothing else' {
        $file.FullName | Should -Be $path
        $html | Should -Not -Match '<script|<link|<img|<iframe|@import|url\(|https?://'
        $html | Should -Match '<svg'
        $html | Should -Match 'prefers-color-scheme: dark'
        $html | Should -Match '@media print'
    }

    It 'has the VAT of Measure-InvoiceTax' {
        $rows = @(Measure-InvoiceTax $last.Year $last.Month -By Region, Rate, Exemption | Where-Object State -eq Counted)
        $shown = @(Get-PageTable $html 'VAT by rate*')
        @($shown | Where-Object { -not $_.IsTotal }).Count | Should -Be $rows.Count
        for ($i = 0; $i -lt $rows.Count; $i++) {
            $shown[$i].Cells[1] | Should -Be $rows[$i].Documents
            $shown[$i].Cells[2] | Should -Be $rows[$i].Net
            $shown[$i].Cells[3] | Should -Be $rows[$i].Tax
            $shown[$i].Cells[-1] | Should -Be $rows[$i].Gross
        }

        @(Get-PageTable $html 'Tax by rate').ForEach({ $_.Cells[2] }) | Should -Be $rows.Tax
        $shown[-1].IsTotal | Should -BeTrue
        $shown[-1].Cells[2] | Should -Be (Get-Sum $rows Net)
        Get-Fact $html 'Without tax' | Should -Be (Get-Sum $rows Net)
        Get-Fact $html 'Tax' | Should -Be ((Get-Sum $rows Tax) + (Get-Sum $rows Surcharge))
        Get-Fact $html 'Documents' | Should -Be @(Measure-InvoiceTax $last.Year $last.Month -Report Document | Where-Object State -eq Counted).Count
    }

    It 'has the turnover of twelve months' {
        $shown = @(Get-PageTable $html 'Turnover by month, with*')
        $table = @(Get-PageTable $html $(if ($Provider -eq 'FACTURAgem') { 'Turnover by month' } else { 'Turnover by month, EUR' }) | Where-Object { -not $_.IsTotal })
        $shown.Count | Should -Be 12
        $table.Count | Should -Be 12
        $all = @(Get-Invoice -IncludeArchived | Where-Object { $_.Type -in $bearing -and $_.State -in 'Final', 'Settled', 'SecondCopy' })
        $place = 0
        foreach ($back in -11..0) {
            $month = $last.AddMonths($back).ToString('yyyy-MM', [cultureinfo]::InvariantCulture)
            $there = @($all | Where-Object { $_.Date.ToString('yyyy-MM', [cultureinfo]::InvariantCulture) -eq $month })
            $table[$place].Cells[0] | Should -Be $month
            $table[$place].Cells[1] | Should -Be $there.Count
            $table[$place].Cells[3] | Should -Be (Get-Sum $there SignedTotal)
            $shown[$place].Cells[0] | Should -Be $month
            $shown[$place].Cells[2] | Should -BeIn $table[$place].Cells[2], $table[$place].Cells[3]
            $place++
        }
    }

    It 'has what clients owe, as Get-InvoiceReceivable tells it' {
        $open = @(Get-InvoiceReceivable -PaymentDays 30 -WarningAction SilentlyContinue)
        $ages = @(Get-PageTable $html 'What clients owe by age')
        $aging = @(Get-InvoiceAging -PaymentDays 30 -WarningAction SilentlyContinue)
        $columns = 'Current', 'Days1To30', 'Days31To60', 'Days61To90', 'Over90', 'NoDueDate'
        for ($i = 0; $i -lt 6; $i++) { $ages[$i].Cells[2] | Should -Be (Get-Sum $aging $columns[$i]) -Because $columns[$i] }
        Get-Fact $html 'Clients owe' | Should -Be (Get-Sum $open Outstanding)
        $shown = @(Get-PageTable $html 'Open documents*')
        $rows = @($shown | Where-Object { -not $_.IsTotal })
        $rows.Count | Should -Be $open.Count
        $open.Count | Should -BeGreaterThan 0
        @($rows | ForEach-Object { '{0} {1}' -f $_.Cells[1], $_.Cells[5] } | Sort-Object) | Should -Be @($open | ForEach-Object { '{0} {1}' -f $_.GetInvoice(), $_.Outstanding } | Sort-Object)
        $shown[-1].Cells[5] | Should -Be (Get-Sum $open Outstanding)
    }

    It 'has the largest clients' {
        $documents = @(Measure-InvoiceTax $last.Year $last.Month -Report Document | Where-Object State -eq Counted)
        $sums = @($documents | Group-Object ClientName | ForEach-Object { [pscustomobject]@{ Name = $_.Name; Net = (Get-Sum $_.Group Net); Count = $_.Count } } | Sort-Object Net -Descending | Select-Object -First 10)
        $shown = @(Get-PageTable $html 'Largest clients*')
        $shown.Count | Should -Be $sums.Count
        @($shown | ForEach-Object { '{0} {1} {2}' -f $_.Cells[0], $_.Cells[1], $_.Cells[2] } | Sort-Object) | Should -Be @($sums | ForEach-Object { '{0} {1} {2}' -f $_.Name, $_.Count, $_.Net } | Sort-Object)
    }

    It 'tells what changed since an earlier page, and nothing where nothing did' {
        $again = Join-Path $TestDrive "$Provider-again.html"
        $null = Export-InvoiceReport @with -OutFile $again -Since $path
        Get-Content $again -Raw | Should -Match 'No number is another'
        $tax = @{ InvoiceXpress = 'IVA23'; SimplBooks = '24'; FACTURAgem = '21'; SalenGo = 'IVA' }[$Provider]
        $null = New-Invoice -Client (Get-InvoiceClient | Select-Object -First 1) -Reference "REPORT-$Provider" -Date $last -Name SVC -UnitPrice 321 -Tax $tax -WarningAction SilentlyContinue | Complete-Invoice -WarningAction SilentlyContinue
        $null = Export-InvoiceReport @with -OutFile $again -Since $again -Force
        $changes = @(Get-PageTable (Get-Content $again -Raw -Encoding UTF8) 'Numbers that are not what they were*')
        $net = $changes | Where-Object { $_.Cells[0] -eq 'Net of the month' }
        $net.Cells[3] | Should -Be 321
        $net.Cells[1] | Should -Be (Get-Fact $html 'Without tax')
        @($changes | Where-Object { $_.Cells[0] -like 'Open: *' -and $_.Cells[1] -eq '' }).Count | Should -Be 1
        ($changes | Where-Object { $_.Cells[0] -eq 'Documents of the month' }).Cells[3] | Should -Be 1
    }

    It 'is the same from an archive, without the provider' {
        $archive = Join-Path $TestDrive "archive-$Provider"
        $null = Export-InvoiceArchive $archive -NoPdf -NoXml -NoQrCode -NoSaft -PollIntervalSec 0.01
        $now = Join-Path $TestDrive "$Provider-now.html"
        $null = Export-InvoiceReport @with -OutFile $now -Force
        $server.ClearRequests()
        $null = Export-InvoiceReport @with -OutFile (Join-Path $TestDrive "$Provider-archive.html") -Path $archive
        $server.Requests.Count | Should -Be 0
        $there = Get-Content $now -Raw -Encoding UTF8
        $here = Get-Content (Join-Path $TestDrive "$Provider-archive.html") -Raw -Encoding UTF8
        foreach ($caption in 'VAT by rate*', 'Tax by rate', 'Largest clients*', 'What clients owe by age', 'Open documents*') {
            @(Get-PageTable $here $caption | ForEach-Object { Join-Cell $_ } | Sort-Object) | Should -Be @(Get-PageTable $there $caption | ForEach-Object { Join-Cell $_ } | Sort-Object) -Because $caption
        }

        # An archive has whole documents, a list may lack their amounts without tax.
        $months = { param($html) Get-PageTable $html $(if ($Provider -eq 'FACTURAgem') { 'Turnover by month' } else { 'Turnover by month, EUR' }) | ForEach-Object { '{0} {1} {2:0.00}' -f $_.Cells[0], $_.Cells[1], $_.Cells[3] } }
        & $months $here | Should -Be (& $months $there)
    }

    It 'changes nothing at the provider' {
        $server.ClearRequests()
        $null = Export-InvoiceReport @with -OutFile $path -Force
        @(Get-Change $server).Count | Should -Be 0
    }
}

Describe 'The report of SAF-T files' {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = 'InvoiceXpress'; ClientCount = 8; InvoiceCount = 120 }
        $last = @(Get-Invoice | Where-Object State -in Final, Settled | Sort-Object Date)[-1].Date
        $months = @(0..-3 | ForEach-Object { $last.AddMonths($_) })
        $files = @($months | ForEach-Object { Export-Saft $_.Year $_.Month -OutFile (Join-Path $TestDrive ('saft-{0:yyyy-MM}.xml' -f $_)) -PollIntervalSec 0.01 })
        $fromSession = Join-Path $TestDrive session.html
        $null = Export-InvoiceReport $last.Year $last.Month $fromSession
        Disconnect-InvoiceProvider $server.Name
    }

    It 'needs no session and has the numbers of the session' {
        Get-InvoiceSession | Should -BeNullOrEmpty
        $path = Join-Path $TestDrive saft.html
        $null = Export-InvoiceReport $last.Year $last.Month $path -Path (Join-Path $TestDrive 'saft-*.xml') -WarningVariable told -WarningAction SilentlyContinue
        $told | Should -Match 'No file was given for'
        $saft = Get-Content $path -Raw -Encoding UTF8
        $session = Get-Content $fromSession -Raw -Encoding UTF8
        foreach ($caption in 'VAT by rate*', 'Tax by rate', 'Largest clients*', 'Clients by*') {
            (Get-PageTable $saft $caption | ForEach-Object { Join-Cell $_ }) | Should -Be (Get-PageTable $session $caption | ForEach-Object { Join-Cell $_ }) -Because $caption
        }

        $turnover = @(Get-PageTable $session 'Turnover by month, EUR' | Where-Object { -not $_.IsTotal } | Select-Object -Last 4 | ForEach-Object { Join-Cell $_ })
        @(Get-PageTable $saft 'Turnover by month, EUR' | Where-Object { -not $_.IsTotal } | Select-Object -Last 4 | ForEach-Object { Join-Cell $_ }) | Should -Be $turnover
        $saft | Should -Match 'The source does not tell what is open'
    }

    It 'refuses files that are not of the month' {
        { Export-InvoiceReport 2020 1 (Join-Path $TestDrive none.html) -LiteralPath $files[0].FullName -ErrorAction Stop } | Should -Throw '*None of the files is of 2020-01*'
        Test-Path (Join-Path $TestDrive none.html) | Should -BeFalse
    }

    It 'refuses files of two companies' {
        $other = Join-Path $TestDrive other.xml
        (Get-Content $files[1].FullName -Raw -Encoding UTF8) -replace '<TaxRegistrationNumber>\d+<', '<TaxRegistrationNumber>599999993<' | Set-Content $other -Encoding utf8
        { Export-InvoiceReport $last.Year $last.Month (Join-Path $TestDrive none.html) -LiteralPath $files[0].FullName, $other -ErrorAction Stop } | Should -Throw '*two companies*'
    }

    It 'says which file cannot be read' {
        $broken = Join-Path $TestDrive broken.xml
        Set-Content $broken '<nothing/>'
        { Export-InvoiceReport $last.Year $last.Month (Join-Path $TestDrive none.html) -LiteralPath $broken -ErrorAction Stop } | Should -Throw '*broken.xml*'
    }
}

Describe 'Export-InvoiceReport' {
    BeforeAll { $server = Connect-TestSandbox @{ Provider = 'InvoiceXpress' } }

    It 'refuses a file that is there before it asks anything' {
        $there = Join-Path $TestDrive there.html
        Set-Content $there 'mine'
        $server.ClearRequests()
        { Export-InvoiceReport 2026 3 $there -ErrorAction Stop } | Should -Throw '*there.html*'
        $server.Requests.Count | Should -Be 0
        Get-Content $there | Should -Be mine
    }

    It 'refuses a -Since that is no report before it asks anything' {
        $there = Join-Path $TestDrive there.html
        $server.ClearRequests()
        { Export-InvoiceReport 2026 3 (Join-Path $TestDrive new.html) -Since $there -ErrorAction Stop } | Should -Throw '*not a report*'
        $server.Requests.Count | Should -Be 0
    }

    It 'tells of a month without documents' {
        $empty = Export-InvoiceReport 2001 1 (Join-Path $TestDrive empty.html)
        Get-Content $empty.FullName -Raw | Should -Match 'There are no documents in this month'
    }

    It 'names the file in a folder by the month' {
        (Export-InvoiceReport 2001 1 "$TestDrive").Name | Should -Be 'report-2001-01.html'
    }
}
