# The provider's tables of changes (docs/facts/invoicexpress.md#states, #estimate-states, #guide-states) walked through from PowerShell:
# every type of document, every state that it can come into, every change. What the table has leads where it says; everything else is one
# error and changes nothing.

BeforeDiscovery {
    $invoice = @(
        'Draft Finalized Final', 'Draft Deleted Deleted', 'Final Settled Settled', 'Final Canceled Canceled'
    )
    $receipt = 'Draft Finalized Settled', 'Draft Deleted Deleted', 'Settled Canceled Canceled'
    $note = $invoice + 'Settled Unsettled Final'
    $estimate = @(
        'Draft Finalized Final', 'Draft Deleted Deleted', 'Final Accepted Accepted', 'Final Refused Refused', 'Final Canceled Canceled'
        'Accepted Refused Refused', 'Refused Accepted Accepted', 'Accepted Canceled Canceled', 'Refused Canceled Canceled'
    )
    $guide = 'Draft Finalized Final', 'Draft Deleted Deleted', 'Final Canceled Canceled'
    $tables = [ordered]@{
        Invoice = $invoice; SimplifiedInvoice = $invoice; InvoiceReceipt = $receipt; CreditNote = $note; DebitNote = $note
        VatMossInvoice = $invoice; VatMossCreditNote = $invoice; VatMossReceipt = $invoice
        Quote = $estimate; Proforma = $estimate; FeesNote = $estimate
        Shipping = $guide; Transport = $guide; Devolution = $guide
    }

    # The states that a draft can come into, each with one way there.
    $cases = foreach ($type in $tables.Keys) {
        $ways = [ordered]@{ Draft = @() }
        $queue = [Collections.Generic.Queue[string]]::new([string[]]@('Draft'))
        while ($queue.Count -gt 0) {
            $from = $queue.Dequeue()
            foreach ($row in $tables[$type]) {
                $start, $change, $end = -split $row
                if ($start -eq $from -and -not $ways.Contains($end)) {
                    $ways[$end] = @($ways[$from]) + $change
                    $queue.Enqueue($end)
                }
            }
        }

        foreach ($state in @($ways.Keys)) { @{ Type = $type; State = $state; Way = @($ways[$state]); Table = $tables[$type] } }
    }
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'
    $server = Connect-TestSandbox @{ InvoiceCount = 0 }
    $place = @{ Street = 'Rua do Forno 3'; City = 'Braga'; PostalCode = '4700-000'; Country = 'PT' }

    function Move-Document($Document, [string] $Change) {
        $with = @{ State = $Change; ErrorAction = 'SilentlyContinue' }
        if ($Change -eq 'Canceled') { $with.Reason = 'a mistake' }
        $Document | Set-InvoiceState @with -ErrorVariable problems
        $script:problems = $problems
    }

    function New-Document([string] $Type, [string[]] $Way) {
        $with = @{ Type = $Type; ClientCode = 'C0001'; Line = @{ Name = 'SVC'; UnitPrice = 10; Tax = 'IVA23' } }
        if ($Type -in 'Shipping', 'Transport', 'Devolution') {
            $with += @{ LoadedAt = (Get-Date).AddDays(2); AddressFrom = $place; AddressTo = $place }
        }

        $document = New-Invoice @with
        foreach ($change in $Way) { $document = Move-Document $document $change }
        $document
    }

    # All that the provider says of it.
    # The tax authority's code of a guide comes by itself, some time after it was issued.
    function Read-Document($Document) { Get-Invoice -Id $Document.Id -Type $Document.Type | Select-Object * -ExcludeProperty TransportCode | ConvertTo-Json -Depth 6 }
}

AfterAll { Disconnect-All }

Describe 'Set-InvoiceState' {
    It 'leads every <Type> that is <State> where the table says, and nowhere else' -ForEach $cases {
        $document = New-Document $Type $Way
        $document.State | Should -Be $State
        $before = Read-Document $document
        foreach ($change in [enum]::GetNames([Invoicing.InvoiceTransition])) {
            $row = $Table | Where-Object { $_ -like "$State $change *" }
            if ($row) {
                $moved = Move-Document (New-Document $Type $Way) $change
                $problems.Count | Should -Be 0 -Because "$change is legal: $problems"
                $moved.State | Should -Be (-split $row)[2] -Because $change
                (Get-Invoice -Id $moved.Id -Type $Type).State | Should -Be $moved.State -Because $change
            }
            else {
                Move-Document $document $change | Should -BeNullOrEmpty -Because $change
                $problems.Count | Should -Be 1 -Because "$change is not legal"
                $problems[0].FullyQualifiedErrorId | Should -Match '^(InvalidInput|ValidationFailed),' -Because $change
                Read-Document $document | Should -Be $before -Because $change
            }
        }
    }

    It 'leads a receipt into its cancellation alone' {
        $invoice = New-Document Invoice Finalized
        $receipt = $invoice | Add-InvoicePayment -Amount 1
        $document = Get-Invoice -Id $receipt.Id -Type Receipt
        $before = Read-Document $document
        foreach ($change in [enum]::GetNames([Invoicing.InvoiceTransition]) | Where-Object { $_ -ne 'Canceled' }) {
            Move-Document $document $change | Should -BeNullOrEmpty -Because $change
            $problems.Count | Should -Be 1 -Because $change
            Read-Document $document | Should -Be $before -Because $change
        }

        (Move-Document $document Canceled).State | Should -Be 'Canceled'
    }

    It 'keeps a <Type> that is cancelled without a reason' -ForEach @{ Type = 'Invoice' }, @{ Type = 'Quote' }, @{ Type = 'Transport' } {
        $document = New-Document $Type Finalized
        $before = Read-Document $document
        $document | Set-InvoiceState -State Canceled -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        Read-Document $document | Should -Be $before
    }
}
