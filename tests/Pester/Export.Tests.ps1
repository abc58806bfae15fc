BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'

    # Milliseconds from Stop, which is what Ctrl+C does, to the end of the pipeline.
    function Measure-Stop {
        param([string] $Script, [hashtable] $Variable, [scriptblock] $UnderWay)
        $shell = Start-Apart $Script $Variable
        try {
            Wait-Until $UnderWay
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $watch.ElapsedMilliseconds
        }
        finally {
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }
    }
}

AfterAll { Disconnect-All }

Describe 'Export-Saft' {
    BeforeEach {
        $server = Connect-TestSandbox @{ PollsUntilReady = 5 }
        $session = Get-InvoiceSession $server.Name
        $file = Join-Path $TestDrive "saft-$(New-Guid).xml"
    }

    AfterEach {
        Disconnect-All
        # Whatever happened: no part of a file is ever left.
        Get-ChildItem $TestDrive -Filter *.part* | Should -BeNullOrEmpty
    }

    It 'waits through five answers of 202, with progress, and has the file whole' {
        $there = Invoke-Apart 'Export-Saft -Year 2026 -Month 3 -Wait -OutFile $file -PollIntervalSec 0.15 -Session $session' @{ file = $file; session = $session }
        $there.Thrown | Should -BeNullOrEmpty
        $there.Error | Should -BeNullOrEmpty
        $there.Output.FullName | Should -Be $file
        $there.Output[0] | Should -BeOfType ([IO.FileInfo])
        (Get-Request $server '/api/export_saft.json' | ForEach-Object Status) | Should -Be 202, 202, 202, 202, 202, 200
        $there.Progress.Count | Should -BeGreaterThan 1
        $there.Progress[-1].RecordType | Should -Be 'Completed'
        @($there.Progress | Where-Object StatusDescription -match 'asked \d+ times').Count | Should -BeGreaterThan 0

        $saft = [xml]([IO.File]::ReadAllText($file, [Text.Encoding]::GetEncoding('iso-8859-1')))
        $saft.AuditFile.Header.StartDate | Should -Be '2026-03-01'
        [int]$saft.AuditFile.SourceDocuments.SalesInvoices.NumberOfEntries | Should -BeGreaterThan 0
        @($server.Requests)[-1].CarriedKey | Should -BeFalse -Because 'the link is fetched without the key'
    }

    It 'reports progress at most five times a second' {
        $there = Invoke-Apart 'Export-Saft 2026 3 -Wait -PollIntervalSec 0.1 -Session $session' @{ session = $session }
        $watch = [Diagnostics.Stopwatch]::StartNew()
        # 0.1 + 0.15 + 0.225 + 0.34 + 0.51 s are waited in all.
        @($there.Progress | Where-Object RecordType -eq Processing).Count | Should -BeLessOrEqual 8
    }

    It 'starts it without -Wait, and takes the operation back' {
        $operation = Export-Saft 2026 3
        $operation.IsReady | Should -BeFalse
        (Get-Request $server '*saft*').Count | Should -Be 1
        $operation = $operation | Export-Saft
        (Get-Request $server '*saft*').Count | Should -Be 2
        $saved = $operation | Export-Saft -Wait -PollIntervalSec 0.01 -OutFile $file
        $saved.Length | Should -Be (Get-Item $file).Length
        (Get-Request $server '*saft*' | Where-Object Status -in 200, 202).Count | Should -BeGreaterOrEqual 6
    }

    It 'gives a ready operation with -Wait alone' {
        $operation = Export-Saft 2026 3 -Wait -PollIntervalSec 0.01
        $operation.IsReady | Should -BeTrue
        ($operation | Export-Saft -OutFile $file).FullName | Should -Be $file
    }

    It 'is one error that can be resumed when the time is over' {
        Set-Fault $server NeverReady
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Export-Saft -Year 2026 -Month 3 -Wait -TimeoutSec 2 -PollIntervalSec 0.1 -OutFile $file -ErrorAction SilentlyContinue -ErrorVariable problems
        $watch.Elapsed.TotalSeconds | Should -BeGreaterThan 1.9
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 3
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -Be 'OperationTimeout,Invoicing.Commands.ExportSaftCommand'
        $problems[0].CategoryInfo.Category | Should -Be 'OperationTimeout'
        $problems[0].ErrorDetails.RecommendedAction | Should -Match 'TargetObject'
        $problems[0].Exception.Limit.TotalSeconds | Should -Be 2
        Test-Path $file | Should -BeFalse

        Set-Fault $server
        $problems[0].TargetObject | Export-Saft -Wait -PollIntervalSec 0.01 -OutFile $file | Should -Not -BeNullOrEmpty
        Test-Path $file | Should -BeTrue
    }

    It 'fails for its rows one by one' {
        $rows = [pscustomobject]@{ Year = 2026; Month = 3 }, [pscustomobject]@{ Year = 2019; Month = 1 }, [pscustomobject]@{ Year = 2026; Month = 4 }
        $done = @($rows | Export-Saft -Wait -PollIntervalSec 0.01 -ErrorAction SilentlyContinue -ErrorVariable problems)
        $done.Count | Should -Be 2
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
    }

    It 'reports a generation that fails at the provider' {
        Set-Fault $server FailingGeneration
        Export-Saft 2026 3 -Wait -PollIntervalSec 0.01 -OutFile $file -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'OperationFailed,*'
        Test-Path $file | Should -BeFalse
    }

    It 'leaves nothing behind after a download that is <Fault>' -ForEach @(
        @{ Fault = 'CutOff'; Id = 'ProviderUnavailable' }
        @{ Fault = 'Html'; Id = '*' }
        @{ Fault = 'Reset'; Id = 'ProviderUnavailable' }
        @{ Fault = 'Empty'; Id = 'UnexpectedAnswer' }
        @{ Fault = 'BadJson'; Id = 'UnexpectedAnswer' }
    ) {
        $operation = Export-Saft 2026 3 -Wait -PollIntervalSec 0.01
        Set-Fault $server $Fault
        $operation | Export-Saft -OutFile $file -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        Test-Path $file | Should -BeFalse
        Get-ChildItem $TestDrive -Filter "$(Split-Path $file -Leaf)*" | Should -BeNullOrEmpty
    }

    It 'keeps the old file when a download with -Force fails, and replaces it when it does not' {
        Set-Content $file old
        $operation = Export-Saft 2026 3 -Wait -PollIntervalSec 0.01
        Set-Fault $server CutOff
        $operation | Export-Saft -OutFile $file -Force -ErrorAction SilentlyContinue
        Get-Content $file | Should -Be 'old'
        Set-Fault $server
        $operation | Export-Saft -OutFile $file -Force
        (Get-Item $file).Length | Should -BeGreaterThan 1000
    }

    It 'goes on after a download that breaks off once' {
        $operation = Export-Saft 2026 3 -Wait -PollIntervalSec 0.01
        Set-Fault $server 'CutOff#1'
        $operation | Export-Saft -OutFile $file
        ([xml](Get-Content $file -Raw)).AuditFile | Should -Not -BeNullOrEmpty
    }

    It 'refuses a file that is there before anything is asked' {
        Set-Content $file old
        $server.ClearRequests()
        Export-Saft 2026 3 -OutFile $file -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'FileFailed,*'
        $problems[0].ErrorDetails.RecommendedAction | Should -Match '-Force'
        $server.Requests.Count | Should -Be 0
        Get-Content $file | Should -Be 'old'
    }

    It 'refuses a folder that is not there before anything is asked' {
        $server.ClearRequests()
        Export-Saft 2026 3 -OutFile (Join-Path $TestDrive 'no/such/folder/f.xml') -PollIntervalSec 0.01 -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'FileFailed,*'
        $server.Requests.Count | Should -Be 0
    }

    It 'refuses a drive that is not there' {
        Export-Saft 2026 3 -OutFile nowhere:/f.xml -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'FileFailed,*'
    }

    It 'names the file itself in a folder, relative to the place of the shell' {
        Push-Location $TestDrive
        try {
            (Export-Saft 2026 4 -OutFile . -PollIntervalSec 0.01).Name | Should -Be 'saf-t-2026-04.xml'
            (Export-Saft 2026 4 -OutFile here.xml -PollIntervalSec 0.01).DirectoryName | Should -Be (Get-Item $TestDrive).FullName
        }
        finally {
            Pop-Location
        }
    }

    It 'refuses a month that there is not' {
        { Export-Saft 2026 13 } | Should -Throw '*Month*13*' -ErrorId 'InvalidInput,*'
    }
}

