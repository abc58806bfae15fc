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

Describe 'Files' {
    BeforeAll {
        $many = New-Item (Join-Path $TestDrive 'places') -ItemType Directory
        Copy-Item $file (Join-Path $many 'a.xml')
        Copy-Item $file (Join-Path $many '[c].xml')
        $bomb = Join-Path $TestDrive bomb.zip
        Add-Type -AssemblyName System.IO.Compression
        $stream = [IO.File]::Create($bomb)
        $zip = [IO.Compression.ZipArchive]::new($stream, 'Create')
        $entry = $zip.CreateEntry('a.xml').Open()
        $start = [Text.Encoding]::ASCII.GetBytes('<AuditFile xmlns="urn:OECD:StandardAuditFile-Tax:PT_1.04_01"><Header>')
        $entry.Write($start, 0, $start.Length)
        $blanks = [byte[]]::new(1MB)
        for ($i = 0; $i -lt $blanks.Length; $i++) { $blanks[$i] = 32 }
        foreach ($i in 1..300) { $entry.Write($blanks, 0, $blanks.Length) }
        $entry.Dispose(); $zip.Dispose(); $stream.Dispose()
    }

    It '<Command> says that a pattern matches nothing, and takes escaped brackets and files from the pipeline' -ForEach @(
        @{ Command = 'Test-Saft'; With = @{ Summary = $true } }
        @{ Command = 'Import-Saft'; With = @{ Section = 'Header' } }
        @{ Command = 'Get-SaftQrCode'; With = @{} }
        @{ Command = 'Measure-Saft'; With = @{ Report = 'Table' } }
        @{ Command = 'Compare-Saft'; With = { @{ ReferencePath = $spoilt } } }
    ) {
        if ($With -is [scriptblock]) { $With = & $With }
        $null = & $Command -Path (Join-Path $many 'none*.xml') @With -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'FileFailed,*'
        $problems[0].Exception.Message | Should -BeLike 'No file matches*'
        $null = & $Command -Path $many @With -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].Exception.Message | Should -BeLike '*is a directory*'
        $escaped = Join-Path $many '`[c`].xml'
        foreach ($way in { & $Command -Path $escaped @With }, { & $Command -LiteralPath (Join-Path $many '[c].xml') @With }, { Get-ChildItem $many -Filter '*c*' | & $Command @With }) {
            $objects = @(& $way)
            $objects.Count | Should -BeGreaterThan 0
            $objects | ForEach-Object { $_.Path | Should -Be (Join-Path $many '[c].xml') }
        }

        @((& $Command -Path (Join-Path $many '*.xml') @With).Path | Sort-Object -Unique).Count | Should -Be 2
    }

    It 'ends a ZIP of endless blanks in a finding, in little memory, and goes on with the next file' {
        $peak = "[int]([Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB)"
        $told = Invoke-PowerShellHost '-Command', "Import-Module '$manifest'; `$null = Test-Saft '$file'; $peak; `$f = '$bomb', '$file' | Test-Saft; `$f.RuleId; ('$bomb', '$file' | Test-Saft -Summary).Documents; $peak"
        $told[1..3] | Should -Be 'F01', '0', "$(Test-Saft $file -Summary | ForEach-Object Documents)"
        $told[4] - $told[0] | Should -BeLessThan 256
    }

    It 'writes the findings before it says that the state cannot be kept' {
        $findings = @(Test-Saft $spoilt -StatePath (Join-Path $TestDrive 'no/such/state.json') -ErrorAction SilentlyContinue -ErrorVariable problems)
        $findings.Count | Should -BeGreaterThan 0
        $problems[0].Exception.Message | Should -BeLike '*state.json*could not be written*'
    }

    It 'says that a key file is missing' {
        $null = Test-Saft $file -PublicKey nokey.pem -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].Exception.Message | Should -BeLike 'The key file*nokey.pem*does not exist*'
    }

    It 'names the file in findings, summaries, records and QR codes' {
        (Test-Saft $spoilt)[0].Path | Should -Be $spoilt
        (Test-Saft $spoilt -Summary).Path | Should -Be $spoilt
        @(Import-Saft $file)[0].Path | Should -Be $file
        @(Get-SaftQrCode $file)[0].Path | Should -Be $file
        Test-Saft $spoilt | Out-String -Width 80 | Should -Match ([regex]::Escape("Path: $spoilt"))
    }
}

