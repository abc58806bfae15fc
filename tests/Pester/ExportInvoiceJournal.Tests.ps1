# The journal in a file that other programs read.

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'
    $null = Connect-TestSandbox @{} @{ StatePath = (Join-Path $TestDrive state) }

    # Texts that a spreadsheet program would run.
    $formulas = '=1+1', '+1', '-1', '@SUM(A1)'
    foreach ($formula in $formulas) { $null = New-TestInvoice $formula }
    $null = New-TestInvoice 'a "quoted", long one'
}

AfterAll { Disconnect-All }

Describe 'Export-InvoiceJournal' {
    It 'writes CSV that Import-Csv reads back, an entry a row' {
        $file = Export-InvoiceJournal (Join-Path $TestDrive plain.csv)
        $rows = @(Import-Csv $file.FullName)
        $rows.Count | Should -Be @(Get-InvoiceJournal).Count
        foreach ($entry in Get-InvoiceJournal) {
            $row = $rows | Where-Object Id -eq $entry.Id
            $row.Reference | Should -BeExactly $entry.Reference
            $row.RecordId | Should -Be $entry.RecordId
            $row.Outcome | Should -Be $entry.Outcome
        }
    }

    It 'writes JSON lines, an entry a line' {
        $file = Export-InvoiceJournal (Join-Path $TestDrive entries.jsonl)
        $lines = @(Get-Content $file.FullName | ForEach-Object { $_ | ConvertFrom-Json })
        @($lines.Reference) | Should -Be @((Get-InvoiceJournal).Reference)
    }

    It 'leaves no cell that a spreadsheet program would run, with -DefuseFormula' {
        $file = Export-InvoiceJournal (Join-Path $TestDrive safe.csv) -DefuseFormula
        $rows = @(Import-Csv $file.FullName)
        foreach ($formula in $formulas) { $rows.Reference | Should -Contain "'$formula" }
        $cells = foreach ($row in $rows) { $row.PSObject.Properties.Value }
        @($cells | Where-Object { $_ -match '^[=+@\t\r-]' -and $_ -notmatch '^-?[\d.]+$' }) | Should -BeNullOrEmpty
        $rows.Reference | Should -Contain 'a "quoted", long one'
    }

    It 'does not replace a file unless -Force says so' {
        $path = Join-Path $TestDrive there.csv
        Set-Content $path 'mine'
        { Export-InvoiceJournal $path -ErrorAction Stop } | Should -Throw -ErrorId 'FileFailed,*'
        Get-Content $path | Should -Be 'mine'
        $null = Export-InvoiceJournal $path -Force
        @(Import-Csv $path).Count | Should -BeGreaterThan 0
    }
}

# What a link leads to is not the file that was named.
Describe '<Name> and a symbolic link' -ForEach @(
    @{ Name = 'Export-InvoiceJournal'; Do = { param($Path) Export-InvoiceJournal $Path -Force -ErrorAction Stop } }
    @{ Name = 'Protect-Saft'; Do = { param($Path) Protect-Saft (Join-Path $TestDrive saft.xml) $Path -Force -ErrorAction Stop } }
    @{ Name = 'Export-Saft'; Do = { param($Path) Export-Saft 2026 3 -OutFile $Path -Force -PollIntervalSec 0.01 -ErrorAction Stop } }
    @{ Name = 'Export-InvoicePdf'; Do = { param($Path) Get-Invoice -Type Invoice -State Final | Select-Object -First 1 | Export-InvoicePdf -OutFile $Path -Force -PollIntervalSec 0.01 -ErrorAction Stop } }
) {
    It 'is refused, and nothing is written' -Skip:($env:OS -eq 'Windows_NT') {
        if ($Name -eq 'Protect-Saft') { $null = Export-Saft 2026 3 -OutFile (Join-Path $TestDrive saft.xml) -Force -PollIntervalSec 0.01 }
        $real = Join-Path $TestDrive "$Name.real"
        $link = Join-Path $TestDrive "$Name.link"
        Set-Content $real 'mine'
        $null = New-Item -ItemType SymbolicLink -Path $link -Target $real
        $problem = try { & $Do $link } catch { $_ }
        $problem.FullyQualifiedErrorId | Should -BeLike 'FileFailed,*'
        Get-Content $real | Should -Be 'mine'
        (Get-Item $link).LinkType | Should -Be 'SymbolicLink'
        @(Get-ChildItem $TestDrive -Filter '*.part').Count | Should -Be 0
    }
}
