# Tables as a person reads them in a window of 80 columns.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $views = foreach ($view in ([xml](Get-Content (Join-Path $moduleFolder 'Invoicing.format.ps1xml') -Raw)).Configuration.ViewDefinitions.View) {
        if (-not $view['TableControl']) { continue }
        $headers = @($view.TableControl.TableHeaders.ChildNodes)
        $items = @($view.TableControl.TableRowEntries.TableRowEntry.TableColumnItems.TableColumnItem)
        @{
            Type    = $view.ViewSelectedBy.TypeName
            Columns = @(foreach ($i in 0..($items.Count - 1)) {
                $header = $headers[$i]
                @{
                    Property = "$($items[$i]['PropertyName'].InnerText)"
                    Label    = if ($header['Label']) { $header['Label'].InnerText } else { "$($items[$i]['PropertyName'].InnerText)" }
                    Width    = if ($header['Width']) { [int]$header['Width'].InnerText } else { 0 }
                    IsRight  = "$($header['Alignment'].InnerText)" -eq 'Right'
                }
            })
        }
    }

    $lists = foreach ($view in ([xml](Get-Content (Join-Path $moduleFolder 'Invoicing.format.ps1xml') -Raw)).Configuration.ViewDefinitions.View) {
        if (-not $view['ListControl']) { continue }
        $items = @($view.ListControl.SelectNodes('.//ListItem') | ForEach-Object { @{ Property = "$($_['PropertyName'].InnerText)"; Format = "$($_['FormatString'].InnerText)" } })
        @{ Type = @($view.ViewSelectedBy.TypeName)[0]; Items = $items }
    }
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    function Show-At {
        param($Objects, [int] $Width)
        @(($Objects | Out-String -Width $Width) -split '\r?\n' | Where-Object { $_.Trim() })
    }
}

AfterAll { Disconnect-All }

Describe 'The table of <Type>' -ForEach $views {
    BeforeAll { $shown = $Type -as [type] }

    It 'has the names of properties at its head, so that what is read can be asked for' {
        $names = $shown.GetProperties() | ForEach-Object Name
        @($Columns | ForEach-Object Label | Where-Object { $_ -cnotin $names }) | Should -BeNullOrEmpty
    }

    It 'fits into 80 columns' {
        $width = $Columns.Count - 1
        foreach ($column in $Columns) { $width += $column.Width }
        $open = @($Columns | Where-Object { -not $_.Width }).Count
        $width + 7 * $open | Should -BeLessOrEqual 80
        @($Columns | Where-Object { $_.Width -and $_.Width -lt $_.Label.Length } | ForEach-Object Label) | Should -BeNullOrEmpty
    }

    It 'has room for a million with cents, on the right' {
        $bad = foreach ($column in $Columns | Where-Object { $_.Property }) {
            $of = $shown.GetProperty($column.Property).PropertyType
            if ($of -notin [decimal], [Nullable[decimal]] -or $column.Property -match 'Rate|Discount|Quantity') { continue }
            if (-not $column.IsRight -or $column.Width -lt 12) { $column.Property }
        }
        @($bad) | Should -BeNullOrEmpty
    }
}

Describe 'A list view' -ForEach @{ Views = $views; Lists = $lists } {
    It 'shows days and moments as ISO dates: <Type>' -ForEach $lists {
        $shown = $Type -as [type]
        $dates = @($shown.GetProperties() | Where-Object { $_.PropertyType -in [datetime], [Nullable[datetime]], [DateTimeOffset], [Nullable[DateTimeOffset]] } | ForEach-Object Name)
        foreach ($item in $Items | Where-Object { $_.Property -in $dates }) { $item.Format | Should -Match '^\{0:yyyy-MM-dd( HH:mm(:ss)?)?\}$' -Because $item.Property }
        @($Items | Where-Object { $_.Property } | ForEach-Object Property | Where-Object { $_ -cnotin $shown.GetProperties().Name }) | Should -BeNullOrEmpty
    }

    It 'is there for every type that has a table and a date, and for every kind of record' {
        $missing = foreach ($view in $views) {
            $shown = $view.Type -as [type]
            $hasDate = @($shown.GetProperties() | Where-Object { $_.PropertyType -in [datetime], [Nullable[datetime]], [DateTimeOffset], [Nullable[DateTimeOffset]] }).Count -gt 0
            if (($hasDate -or $shown.IsSubclassOf([Invoicing.InvoiceRecord])) -and $view.Type -notin $lists.Type) { $view.Type }
        }
        $missing | Should -BeNullOrEmpty
    }
}

