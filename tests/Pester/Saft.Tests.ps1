BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $server = Connect-TestSandbox @{ PollsUntilReady = 0 }
    $file = Join-Path $TestDrive march.xml
    $null = Export-Saft 2026 3 -OutFile $file -PollIntervalSec 0.01

    # The file is Windows-1252; one byte is one character here, so nothing else changes.
    $latin = [Text.Encoding]::GetEncoding('iso-8859-1')
    $text = [IO.File]::ReadAllText($file, $latin)
    $spoilt = Join-Path $TestDrive spoilt.xml
    [IO.File]::WriteAllText($spoilt, ([regex]'<GrossTotal>[^<]*</GrossTotal>').Replace($text, '<GrossTotal>0.01</GrossTotal>', 1), $latin)
    $broken = Join-Path $TestDrive broken.xml
    [IO.File]::WriteAllText($broken, $text.Substring(0, [int]($text.Length / 2)), $latin)
    $key = Join-Path $TestDrive key.pem
    Set-Content $key $server.SaftPublicKeyPem
}

AfterAll { Disconnect-All }

Describe 'Test-Saft' {
    It 'writes nothing for a correct file, its signatures included' {
        Test-Saft $file -PublicKey $key | Should -BeNullOrEmpty
        Test-Saft $file -PublicKey $server.SaftPublicKeyPem | Should -BeNullOrEmpty
        Get-Item $file | Test-Saft -Level Intake | Should -BeNullOrEmpty
    }

    It 'finds what is wrong, and says where' {
        $findings = @(Test-Saft $spoilt)
        $findings.Count | Should -BeGreaterThan 0
        $findings[0].Rule | Should -Not -BeNullOrEmpty
        @($findings | Out-String -Width 100).Count | Should -Be 1
        @(Test-Saft $spoilt -ExcludeRule * ).Count | Should -Be 0
        @(Test-Saft $spoilt -Rule $findings[0].Rule.Id).Count | Should -BeGreaterThan 0
    }

    It 'ends in an error on request, after the last file' {
        $found = @()
        { $null = Test-Saft $spoilt, $file -ErrorOnFinding Error -OutVariable found } | Should -Throw -ErrorId 'SaftFinding,*'
        Test-Saft $file -ErrorOnFinding Warning | Should -BeNullOrEmpty
    }

    It 'sums up what is in a file' {
        $summary = Test-Saft $file -Summary
        @($summary).Count | Should -Be 1
        $summary | Format-List | Out-String | Should -Not -BeNullOrEmpty
    }

    It 'keeps the state of the series from month to month' {
        $state = Join-Path $TestDrive state.json
        $april = Join-Path $TestDrive april.xml
        $null = Export-Saft 2026 4 -OutFile $april -PollIntervalSec 0.01
        Test-Saft $file -StatePath $state | Should -BeNullOrEmpty
        Test-Path $state | Should -BeTrue
        Test-Saft $april -StatePath $state -PublicKey $key | Should -BeNullOrEmpty
    }

    It 'reports each bad file as one error, and checks the others: <Name>' -ForEach @(
        @{ Name = 'missing'; Path = { Join-Path $TestDrive nothing.xml } }
        @{ Name = 'a folder'; Path = { "$TestDrive" } }
        @{ Name = 'no XML'; Path = { $p = Join-Path $TestDrive text.txt; Set-Content $p 'no xml'; $p } }
        @{ Name = 'another XML'; Path = { $p = Join-Path $TestDrive other.xml; Set-Content $p '<a/>'; $p } }
        @{ Name = 'empty'; Path = { $p = Join-Path $TestDrive empty.xml; [IO.File]::WriteAllText($p, ''); $p } }
        @{ Name = 'a folder that is not there, with wildcards'; Path = { Join-Path $TestDrive 'no/such/*.xml' } }
        @{ Name = 'a drive that is not there'; Path = { 'nowhere:/f.xml' } }
    ) {
        foreach ($command in 'Test-Saft', 'Import-Saft', 'Get-SaftQrCode') {
            $out = @(& $command -Path (& $Path), $file -ErrorAction SilentlyContinue -ErrorVariable problems)
            $errors = @($problems | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
            if ($command -eq 'Test-Saft' -and $errors.Count -eq 0) { $out.Count | Should -BeGreaterThan 0 -Because 'a finding will do' } else { $errors.Count | Should -Be 1 -Because $command }
            if ($errors.Count) { $errors[0].FullyQualifiedErrorId | Should -Match '^(FileFailed|InvalidFile|NotFound),Invoicing\.Commands\.' }
            if ($command -ne 'Test-Saft') { $out.Count | Should -BeGreaterThan 0 -Because "$command goes on with the good file" }
        }
    }
}

Describe 'Import-Saft' {
    It 'gives typed objects with the totals of the file' {
        $all = @(Import-Saft $file)
        $header = @($all | Where-Object { $_ -is [Invoicing.Saft.SaftHeader] })
        $header.Count | Should -Be 1
        $invoices = @($all | Where-Object { $_ -is [Invoicing.Saft.SaftInvoice] })
        $xml = [xml](Get-Content $file -Raw)
        $invoices.Count | Should -Be ([int]$xml.AuditFile.SourceDocuments.SalesInvoices.NumberOfEntries)
        $invoices[0].Number | Should -Be $xml.AuditFile.SourceDocuments.SalesInvoices.Invoice[0].InvoiceNo
    }

    It 'reads only what is asked for, and stops early' {
        @(Import-Saft $file -Section Customers | ForEach-Object { $_.GetType().Name } | Sort-Object -Unique) | Should -Be 'SaftCustomer'
        @(Import-Saft $file | Select-Object -First 1).Count | Should -Be 1
        # Nothing holds the file any more.
        $copy = Join-Path $TestDrive copy.xml
        Copy-Item $file $copy
        $null = Import-Saft $copy | Select-Object -First 1
        { [IO.File]::Open($copy, 'Open', 'ReadWrite', 'None').Dispose() } | Should -Not -Throw
    }

    It 'takes wildcards, files from the pipeline, and names as they are' {
        $folder = New-Item (Join-Path $TestDrive 'many') -ItemType Directory
        Copy-Item $file (Join-Path $folder 'a.xml')
        Copy-Item $file (Join-Path $folder '[b].xml')
        @(Import-Saft (Join-Path $folder '*.xml') -Section Header).Count | Should -Be 2
        @(Get-ChildItem $folder | Import-Saft -Section Header).Count | Should -Be 2
        @(Import-Saft -LiteralPath (Join-Path $folder '[b].xml') -Section Header).Count | Should -Be 1
    }

    It 'gives what it could read of a broken file, and one error' {
        $read = @(Import-Saft $broken -ErrorAction SilentlyContinue -ErrorVariable problems)
        $read.Count | Should -BeGreaterThan 0
        @($problems).Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidFile,*'
        $problems[0].TargetObject | Should -Be $broken
    }
}

Describe 'Get-SaftQrCode' {
    It 'computes the text of each document' {
        $codes = @(Get-SaftQrCode $file)
        $codes.Count | Should -BeGreaterThan 2
        "$($codes[0])" | Should -Match '^A:\d{9}\*B:'
        @(Get-SaftQrCode $file $codes[0].Number).Count | Should -Be 1
    }
}
