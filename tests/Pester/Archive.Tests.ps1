# Archives at every provider: what lies in the folder, what a second export fetches, what a check finds.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $providers = @((Get-InvoiceProvider).Name | ForEach-Object { @{ Provider = $_ } })
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
}

AfterAll { Disconnect-All }

Describe 'An archive at <Provider>' -ForEach $providers {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = $Provider; InvoiceCount = 16; PollsUntilReady = 1 }
        $folder = Join-Path $TestDrive $Provider
        $summary = Export-InvoiceArchive $folder -PollIntervalSec 0.01
        $all = @(Get-ChildItem $folder -Recurse -File)
    }

    AfterAll { Disconnect-All }

    It 'holds every document, client, item and payment as JSON' {
        $documents = @(Get-Invoice -Type (Get-Invoice).Type -IncludeArchived)
        $records = @($all | Where-Object { $_.Extension -eq '.json' -and $_.FullName -like '*documents*' } | ForEach-Object { Get-Content $_.FullName -Raw -Encoding UTF8 | ConvertFrom-Json })
        foreach ($document in $documents) {
            $record = $records | Where-Object { $_.Id -eq $document.Id -and $_.Type -eq $document.Type }
            @($record).Count | Should -Be 1
            $record.Number | Should -Be $document.Number
            [decimal]$record.Total | Should -Be $document.Total
        }

        @(Get-ChildItem (Join-Path $folder clients)).Count | Should -Be @(Get-InvoiceClient).Count
        $items = if ($Provider -eq 'FACTURAgem') { 0 } else { @(Get-InvoiceItem).Count }
        @(Get-ChildItem (Join-Path $folder items) -ErrorAction Ignore).Count | Should -Be $items
        $payments = if ($Provider -eq 'FACTURAgem') { 0 } else { @(Get-InvoicePayment).Count }
        @(Get-ChildItem (Join-Path $folder payments) -Recurse -File -ErrorAction Ignore).Count | Should -Be $payments
        $summary.Added | Should -Be @($all | Where-Object Extension -EQ .json).Count
        $summary.Faults | Should -BeNullOrEmpty
    }

    It 'holds the files that the provider makes' {
        $made = @{ InvoiceXpress = '.pdf', '.png', '.xml'; SimplBooks = '.pdf', '.xml' }[$Provider]
        @($all.Extension | Where-Object { $_ -notin '.json', '.jsonl' } | Sort-Object -Unique) | Should -Be @($made)
        @($all | Where-Object Length -EQ 0) | Should -BeNullOrEmpty
    }

    It 'tells the hash of each file, which every tool can check' {
        $lines = @(Get-Content (Join-Path $folder manifest.jsonl) -Encoding UTF8 | ForEach-Object { $_ | ConvertFrom-Json } | Where-Object { $_.line -eq 'file' -and $_.path })
        $lines.Count | Should -Be ($all.Count - 1)
        foreach ($line in $lines) { (Get-FileHash (Join-Path $folder $line.path)).Hash | Should -Be $line.sha256 }
        Test-InvoiceArchive $folder | Should -BeNullOrEmpty
    }

    It 'has names that are safe on every system' {
        $names = @($all | ForEach-Object { $_.FullName.Substring($folder.Length) })
        foreach ($name in $names) { $name | Should -MatchExactly '^[\\/][a-z0-9./\\-]{1,140}$' }
        @($names | Sort-Object -Unique).Count | Should -Be $names.Count
    }

    It 'holds no key' {
        $server.ApiKey | Should -Not -BeNullOrEmpty
        Select-String -Path $all.FullName -Pattern $server.ApiKey -SimpleMatch | Should -BeNullOrEmpty
    }

    It 'is exported by reading alone' {
        Get-Change $server | Should -BeNullOrEmpty
        $server.Emails.Count | Should -Be 0
    }

    It 'is brought up to date by the lists alone' {
        $server.ClearRequests()
        $again = Export-InvoiceArchive $folder -PollIntervalSec 0.01
        "$($again.Added) $($again.Changed) $($again.Files)" | Should -Be '0 0 0'
        $again.Unchanged | Should -Be $summary.Added
        $server.Requests.Count | Should -BeLessOrEqual 16
        $server.Requests.Path | Where-Object { $_ -match 'pdf|qr_code|saft|xml' } | Should -BeNullOrEmpty
        @(Get-ChildItem $folder -Recurse -File).Count | Should -Be $all.Count
    }

    It 'is checked without the provider, and mended by the next export' {
        $gone = $all | Where-Object { $_.Extension -eq '.json' -and $_.FullName -like '*documents*' } | Select-Object -First 1
        Remove-Item $gone.FullName
        Add-Content (Join-Path $folder 'clients/letter.txt') 'mine'
        $before = $server.Requests.Count
        $findings = @(Test-InvoiceArchive $folder)
        $server.Requests.Count | Should -Be $before
        @($findings.Kind | ForEach-Object { "$_" } | Sort-Object) | Should -Be 'Missing', 'Unexpected'
        { Test-InvoiceArchive $folder -ErrorOnFinding -ErrorAction Stop } | Should -Throw -ErrorId 'ArchiveFinding,*'
        Remove-Item (Join-Path $folder 'clients/letter.txt')
        (Export-InvoiceArchive $folder -PollIntervalSec 0.01).Files | Should -Be 1
        Test-InvoiceArchive $folder | Should -BeNullOrEmpty
    }

    It 'takes a range, and no files that are not wanted' {
        $dates = @((Get-Invoice).Date | Sort-Object)
        $from = $dates[[int]($dates.Count / 2)].Date
        $part = Join-Path $TestDrive "$Provider-part"
        $null = Export-InvoiceArchive $part -From $from -NoPdf -NoXml -NoQrCode -NoSaft
        @(Get-ChildItem $part -Recurse -File | Where-Object Extension -NotIn .json, .jsonl) | Should -BeNullOrEmpty
        $kept = @(Get-ChildItem (Join-Path $part documents) -Recurse -File | ForEach-Object { [datetime](Get-Content $_.FullName -Raw | ConvertFrom-Json).Date })
        $kept.Count | Should -BeGreaterThan 0
        $kept | Where-Object { $_ -lt $from } | Should -BeNullOrEmpty
        Test-InvoiceArchive $part | Should -BeNullOrEmpty
    }
}