Describe 'One record that is asked for by itself' {
    BeforeAll {
        $server = Connect-TestSandbox
        $first, $second = Get-Invoice -State Final | Select-Object -First 2
    }

    It 'shows as a list: <Line>' -ForEach @(
        @{ Line = 'Get-Invoice -Id $first.Id -Type $first.Type' }
        @{ Line = 'Get-Invoice $first.Number -Type $first.Type' }
        @{ Line = 'Get-InvoiceClient -Code C0001' }
        @{ Line = 'Get-InvoiceClient C0001' }
        @{ Line = 'Get-InvoiceItem -Id (Get-InvoiceItem | Select-Object -First 1).Id' }
        @{ Line = 'Get-InvoiceTax IVA23' }
    ) {
        $one = @(& ([scriptblock]::Create($Line)))
        $one.Count | Should -Be 1
        $one[0].PSObject.TypeNames[0] | Should -Match '#One$'
        ($one | Out-String) | Should -Match '(?m)^Id +: '
        ($one | Format-Table | Out-String) | Should -Not -Match '(?m)^Id +: '
    }

    It 'stays what it is, in pipelines, files and jobs' {
        $one = Get-Invoice -Id $first.Id -Type $first.Type
        $one | Should -BeOfType ([Invoicing.Invoice])
        ($one | Get-Invoice).Id | Should -Be $first.Id
        $file = Join-Path $TestDrive 'one.xml'
        $one | Export-Clixml $file
        (Import-Clixml $file | Get-Invoice).Id | Should -Be $first.Id
        ($one | ConvertTo-Json | ConvertFrom-Json).Number | Should -Be $first.Number
    }

    It 'is a table where several are asked for, or come through the pipeline' {
        Get-Invoice -Id $first.Id, $second.Id -Type $first.Type -ErrorAction Ignore | Out-String | Should -Not -Match '(?m)^Id +: '
        $first, $second | Get-Invoice | Out-String | Should -Not -Match '(?m)^Id +: '
        Get-Invoice -State Draft | Select-Object -First 1 | Out-String | Should -Not -Match '(?m)^Id +: '
    }
}

Describe 'The state in a table' {
    It 'says <Word> by a word, with and without colour' -ForEach @(
        @{ Word = 'Overdue'; State = 'Final'; Due = -1 }
        @{ Word = 'Final'; State = 'Final'; Due = 1 }
        @{ Word = 'Final'; State = 'Final'; Due = -1; Type = 'CreditNote' }
        @{ Word = 'Final'; State = 'Final'; Due = -1; Open = 0 }
        @{ Word = 'Settled'; State = 'Settled'; Due = -1 }
        @{ Word = 'Draft'; State = 'Draft'; Due = -1 }
        @{ Word = 'Canceled'; State = 'Canceled'; Due = -1 }
    ) {
        $invoice = [Invoicing.Invoice]::new()
        $invoice.Type = if ($Type) { $Type } else { 'Invoice' }
        $invoice.State = $State
        $invoice.DueDate = [datetime]::Today.AddDays($Due)
        if ($null -ne $Open) { $invoice.Outstanding = $Open }
        ($invoice | Out-String) -replace '\x1b\[[\d;]*m' | Should -Match "\b$Word\b"
        $invoice.State | Should -Be $State
    }
}

Describe 'A table' {
    It 'shows whole amounts at <_> columns, and cuts text first' -ForEach 80, 100, 120 {
        $invoice = [Invoicing.Invoice]::new()
        $invoice.Type = 'SimplifiedInvoice'
        $invoice.Reference = 'A-VERY-LONG-REFERENCE-OF-THE-SHOP'
        $invoice.Client = [Invoicing.Client]::new()
        $invoice.Client.Name = 'A client with a very long name that fits into no column'
        $invoice.Date = [datetime]'2026-03-31'
        $server = Connect-TestSandbox
        $real = Get-Invoice | Where-Object Total | Select-Object -First 1
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'pt-PT'
            $lines = Show-At @($invoice, $real) $_
        }
        finally { [cultureinfo]::CurrentCulture = $before }
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual $_
        ($lines -join "`n").Contains($real.Total.ToString('N2', [cultureinfo]'pt-PT')) | Should -BeTrue
        ($lines -join "`n").Contains('2026-03-31') | Should -BeTrue
    }

    It 'stands a reference beside the number' {
        $server = Connect-TestSandbox
        $draft = Get-Invoice -State Draft | Where-Object Reference | Select-Object -First 1
        (Show-At $draft 80) -join "`n" | Should -Match ([regex]::Escape($draft.Reference))
    }
}
