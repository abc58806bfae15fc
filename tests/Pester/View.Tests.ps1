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