Describe 'A file that cannot be written' {
    BeforeDiscovery {
        $onLinux = $PSVersionTable.PSVersion.Major -ge 6 -and $IsLinux
        $places = @(
            @{ Place = 'under a file'; Path = { Set-Content "$folder/file" old; "$folder/file/saft.xml" } }
            @{ Place = 'a directory'; Path = { (New-Item "$folder/saft.xml" -ItemType Directory).FullName + '/.' }; Saves = $true }
            @{ Place = 'with a character that no system takes'; Path = { "$folder/a$([char]0)b.xml" } }
            @{ Place = 'with a name that is too long'; Path = { "$folder/$('x' * 300).xml" } }
            @{ Place = 'an empty name'; Path = { ' ' } }
            if ($onLinux) { @{ Place = 'where nobody may write'; Path = { '/proc/saft.xml' } } }
            if ($onLinux) { @{ Place = 'a device'; Path = { '/dev/full' } } }
        )
    }

    BeforeEach {
        $server = Connect-TestSandbox @{ PollsUntilReady = 0 }
        $folder = (New-Item (Join-Path $TestDrive (New-Guid)) -ItemType Directory).FullName
    }

    AfterEach { Disconnect-All }

    It 'is a clear error and leaves nothing: <Place>' -ForEach $places {
        $out = & $Path
        $before = @(Get-ChildItem $folder -Recurse -File).FullName
        $saved = Export-Saft 2026 3 -OutFile $out -ErrorAction SilentlyContinue -ErrorVariable problems
        if ($_.ContainsKey('Saves')) {
            $problems | Should -BeNullOrEmpty
            $saved.Name | Should -Be 'saf-t-2026-03.xml'
            return
        }

        $saved | Should -BeNullOrEmpty
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'FileFailed,*'
        "$($problems[0])" | Should -Not -BeNullOrEmpty
        @(Get-ChildItem $folder -Recurse -File).FullName | Should -Be $before
    }

    It 'is a clear error and leaves nothing: a full disk' {
        $disk = (New-Item "$folder/disk" -ItemType Directory).FullName
        if (Get-Command mount -CommandType Application -ErrorAction Ignore) { & mount -t tmpfs -o size=4k none $disk 2> $null }
        if (-not (Select-String -Path /proc/mounts -SimpleMatch $disk -Quiet -ErrorAction Ignore)) {
            Set-ItResult -Skipped -Because 'a small disk cannot be had here'
            return
        }

        try {
            foreach ($force in $false, $true) {
                if ($force) { Set-Content "$disk/saft.xml" old }
                Export-Saft 2026 3 -OutFile "$disk/saft.xml" -Force:$force -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
                $problems.Count | Should -Be 1
                $problems[0].FullyQualifiedErrorId | Should -BeLike 'FileFailed,*'
                @(Get-ChildItem $disk -Force).Count | Should -Be ([int]$force)
            }

            Get-Content "$disk/saft.xml" | Should -Be 'old'
            @($server.Requests).Count | Should -Be 4 -Because 'a full disk is no broken connection'
        }
        finally {
            & umount $disk
        }
    }
}