Describe 'Flat rows' {
    It 'has a row for each line, tax and payment' {
        $invoices = @(Import-Saft $file -Section Invoices)
        $lines = @(Import-Saft $file -Section Lines | Where-Object Table -eq SalesInvoices)
        $lines.Count | Should -Be (($invoices | ForEach-Object { $_.Lines.Count } | Measure-Object -Sum).Sum)
        ($lines | Measure-Object Amount -Sum).Sum | Should -Be (($invoices | ForEach-Object { ($_.Lines | Measure-Object Amount -Sum).Sum } | Measure-Object -Sum).Sum)
        $lines[0].PartyName | Should -Not -BeNullOrEmpty
        $taxes = @(Import-Saft $file -Section TaxLines | Where-Object Number -eq $invoices[0].Number)
        [Math]::Abs((($taxes | Measure-Object TaxAmount -Sum).Sum) - $invoices[0].TaxPayable) | Should -BeLessOrEqual 0.02
        @(Import-Saft $file -Section PaymentLines | Where-Object Table -eq Payments).Count | Should -BeGreaterThan 0
    }

    It 'goes into CSV as text that can be read' {
        foreach ($section in 'Lines', 'TaxLines', 'PaymentLines', 'All') {
            Import-Saft $file -Section $section | Group-Object { $_.GetType().Name } | ForEach-Object {
                ($_.Group | ConvertTo-Csv -NoTypeInformation) -join "`n" | Should -Not -Match 'System\.|Invoicing\.' -Because "$section $($_.Name)"
            }
        }
    }
}

Describe 'Measure-Saft' {
    It 'adds up to the totals of the table' {
        $table = Measure-Saft $file Table | Where-Object Table -eq SalesInvoices
        $vat = @(Measure-Saft $file | Where-Object State -eq Counted)
        ($vat | Measure-Object Base -Sum).Sum | Should -Be ($table.Credit - $table.Debit)
        [Math]::Abs($table.Credit - $table.DeclaredCredit) | Should -BeLessThan 0.01
        $table.Difference | Should -BeNullOrEmpty
        @(Measure-Saft $file -By Rate).Count | Should -BeLessOrEqual $vat.Count
        (Measure-Saft $file Receipt | Measure-Object Amount -Sum).Sum | Should -BeGreaterThan 0
        $customers = @(Measure-Saft $file Customer -Top 2)
        $customers.Count | Should -Be 2
        $customers[0].Net | Should -BeGreaterOrEqual $customers[1].Net
    }

    It 'says why declared totals differ' {
        $wrong = Join-Path $TestDrive declared.xml
        [IO.File]::WriteAllText($wrong, ([regex]'<TotalCredit>[^<]*<').Replace($text, '<TotalCredit>1.00<', 1), $latin)
        $table = Measure-Saft $wrong Table -WarningVariable told -WarningAction SilentlyContinue | Where-Object Table -eq SalesInvoices
        $table.Difference | Should -BeLike 'TotalCredit declares 1.00*'
        "$told" | Should -BeLike '*SalesInvoices*TotalCredit declares 1.00*'
    }

    It 'adds several files up on request' {
        $one = (Measure-Saft $file | Measure-Object Base -Sum).Sum
        $copy = Join-Path $TestDrive twice.xml
        Copy-Item $file $copy
        $both = @(Measure-Saft $file, $copy -Combine)
        ($both | Measure-Object Base -Sum).Sum | Should -Be (2 * $one)
        $both[0].Path | Should -BeNullOrEmpty
        $both | Out-String -Width 80 | Should -Match 'all files'
    }
}

Describe 'Compare-Saft' {
    It 'writes nothing for the same documents' { Compare-Saft $file $file | Should -BeNullOrEmpty }

    It 'finds changed, missing and added documents' {
        $changes = @(Compare-Saft $spoilt -ReferencePath $file)
        $changes.Count | Should -Be 1
        "$($changes[0].Change) $($changes[0].Property) $($changes[0].Difference)" | Should -Be 'Changed Gross 0.01'
        $other = Join-Path $TestDrive may.xml
        $null = Export-Saft 2026 5 -OutFile $other -PollIntervalSec 0.01
        $kinds = Compare-Saft $other -ReferencePath $file | ForEach-Object Change | Sort-Object -Unique
        $kinds | Should -Be 'Missing', 'Added'
    }

    It 'compares with the documents of a session' {
        $invoices = Get-Invoice -DateFrom 2026-03-01 -DateTo 2026-03-31
        Compare-Saft $file -ReferenceInvoice $invoices | Should -BeNullOrEmpty
        @(Compare-Saft $spoilt -ReferenceInvoice $invoices).Property | Should -Be 'Gross'
        @(Compare-Saft $file -ReferenceInvoice @($invoices | Select-Object -Skip 1)).Change | Should -Be 'Added'
    }

    It 'ends in an error on request, and refuses no reference and two' {
        { Compare-Saft $spoilt $file -ErrorOnDifference } | Should -Throw -ErrorId 'SaftDifference,*'
        { Compare-Saft $file } | Should -Throw -ErrorId 'InvalidInput,*'
    }
}