Describe 'The errors of an archive' {
    BeforeAll {
        $server = Connect-TestSandbox @{ InvoiceCount = 4; PollsUntilReady = 1 }
        $folder = Join-Path $TestDrive errors
        $null = Export-InvoiceArchive $folder -PollIntervalSec 0.01
    }

    AfterAll { Disconnect-All }

    It 'tells of a folder that holds something else' {
        $other = (New-Item (Join-Path $TestDrive other) -ItemType Directory).FullName
        Set-Content (Join-Path $other letter.txt) 'mine'
        $fault = { Export-InvoiceArchive $other -ErrorAction Stop } | Should -Throw -ErrorId 'FileFailed,*' -PassThru
        "$fault" | Should -BeLike '*letter.txt*'
        @(Get-ChildItem $other).Name | Should -Be 'letter.txt'
        $fault = { Test-InvoiceArchive $other -ErrorAction Stop } | Should -Throw -ErrorId 'FileFailed,*' -PassThru
        "$fault" | Should -BeLike '*not an archive*'
    }

    It 'refuses the archive of another account' {
        $null = Connect-TestSandbox @{ InvoiceCount = 2 }
        { Export-InvoiceArchive $folder -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidInput,*'
        Restore-TestSession $server
        Test-InvoiceArchive $folder | Should -BeNullOrEmpty
    }

    It 'refuses a range that ends before it begins' {
        { Export-InvoiceArchive $folder -From 2026-02-01 -To 2026-01-01 -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidInput,*'
    }

    It 'tells of each file that could not be fetched, and fetches it next time' {
        $server = Connect-TestSandbox @{ InvoiceCount = 6; PollsUntilReady = 0 } @{ MaximumRetryCount = 0 }
        Set-Fault $server 'ServerError@/pdf#2'
        $failures = @()
        $summary = Export-InvoiceArchive (Join-Path $TestDrive faulty) -PollIntervalSec 0.01 -ErrorAction SilentlyContinue -ErrorVariable +failures
        $summary.Faults.Count | Should -Be 2
        $failures.Count | Should -BeGreaterOrEqual 2
        $failures[0].TargetObject | Should -BeOfType ([Invoicing.Invoice])
        @(Test-InvoiceArchive (Join-Path $TestDrive faulty)).Count | Should -Be $summary.Faults.Count
        Set-Fault $server
        (Export-InvoiceArchive (Join-Path $TestDrive faulty) -PollIntervalSec 0.01).Files | Should -Be $summary.Faults.Count
        Test-InvoiceArchive (Join-Path $TestDrive faulty) | Should -BeNullOrEmpty
    }

    It 'writes through no symbolic link' -Skip:($PSVersionTable.PSVersion.Major -lt 6 -or $IsWindows) {
        $linked = Join-Path $TestDrive linked
        $null = New-Item $linked -ItemType Directory
        Set-Content (Join-Path $TestDrive target.txt) 'mine'
        $null = New-Item (Join-Path $linked manifest.jsonl) -ItemType SymbolicLink -Target (Join-Path $TestDrive target.txt)
        { Export-InvoiceArchive $linked -ErrorAction Stop } | Should -Throw -ErrorId 'FileFailed,*'
        Get-Content (Join-Path $TestDrive target.txt) | Should -Be 'mine'
    }

    It 'shows findings in a table of 80 columns' {
        Set-Content (Join-Path $folder 'clients/letter.txt') 'mine'
        $lines = @(Test-InvoiceArchive $folder | Format-Table | Out-String -Width 80) -split "`r?`n"
        @($lines | Where-Object Length -GT 80) | Should -BeNullOrEmpty
        "$lines" | Should -BeLike '*Unexpected*clients/letter.txt*'
    }
}