Describe 'Export-InvoicePdf' {
    BeforeAll {
        $server = Connect-TestSandbox @{ PollsUntilReady = 2 }
        $session = Get-InvoiceSession $server.Name
        $invoices = @(Get-Invoice -State Final -Type Invoice | Select-Object -First 4)
        function Get-Head { param($Path) -join [char[]]([IO.File]::ReadAllBytes($Path)[0..4]) }
    }

    AfterAll { Disconnect-All }

    It 'saves a document by <Way>' -ForEach @(
        @{ Way = 'object'; Save = { $invoices[0] | Export-InvoicePdf -OutFile $file -PollIntervalSec 0.01 } }
        @{ Way = 'id'; Save = { Export-InvoicePdf $invoices[0].Id -OutFile $file -PollIntervalSec 0.01 } }
        @{ Way = 'number'; Save = { Export-InvoicePdf "FT $($invoices[0].Number)" -OutFile $file -PollIntervalSec 0.01 -SecondCopy } }
    ) {
        $file = Join-Path $TestDrive "$(New-Guid).pdf"
        (& $Save).FullName | Should -Be $file
        Get-Head $file | Should -Be '%PDF-'
    }

    It 'saves many into a folder, each by its name' {
        $folder = New-Item (Join-Path $TestDrive many) -ItemType Directory
        $files = @($invoices[0..2] | Export-InvoicePdf -OutFile $folder.FullName -PollIntervalSec 0.01)
        $files.Count | Should -Be 3
        $files | ForEach-Object { Get-Head $_.FullName | Should -Be '%PDF-' }
        @(Get-ChildItem $folder).Count | Should -Be 3
    }

    It 'reports one that is not there and goes on' {
        $folder = New-Item (Join-Path $TestDrive some) -ItemType Directory
        $files = @(Export-InvoicePdf $invoices[0].Id, 999999999, $invoices[1].Id -OutFile $folder.FullName -PollIntervalSec 0.01 -ErrorAction SilentlyContinue -ErrorVariable problems)
        $files.Count | Should -Be 2
        $problems.Count | Should -Be 1
        $problems[0].TargetObject | Should -Be 999999999
    }

    It 'resumes an operation' {
        Set-Fault $server NeverReady
        $invoices[3] | Export-InvoicePdf -Wait -TimeoutSec 1 -PollIntervalSec 0.05 -ErrorAction SilentlyContinue -ErrorVariable problems
        Set-Fault $server
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'OperationTimeout,*'
        $file = Join-Path $TestDrive resumed.pdf
        # As the error advises: its TargetObject is piped to the same command.
        $problems[0].TargetObject | Export-InvoicePdf -Wait -OutFile $file -PollIntervalSec 0.01 | Should -Not -BeNullOrEmpty
        Get-Head $file | Should -Be '%PDF-'
    }
}