Describe 'Protect-Saft' {
    It 'replaces what tells who it is, and nothing else' {
        $copy = Join-Path $TestDrive protected.xml
        $bytes = [IO.File]::ReadAllBytes($file)
        (Protect-Saft $file $copy -WarningVariable told -WarningAction SilentlyContinue).FullName | Should -Be $copy
        "$told" | Should -BeLike '*no longer verify*'
        [IO.File]::ReadAllBytes($file) | Should -Be $bytes
        Test-Saft $copy | Should -BeNullOrEmpty
        (Test-Saft $copy -PublicKey $key -Summary).SignaturesVerified | Should -Be 0
        $secret = [IO.File]::ReadAllText($copy, $latin)
        foreach ($party in Import-Saft $file -Section Customers, Suppliers, Header) {
            foreach ($word in $party.CompanyName, $party.TaxId, $party.TaxRegistrationNumber | Where-Object { $_ -and $_ -ne '999999990' }) { $secret | Should -Not -Match ([regex]::Escape($word)) }
        }

        @(Compare-Saft $copy $file | ForEach-Object Property | Sort-Object -Unique) | Should -Be 'Customer', 'Hash'
        ((Measure-Saft $copy | Out-String) -replace 'Path.*') | Should -Be ((Measure-Saft $file | Out-String) -replace 'Path.*')
    }

    It 'keeps the faults, refuses the original and does nothing under -WhatIf' {
        $copy = Join-Path $TestDrive faults.xml
        Protect-Saft $spoilt $copy -WhatIf
        Test-Path $copy | Should -BeFalse
        $null = Protect-Saft $spoilt $copy -WarningAction SilentlyContinue
        @(Test-Saft $copy).RuleId | Should -Be @(Test-Saft $spoilt).RuleId
        { Protect-Saft $file $file -Force -ErrorAction Stop } | Should -Throw '*would replace the original*'
        { Protect-Saft $spoilt $copy -ErrorAction Stop } | Should -Throw '*there already*'
        { Protect-Saft $broken (Join-Path $TestDrive half.xml) -ErrorAction Stop } | Should -Throw '*ends too early*'
        @(Get-ChildItem $TestDrive -Filter 'half.xml*').Count | Should -Be 0
    }
}

