# Errors are what scripts branch on: their ids, categories and targets do not change. docs/errors.md shows them to users.

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'
    $connect = @{ MaximumRetryCount = 1; TimeoutSec = 1 }
    $server = Connect-TestSandbox @{} $connect
    $session = Get-InvoiceSession $server.Name
    $client = Get-InvoiceClient -Code C0001
    $issued = New-TestInvoice ERR | Complete-Invoice
}

AfterAll { Disconnect-All }

Describe 'Errors' {
    BeforeEach { $server.ClearRequests() }
    AfterEach { Set-Fault $server }

    It '<Kind> by <Way>' -ForEach @(
        @{ Kind = 'InvalidInput'; Category = 'InvalidArgument'; Way = 'input'; Do = { New-InvoiceClient -Name x -CopyCount 9 } }
        @{ Kind = 'NotSupported'; Category = 'NotImplemented'; Way = 'what the provider has not'; Do = { New-Invoice -Type CashInvoice -ClientCode C0001 -Name SVC -UnitPrice 1 -Tax IVA23 }; Ends = $true }
        @{ Kind = 'AuthenticationFailed'; Category = 'AuthenticationError'; Way = 'a wrong key'; Do = { try { Connect-InvoiceProvider InvoiceXpress x wrong -BaseUri $server.BaseUri } finally { Restore-TestSession $server $connect } }; Ends = $true }
        @{ Kind = 'NotFound'; Category = 'ObjectNotFound'; Way = 'an unknown id'; Do = { Get-Invoice -Id 123456 -Type Invoice } }
        @{ Kind = 'NotFound'; Category = 'ObjectNotFound'; Way = 'an unknown client'; Do = { Get-InvoiceClient nobody } }
        @{ Kind = 'ValidationFailed'; Category = 'InvalidData'; Way = 'the provider'; Do = { New-InvoiceClient -Name 'Padaria Central' } }
        @{ Kind = 'Conflict'; Category = 'ResourceBusy'; Way = 'nothing to pay'; Do = { $issued | Add-InvoicePayment -Amount ($issued.Total) | Out-Null; $issued | Get-Invoice | Add-InvoicePayment } }
        @{ Kind = 'RateLimitExceeded'; Category = 'LimitsExceeded'; Way = '429'; Fault = 'TooManyRequests'; Do = { Get-InvoiceClient } }
        @{ Kind = 'RateLimitExceeded'; Category = 'LimitsExceeded'; Way = '429 to a create'; Fault = 'TooManyRequests'; Do = { New-InvoiceClient -Name Limited } }
        @{ Kind = 'ProviderUnavailable'; Category = 'ConnectionError'; Way = '5xx'; Fault = 'ServerError'; Do = { Get-InvoiceClient } }
        @{ Kind = 'ProviderUnavailable'; Category = 'ConnectionError'; Way = 'a reset'; Fault = 'Reset'; Do = { Get-InvoiceClient } }
        @{ Kind = 'ProviderUnavailable'; Category = 'ConnectionError'; Way = 'a body that is cut off'; Fault = 'CutOff'; Do = { Get-InvoiceClient } }
        @{ Kind = 'UnexpectedAnswer'; Category = 'ProtocolError'; Way = 'JSON of another shape'; Fault = 'WrongJson'; Do = { Get-InvoiceClient } }
        @{ Kind = 'UnexpectedAnswer'; Category = 'ProtocolError'; Way = 'broken JSON'; Fault = 'BadJson'; Do = { Get-InvoiceClient } }
        @{ Kind = 'UnexpectedAnswer'; Category = 'ProtocolError'; Way = 'a page for people'; Fault = 'Html'; Do = { Get-InvoiceClient } }
        @{ Kind = 'UnexpectedAnswer'; Category = 'ProtocolError'; Way = 'an empty answer'; Fault = 'Empty'; Do = { Get-InvoiceClient } }
        @{ Kind = 'RequestTimeout'; Category = 'OperationTimeout'; Way = 'a body that stalls'; Fault = 'Stall'; Do = { Get-InvoiceClient } }
        @{ Kind = 'OperationTimeout'; Category = 'OperationTimeout'; Way = 'a file that is never ready'; Fault = 'NeverReady'; Do = { Export-Saft 2026 3 -Wait -TimeoutSec 1 -PollIntervalSec 0.05 } }
        @{ Kind = 'OperationFailed'; Category = 'InvalidResult'; Way = 'a file that cannot be made'; Fault = 'FailingGeneration'; Do = { Export-Saft 2026 5 -Wait -PollIntervalSec 0.01 } }
        @{ Kind = 'OutcomeUnknown'; Category = 'InvalidResult'; Way = 'a lost answer to an e-mail'; Fault = 'LostAnswer'; Do = { $issued | Send-Invoice } }
        @{ Kind = 'OutcomeUnknown'; Category = 'InvalidResult'; Way = 'lost answers to a create and its look-up'; Fault = 'LostAnswer'; Do = { New-InvoiceClient -Name 'In doubt' } }
        @{ Kind = 'FileFailed'; Category = 'WriteError'; Way = 'a folder in the way'; Do = { Export-Saft 2026 3 -OutFile (Join-Path $TestDrive nothing/f.xml) } }
    ) {
        $case = $_
        if ($case['Fault']) { Set-Fault $server $Fault }
        $ended = $false
        $ErrorActionPreference = 'SilentlyContinue'
        $Error.Clear()
        try { $null = & $Do } catch { $ended = $true }
        $problems = @($Error)
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike "$Kind,Invoicing.Commands.*Command"
        $problems[0].CategoryInfo.Category | Should -Be $Category
        $problems[0].Exception.Kind | Should -Be $Kind
        $problems[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $problems[0].CategoryInfo.Activity | Should -Match '^\w+-\w+$'
        $ended | Should -Be ([bool]$case['Ends'])
        # An advice must be true: nothing that may have been done is called not done.
        if ($Kind -eq 'OutcomeUnknown') { $problems[0].ErrorDetails.RecommendedAction | Should -Match 'look' }
    }

    It 'ends a pipeline that has no hope with one error' {
        $lost = $server | Connect-InvoiceProvider -Name lost -SkipTest
        $rows = 1..5 | ForEach-Object { [pscustomobject]@{ Name = "Hopeless $_" } }
        $lost | Disconnect-InvoiceProvider
        Restore-TestSession $server $connect
        $server.ClearRequests()
        $Error.Clear()
        try { $rows | New-InvoiceClient -Session $lost } catch { $null = $_ }
        @($Error).Count | Should -Be 1
        $Error[0].FullyQualifiedErrorId | Should -BeLike 'NotConnected,*'
        $server.Requests.Count | Should -Be 0
    }

    It 'tells the provider''s words, its status and the request' {
        New-InvoiceClient -Name 'Padaria Central' -ErrorAction SilentlyContinue -ErrorVariable problems
        $fault = $problems[0].Exception
        $fault.Provider | Should -Be 'InvoiceXpress'
        [int]$fault.StatusCode | Should -Be 422
        $fault.Request | Should -Be 'POST /clients.json'
        $fault.FieldErrors.Count | Should -BeGreaterThan 0
        $fault.Message | Should -Match ([regex]::Escape($fault.FieldErrors[0].Message))
    }

    It 'does not send a create again that may have been done' {
        Set-Fault $server 'LostAnswer@email-document'
        $issued | Send-Invoice -ErrorAction SilentlyContinue
        (Get-Request $server '*email-document*').Count | Should -Be 1
    }

    It 'repeats what is safe: <_>' -ForEach 'TooManyRequests#1', 'ServerError#1', 'Reset#1', 'CutOff#1', 'LostAnswer#1' {
        Set-Fault $server $_
        @(Get-InvoiceClient -ErrorAction Stop).Count | Should -BeGreaterThan 5
        (Get-Request $server '/clients.json').Count | Should -Be 2
    }

    It 'waits as long as the provider asks: <_>' -ForEach 'RetryAfter#1', 'RetryAfterDate#1' {
        Set-Fault $server $_
        $watch = [Diagnostics.Stopwatch]::StartNew()
        @(Get-InvoiceClient -ErrorAction Stop).Count | Should -BeGreaterThan 5
        # An HTTP date has whole seconds: one second ahead may be as little as no time at all.
        if ($_ -like 'RetryAfter#*') { $watch.Elapsed.TotalSeconds | Should -BeGreaterThan 0.95 }
    }

    It 'sends nothing when the limit cannot be met in time' {
        $limited = Start-InvoiceSandbox
        $null = $limited | Connect-InvoiceProvider -Name limited -RequestsPerMinute 1 -TimeoutSec 2
        $limited.ClearRequests()
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Get-InvoiceClient -Session limited -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'RateLimitExceeded,*'
        $limited.Requests.Count | Should -Be 0
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 1
        Disconnect-InvoiceProvider limited
        Restore-TestSession $server $connect
    }
}

Describe 'The table of errors' {
    It 'names every kind in the documentation' {
        $table = Join-Path $PSScriptRoot '../../docs/errors.md'
        foreach ($kind in [enum]::GetNames([Invoicing.ErrorKind])) {
            Get-Content $table -Raw | Should -Match "\b$kind\b"
        }
    }
}