Describe 'Ctrl+C' {
    BeforeAll { $server = Connect-TestSandbox @{ PollsUntilReady = -1 } @{ MaximumRetryCount = 4; RetryIntervalSec = 60 } }
    BeforeEach {
        Set-Fault $server
        $session = Get-InvoiceSession $server.Name
        $ready = $null
        $server.ClearRequests()
    }

    AfterAll { Disconnect-All }

    It 'ends at once <Name>' -ForEach @(
        @{ Name = 'the wait for a SAF-T file'; Script = 'Export-Saft 2026 3 -Wait -PollIntervalSec 300 -Session $session' }
        @{ Name = 'a listing that stalls'; Script = 'Get-InvoiceClient -Session $session'; Fault = 'Stall' }
        @{ Name = 'a listing that drips'; Script = 'Get-InvoiceClient -Session $session'; Fault = 'Slow' }
        @{ Name = 'the wait before a repetition'; Script = 'Get-InvoiceClient -Session $session'; Fault = 'ServerError' }
        @{ Name = 'a create whose answer stalls'; Script = 'New-InvoiceClient -Name Slow -Session $session'; Fault = 'Stall' }
        @{ Name = 'an e-mail that stalls'; Script = 'Send-Invoice 1 -Type Invoice -To a@example.com -Session $session'; Fault = 'Stall' }
        @{ Name = 'a test of the session'; Script = 'Test-InvoiceSession $session'; Fault = 'Stall' }
        @{ Name = 'connecting'; Script = 'Connect-InvoiceProvider InvoiceXpress x $key -BaseUri $address'; Fault = 'Stall' }
    ) {
        if ($_.ContainsKey('Fault')) { Set-Fault $server $Fault }
        $variables = @{ session = $session; key = $server.ApiKey; address = $server.BaseUri }
        Measure-Stop $Script $variables { $server.Requests.Count -gt 0 } | Should -BeLessThan 500
    }

    It 'ends at once a download, and leaves nothing' {
        $other = Connect-TestSandbox @{ PollsUntilReady = 0 }
        $operation = Export-Saft 2026 3 -Wait -Session $other.Name
        Set-Fault $other Stall
        $file = Join-Path $TestDrive stopped.xml
        $other.ClearRequests()
        Measure-Stop '$operation | Export-Saft -OutFile $file' @{ operation = $operation; file = $file } { $other.Requests.Count -gt 0 } | Should -BeLessThan 500
        Wait-Until { @(Get-ChildItem $TestDrive -Filter 'stopped.xml*').Count -eq 0 } 5
    }

    It 'ends at once the wait for the limit of the account' {
        $limited = Start-InvoiceSandbox
        $full = $limited | Connect-InvoiceProvider -RequestsPerMinute 1 -SkipTest -TimeoutSec 300 -Name limited
        $null = Get-InvoiceClient -Session $full | Select-Object -First 1
        $shell = Start-Apart 'Get-InvoiceClient -Session $session -Verbose' @{ session = $full }
        Wait-Until { $shell.Streams.Verbose.Count -gt 0 }
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()
        $watch.ElapsedMilliseconds | Should -BeLessThan 500
        $shell.Streams.Progress.Count | Should -BeGreaterThan 0
        $shell.Runspace.Dispose()
    }

    It 'leaves no lock, thread or file behind when the wait for the limit ends' {
        $state = (New-Item "$TestDrive/state" -ItemType Directory).FullName
        $full = Start-InvoiceSandbox | Connect-InvoiceProvider -RequestsPerMinute 1 -SkipTest -TimeoutSec 300 -Name shared -StatePath $state
        $null = Get-InvoiceClient -Session $full | Select-Object -First 1
        foreach ($i in 1..8) {
            $shell = Start-Apart 'Get-InvoiceClient -Session $session -Verbose' @{ session = $full }
            Wait-Until { $shell.Streams.Verbose.Count -gt 0 }
            $shell.Stop()
            $shell.Runspace.Dispose()
            $shell.Dispose()
            if ($i -eq 2) { $threads = (Get-Process -Id $PID).Threads.Count }
        }

        # The pool comes and goes by a few; a thread for each would be six more.
        (Get-Process -Id $PID).Threads.Count - $threads | Should -BeLessThan 6
        $file = @(Get-ChildItem "$state/limits" -Force)
        $file.Count | Should -Be 1
        [IO.File]::Open($file[0].FullName, 'Open', 'ReadWrite', 'None').Dispose()
        (Get-InvoiceSession shared).Limit[0].Used | Should -Be 1
    }

    It 'ends a script that waits, in a real shell, in under half a second' -Skip:($env:OS -eq 'Windows_NT') {
        $mark = Join-Path $TestDrive ended.txt
        $script = Join-Path $TestDrive wait.ps1
        @"
Import-Module '$manifest'
`$null = Connect-InvoiceProvider InvoiceXpress x '$($server.ApiKey)' -BaseUri '$($server.BaseUri)' -AsSandbox -SkipTest
try { Export-Saft -Year 2026 -Month 3 -Wait -OutFile '$TestDrive/never.xml' }
finally { [IO.File]::WriteAllText('$mark', [DateTime]::UtcNow.Ticks) }
"@ | Set-Content $script
        # Not by Start-Process of a shell in the background: that one would have its children ignore the signal.
        $start = New-PowerShellStart "-File `"$script`""

        # Whoever runs the tests in the background has them ignore the signal, and their children, too: env can undo that.
        & env --default-signal=INT true 2>$null
        if ($LASTEXITCODE -eq 0) {
            $start.Arguments = "--default-signal=INT `"$($start.FileName)`" $($start.Arguments)"
            $start.FileName = 'env'
        }

        $start.RedirectStandardOutput = $true
        $start.RedirectStandardError = $true
        $child = [Diagnostics.Process]::Start($start)
        try {
            Wait-Until { (Get-Request $server '*saft*').Count -gt 0 } 30
            Start-Sleep -Milliseconds 300
            $at = [DateTime]::UtcNow.Ticks
            & /bin/kill -INT $child.Id
            Wait-Until { (Test-Path $mark) -and (Get-Content $mark) } 10
            ([long](Get-Content $mark) - $at) / [TimeSpan]::TicksPerMillisecond | Should -BeLessThan 500
            $child.WaitForExit(10000) | Should -BeTrue
            Test-Path "$TestDrive/never.xml*" | Should -BeFalse
        }
        finally {
            if (-not $child.HasExited) { $child.Kill() }
        }
    }
}

Describe 'Many at once' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
    AfterAll { Disconnect-All }

    It 'makes each document once from sixteen runspaces over one session, on a bad line' {
        $server = Connect-TestSandbox @{ Fault = 'LostAnswer:0.1@/invoices.json', 'Reset:0.05@/invoices.json' } @{ RetryIntervalSec = 0.05; MaximumRetryCount = 8 }
        $session = Get-InvoiceSession $server.Name
        $made = @(1..96 | ForEach-Object -Parallel {
                Import-Module $using:manifest
                New-Invoice -ClientCode C0001 -Reference "P-$_" -Name SVC -Quantity 2 -UnitPrice $_ -Tax IVA23 -SkipExisting -Session $using:session
            } -ThrottleLimit 16 -ErrorVariable problems)
        $problems | Should -BeNullOrEmpty
        $made.Count | Should -Be 96
        Set-Fault $server
        $there = @(Get-Invoice -Session $session -State Draft | Where-Object Reference -like 'P-*')
        $there.Count | Should -Be 96
        @($there.Reference | Sort-Object -Unique).Count | Should -Be 96
        foreach ($document in $there) { $document.NetTotal | Should -Be (2 * [decimal]$document.Reference.Substring(2)) }
    }

    It 'keeps several sessions apart' {
        $servers = 1..4 | ForEach-Object { Connect-TestSandbox }
        $sessions = $servers | ForEach-Object { Get-InvoiceSession $_.Name }
        $sessions | ForEach-Object -Parallel {
            Import-Module $using:manifest
            $session = $_
            1..10 | ForEach-Object { $null = New-InvoiceClient -Name "$($session.Name) $_" -Session $session }
        } -ThrottleLimit 4
        foreach ($server in $servers) {
            @(Get-InvoiceClient -Session $server.Name | Where-Object Name -match '^InvoiceXpress-\d+ \d+$' | ForEach-Object { ($_.Name -split ' ')[0] } | Sort-Object -Unique) |
                Should -Be $server.Name
        }
    }
}
