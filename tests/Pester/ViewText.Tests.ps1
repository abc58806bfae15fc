# What the main views show, as approved text: at 80, 100 and 120 columns, plain and with colour. $env:INVOICING_TEST_WRITE = 'views' writes the
# texts of Views anew; look at the difference before you commit it. build/Pictures.ps1 draws the pictures
# of docs/pictures from the texts with colour.

BeforeDiscovery {
    $shows = @(
        @{ Name = 'invoices'; Code = { Get-Invoice | Select-Object -First 12 } }
        @{ Name = 'overdue'; Code = { Get-Invoice -Overdue | Select-Object -First 6 } }
        @{ Name = 'invoice'; Code = { Get-Invoice -Type Invoice -State Final | Select-Object -First 1 } }
        @{ Name = 'clients'; Code = { Get-InvoiceClient | Select-Object -First 6 } }
        @{ Name = 'client'; Code = { Get-InvoiceClient C0001 } }
        @{ Name = 'items'; Code = { Get-InvoiceItem | Select-Object -First 6 } }
        @{ Name = 'taxes'; Code = { Get-InvoiceTax } }
        @{ Name = 'payments'; Code = { Get-InvoicePayment | Select-Object -First 6 } }
        @{ Name = 'lines'; Code = { Get-Invoice -Type Invoice | Select-Object -First 1 | ForEach-Object Lines } }
        @{ Name = 'receivables'; Code = { Get-InvoiceReceivable -AsOf 2026-03-31 -WarningAction SilentlyContinue | Select-Object -First 6 } }
        @{ Name = 'aging'; Code = { Get-InvoiceAging -AsOf 2026-03-31 -WarningAction SilentlyContinue } }
        @{ Name = 'statement'; Code = { Get-InvoiceStatement 'Papelaria do Cais' -From 2026-01-01 -To 2026-03-31 -WarningAction SilentlyContinue } }
        @{ Name = 'vat'; Code = { Measure-InvoiceTax 2026 } }
        @{ Name = 'vat-differences'; Code = { Measure-InvoiceTax 2026 -Report Difference | Select-Object -First 6 } }
        @{ Name = 'providers'; Code = { Get-InvoiceProvider } }
        @{ Name = 'session'; Code = { Get-InvoiceSession } }
    )
    $looks = foreach ($show in $shows) { foreach ($width in 80, 100, 120) { foreach ($colour in 'plain', 'colour') { @{ Name = $show.Name; Code = $show.Code; Width = $width; Colour = $colour } } } }
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    . "$PSScriptRoot/ViewText.ps1"
    $folder = Join-Path $PSScriptRoot 'Views'
    $company = Start-ViewCompany
    $got = @{}
}

AfterAll {
    Disconnect-All
    $company.Dispose()
}

Describe 'The view <Name> at <Width> columns, <Colour>' -ForEach $looks {
    It 'is the approved one' {
        if ($PSVersionTable.PSVersion -lt [version]'7.4') { Set-ItResult -Skipped -Because 'Windows PowerShell lays out tables in a way of its own'; return }
        if (-not $got.ContainsKey($Name)) { $got[$Name] = @(& $Code) }
        $text = Get-ViewText $got[$Name] $Width ($Colour -eq 'colour')
        $path = Join-Path $folder "$Name-$Width-$Colour.txt"
        if ($env:INVOICING_TEST_WRITE -eq 'views') {
            $null = New-Item $folder -ItemType Directory -Force
            [IO.File]::WriteAllText($path, $text)
        }

        $text | Should -BeExactly ([IO.File]::ReadAllText($path).Replace("`r", ''))
        foreach ($line in $text -split "`n") { ($line -replace '\x1b\[[\d;]*m').Length | Should -BeLessOrEqual $Width }
    }
}

Describe 'The pictures' {
    It 'are those of this module' {
        if ($PSVersionTable.PSVersion -lt [version]'7.4') { Set-ItResult -Skipped -Because 'they are drawn by PowerShell 7'; return }
        $there = Join-Path $PSScriptRoot '../../docs/pictures'
        $again = if ($env:INVOICING_TEST_WRITE -eq 'views') { $there } else { Join-Path $TestDrive 'pictures' }
        Invoke-PowerShellHost @('-File', (Join-Path $PSScriptRoot '../../build/Pictures.ps1'), '-Module', $moduleFolder, '-Destination', $again) | Out-Null
        $LASTEXITCODE | Should -Be 0
        $files = @(Get-ChildItem $there -Filter *.svg)
        $files.Count | Should -BeGreaterThan 3
        foreach ($file in $files) { [IO.File]::ReadAllText((Join-Path $again $file.Name)) | Should -BeExactly ([IO.File]::ReadAllText($file.FullName).Replace("`r", '')) -Because $file.Name }
    }
}
