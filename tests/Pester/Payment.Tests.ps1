# A file of payments over a line that loses answers: each is entered once, or an error says which invoice to look at.
# By hand with more: $env:INVOICING_TEST_PAYMENTS = 1000. Other faults: $env:INVOICING_TEST_SEED (docs/testing.md).

BeforeDiscovery {
    # One line a provider: where the line is bad, which requests enter a payment, and the tax of the invoices.
    $providers = @(
        @{ Provider = 'InvoiceXpress'; Path = '/partial_payments', '/related_documents'; Enters = '*/partial_payments.json'; Tax = 'IVA23' }
        @{ Provider = 'SimplBooks'; Path = '/incomings/', '/get_bound_receipts'; Enters = '*/incomings/create'; Tax = '24' }
        @{ Provider = 'FACTURAgem'; Path = , '/payments'; Enters = '*/payments.json'; Tax = '21' }
        @{ Provider = 'SalenGo'; Path = , '/payment.svc/'; Enters = '*/payment.svc/create'; Tax = 'IVA' }
    )
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'
    $count = if ($env:INVOICING_TEST_PAYMENTS) { [int]$env:INVOICING_TEST_PAYMENTS } else { 100 }
    $seed = Get-TestSeed

    # Five payments of different amounts settle each invoice, so that it tells by its state whether all of them came.
    function New-PaymentFile {
        param($Tax)
        $client = Get-InvoiceClient | Select-Object -First 1
        $path = Join-Path $TestDrive 'payments.csv'
        1..($count / 5) | ForEach-Object {
            $invoice = New-Invoice -Client $client -Reference "PAY-$_" -Name SVC -UnitPrice 100 -Tax $Tax | Complete-Invoice
            if (-not $invoice.Total) { $invoice = Get-Invoice -Id $invoice.Id -Type Invoice }
            $parts = 10, 11, 12, 13, ($invoice.Total - 46)
            $parts | ForEach-Object { [pscustomobject]@{ Invoice = $invoice.Id; Amount = $_ } }
        } | Export-Csv $path -NoTypeInformation -Encoding utf8
        $path
    }

    # Requests that entered a payment, whether or not their answer came.
    function Get-Entered {
        param($Server, $Enters)
        @(Get-Request $Server $Enters POST | Where-Object { $_.Status -in 200, 201 -and $_.Fault -in $null, 'LostAnswer' })
    }

    # What a person does who follows the error's advice. FACTURAgem shows payments to nobody but those who look at its pages.
    function Test-Entered {
        param($Server, $Enters, $Row, $CanTell, $Before)
        if (-not $CanTell) { return (Get-Entered $Server $Enters).Count -gt $Before }
        for ($i = 0; $i -lt 5; $i++) {
            $there = @(Get-InvoicePayment -Invoice $Row.Invoice -ErrorAction SilentlyContinue -ErrorVariable unread)
            if (-not $unread) { return [decimal]$Row.Amount -in $there.Amount }
        }

        throw "The payments of $($Row.Invoice) cannot be read: $unread"
    }
}

AfterAll { Disconnect-All }

Describe 'Payments at <Provider> on a line that loses answers' -ForEach $providers {
    It 'enters every payment of a file once' {
        $server = Connect-TestSandbox @{ Provider = $Provider; Seed = $seed } @{ RetryIntervalSec = 0.05; RequestsPerDay = 0 }
        $canTell = (Get-InvoiceProvider $Provider).Command -contains 'Get-InvoicePayment'
        $rows = @(Import-Csv (New-PaymentFile $Tax))
        $server.ClearRequests()
        Set-Fault $server @($Path | ForEach-Object { "LostAnswer:0.1@$_", "Reset:0.05@$_", "ServerError:0.05@$_" })
        $doubts = 0
        foreach ($row in $rows) {
            $tries = 0
            do {
                $before = (Get-Entered $server $Enters).Count
                $problems = $null
                $null = Add-InvoicePayment -Id $row.Invoice -Amount $row.Amount -Type Invoice -ErrorAction SilentlyContinue -ErrorVariable problems
                $again = $false
                foreach ($problem in $problems) {
                    # Nothing was sent where the payments of before could not be read.
                    $problem.FullyQualifiedErrorId | Should -Match '^(OutcomeUnknown|ProviderUnavailable),'
                    $again = $true
                    if ($problem.FullyQualifiedErrorId -like 'OutcomeUnknown,*') {
                        $doubts++
                        "$problem" | Should -BeLike "*Invoice $($row.Invoice)*"
                        $problem.ErrorDetails.RecommendedAction | Should -Match "Invoice $($row.Invoice)\b|Resolve-InvoiceJournal -Id \w+"
                        $again = -not (Test-Entered $server $Enters $row $canTell $before)
                        if ($problem.ErrorDetails.RecommendedAction -match 'Resolve-InvoiceJournal -Id (\w+)') {
                            $null = Resolve-InvoiceJournal -Id $Matches[1] -Answer $(if ($again) { 'Absent' } else { 'Done' })
                        }
                    }
                }
            } while ($again -and ++$tries -lt 20)
        }

        $entered = Get-Entered $server $Enters
        Write-Host "    $($rows.Count) payments, seed ${seed}: $doubts in doubt; $(@($server.Requests).Count) requests"
        Set-Fault $server
        $entered.Count | Should -Be $rows.Count
        foreach ($group in $rows | Group-Object Invoice) {
            (Get-Invoice -Id $group.Name -Type Invoice).State | Should -Be 'Settled'
            if ($canTell) {
                $have = Get-InvoicePayment -Invoice $group.Name | ForEach-Object { '{0:0.00}' -f $_.Amount } | Sort-Object
                "$have" | Should -Be "$($group.Group | ForEach-Object { '{0:0.00}' -f [decimal]$_.Amount } | Sort-Object)"
            }
        }
    }
}