Describe 'Submit-Saft' {
    BeforeAll {
        # A stand-in for Java and the authority's client: it notes what it gets, and plays the answer that lies beside it.
        $office = New-Item (Join-Path $TestDrive 'office') -ItemType Directory
        $standIn = @'
$here = Split-Path $PSCommandPath
$lines = @($args | ForEach-Object { "$_" })
if ($lines[0] -eq '-version') { [Console]::Error.WriteLine((Get-Content "$here/version.txt")); exit 0 }
Set-Content "$here/line.txt" $lines
if ($lines[0].StartsWith('@')) { $lines = @(Get-Content $lines[0].Substring(1) | ForEach-Object { $_.Trim('"').Replace('\\', '\').Replace('\"', '"') }) }
Set-Content "$here/arguments.txt" $lines
Set-Content "$here/asked.txt" ([Console]::In.ReadToEnd().Trim())
if (Test-Path "$here/sleep") { Start-Sleep 60 }
'The client of the tests, password ' + $lines[$lines.IndexOf('-p') + 1]
if (Test-Path "$here/answer.xml") { Copy-Item "$here/answer.xml" $lines[$lines.IndexOf('-o') + 1] }
exit 0
'@
        Set-Content (Join-Path $office standin.ps1) $standIn
        $words = @(Get-PowerShellHost | ForEach-Object { "`"$_`"" }) -join ' '
        if ($IsWindows -or $PSEdition -eq 'Desktop') {
            $java = Join-Path $office java.cmd
            Set-Content $java "@$words -NoProfile -File `"$office\standin.ps1`" %*"
        }
        else {
            $java = Join-Path $office java
            Set-Content $java "#!/bin/sh`nexec $words -NoProfile -File '$office/standin.ps1' `"`$@`""
            & chmod +x $java
        }

        $jar = Join-Path $office 'the client.jar'
        Set-Content $jar ''
        $company = (Import-Saft $file -Section Header).TaxRegistrationNumber
        $credential = [pscredential]::new("$company/1", (ConvertTo-SecureString 'pass "word\' -AsPlainText -Force))
        $common = @{ ClientPath = $jar; JavaPath = $java; Credential = $credential; Confirm = $false }
        function Set-Answer($Xml, $Version = 'openjdk version "17.0.1" 2021-10-19') {
            Set-Content (Join-Path $office version.txt) $Version
            if ($Xml) { Set-Content (Join-Path $office answer.xml) $Xml } else { Remove-Item (Join-Path $office answer.xml) -ErrorAction Ignore }
        }

        $good = '<?xml version="1.0" encoding="ISO-8859-1"?><response code="200"><totalFaturas>2</totalFaturas><totalCreditos>10.00</totalCreditos><totalDebitos>0</totalDebitos><warning>Aviso</warning><idFicheiro>123</idFicheiro><nomeFicheiro>a.xml</nomeFicheiro><createdDate>2026-04-02 15:17:54</createdDate></response>'
    }

    It 'sends the file with the month of its header and reads the answer' {
        Set-Answer $good
        $log = Join-Path $office delivery.log
        $answer = Submit-Saft $file @common -Test -LogPath $log
        $answer.Succeeded | Should -BeTrue
        "$($answer.Code) $($answer.FileId) $($answer.Invoices) $($answer.Message) $($answer.Year)-$($answer.Month) $($answer.IsTest)" | Should -Be '200 123 2 Aviso 2026-3 True'
        $answer.Sha256 | Should -Be (Get-FileHash $file).Hash.ToLowerInvariant()
        $got = Get-Content (Join-Path $office arguments.txt)
        $got[0..2] | Should -Be '-Xmx1024m', '-jar', $jar
        ($got[3..11] -join ' ') | Should -Be "-n $company/1 -p pass `"word\ -a 2026 -m 03 -op"
        $got | Should -Contain 'enviar'
        $got | Should -Contain '-t'
        $got | Should -Contain $file
        "$(Get-Content (Join-Path $office asked.txt))" | Should -Be 'n'
        $line = Get-Content $log | ConvertFrom-Json
        "$($line.Code) $($line.Sha256)" | Should -Be "200 $($answer.Sha256)"
        Get-Content $log -Raw | Should -Not -Match 'word'
    }

    It 'keeps the password out of the process list, or says that it cannot' {
        Set-Answer $good
        $answer = Submit-Saft $file @common -ValidateOnly -WarningVariable told -WarningAction SilentlyContinue
        Get-Content (Join-Path $office line.txt) -Raw | Should -Not -Match 'word'
        "$told" | Should -BeNullOrEmpty
        $answer.Output | Should -Not -Match 'word\\'
        $answer.Operation | Should -Be 'Validate'
        Get-Content (Join-Path $office arguments.txt) | Should -Contain 'validar'
        $temporary = (Get-Content (Join-Path $office line.txt)).Substring(1)
        Test-Path $temporary | Should -BeFalse
        Set-Answer $good 'java version "1.8.0_281"'
        $null = Submit-Saft $file @common -ValidateOnly -AcceptDifference -WarningVariable told -WarningAction SilentlyContinue
        "$told" | Should -BeLike '*process list*'
        "$(Get-Content (Join-Path $office asked.txt))" | Should -Be 's'
    }

    It 'does not trust the exit code: <Case>' -ForEach @(
        @{ Case = 'refused'; Xml = '<response code="-3"><errors><error>NIF diferente.</error></errors></response>'; Id = 'ValidationFailed'; Words = '*code -3: NIF diferente.*' }
        @{ Case = 'sent before'; Xml = '<response code="-5"><errors><error>Enviado.</error></errors></response>'; Id = 'Conflict'; Words = '*-5*' }
        @{ Case = 'no answer'; Xml = $null; Id = 'OutcomeUnknown'; Words = '*gave no answer*' }
    ) {
        Set-Answer $Xml
        $answer = Submit-Saft $file @common -ErrorAction SilentlyContinue -ErrorVariable problems
        $answer.ExitCode | Should -Be 0
        $answer.Succeeded | Should -BeFalse
        $problems[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $problems[0].Exception.Message | Should -BeLike $Words
    }

    It 'ends the pipeline where the login failed: further tries lock the account' {
        Set-Answer '<response code="-401"><errors><error>Login failed.</error></errors></response>'
        { $file, $file | Submit-Saft @common } | Should -Throw -ErrorId 'AuthenticationFailed,*'
    }

    It 'stops a client that does not end' {
        Set-Answer $good
        $null = New-Item (Join-Path $office sleep)
        try { { Submit-Saft $file @common -TimeoutSec 8 -ErrorAction Stop } | Should -Throw -ErrorId 'OperationTimeout,*' }
        finally { Remove-Item (Join-Path $office sleep) }
    }

    It 'does nothing under -WhatIf, and refuses a file of another company, and a missing client' {
        Remove-Item (Join-Path $office line.txt)
        $what = $common.Clone()
        $what.Remove('Confirm')
        Submit-Saft $file @what -WhatIf
        Test-Path (Join-Path $office line.txt) | Should -BeFalse
        $other = $common.Clone()
        $other.Credential = [pscredential]::new('509999980', $credential.Password)
        { Submit-Saft $file @other -ErrorAction Stop } | Should -Throw "*is of the company $company*"
        $other = $common.Clone()
        $other.ClientPath = Join-Path $office none.jar
        { Submit-Saft $file @other -ErrorAction Stop } | Should -Throw '*The client*does not exist*'
    }

    It 'delivers the month of all clients of an office in <_>, as the recipe does' -ForEach 'pt-PT', 'et-EE', 'es-ES', 'en-US' {
        Set-Answer $good
        $saft = Join-Path $office "saft-$_"
        $before = [cultureinfo]::CurrentCulture
        $mails = [Collections.ArrayList]::new()
        function global:Get-Secret { param($Name) if ($Name -like 'portal-*') { ConvertTo-SecureString 'portal' -AsPlainText -Force } else { ConvertTo-SecureString $server.ApiKey -AsPlainText -Force } }
        $PSDefaultParameterValues['Connect-InvoiceProvider:BaseUri'] = $server.BaseUri
        $PSDefaultParameterValues['Export-Saft:PollIntervalSec'] = 0.01
        try {
            [cultureinfo]::CurrentCulture = $_
            Set-Content (Join-Path $office clients.csv) "Account,TaxNumber", "$($server.Account),$company", "other,509999980"
            $recipe = Join-Path $PSScriptRoot '../../docs/recipes/monthly-saft.ps1'
            $run = { @(& $recipe -ClientList (Join-Path $office clients.csv) -Folder $saft -Month 2026-04-10 -ClientPath $jar -Submit @{ JavaPath = $java } -Mail { param($Subject, $Body) $null = $mails.Add("$Subject`n$Body") }) }
            $rows = & $run
            $LASTEXITCODE | Should -Be 2
            $rows.Count | Should -Be 2
            "$($rows[0].Errors) $($rows[0].Delivery)" | Should -Be '0 yes, file 123'
            $rows[0].Net | Should -BeGreaterThan 0
            $rows[1].Problem | Should -Not -BeNullOrEmpty
            $mails.Count | Should -Be 1
            $mails[0] | Should -BeLike 'SAF-T 2026-04: 2 clients, 1 to look at*'
            $log = @(Get-Content (Join-Path $saft monthly-saft.log))
            $log.Count | Should -Be 2
            $log[0] | Should -Match "^\d{4}-\d\d-\d\dT[\d:]{8} 2026-04 $([regex]::Escape($server.Account)): 0 errors, \d+ warnings, delivered: yes, file 123$"

            # The authority has the file of a second run already.
            Set-Content (Join-Path $office clients.csv) "Account,TaxNumber", "$($server.Account),$company"
            Set-Answer '<response code="-5"><errors><error>Enviado.</error></errors></response>'
            $again = & $run
            "$($again.Changes) $($again.Delivery)" | Should -Be '0 delivered before'
            $LASTEXITCODE | Should -Be 0
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
            $PSDefaultParameterValues.Remove('Connect-InvoiceProvider:BaseUri')
            $PSDefaultParameterValues.Remove('Export-Saft:PollIntervalSec')
            Remove-Item function:global:Get-Secret
        }
    }
}

Describe 'Export-Saft of a month without documents' {
    AfterEach { Disconnect-All }

    It 'says that the month must be declared' {
        $null = Connect-TestSandbox @{ PollsUntilReady = 0 }
        $null = Export-Saft 2020 1 -OutFile (Join-Path $TestDrive empty-month.xml) -PollIntervalSec 0.01 -ErrorAction SilentlyContinue -WarningVariable told -WarningAction SilentlyContinue
        "$told" | Should -BeLike '*must be declared at the e-Fatura portal*'
    }
}
