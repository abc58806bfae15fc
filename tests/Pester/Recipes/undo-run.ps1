@{
    Provider = (Get-InvoiceProvider).Name
    Arrange  = {
        $client = Get-InvoiceClient | Select-Object -First 1
        $before = [datetime]::Now
        $null = 'RUN-1', 'RUN-2' | ForEach-Object { New-Invoice -Client $client -Name Tea -Quantity 2 -UnitPrice 5 -Tax $tax -Reference $_ -Confirm:$false }
        if ($provider -in 'InvoiceXpress', 'SalenGo') { $null = Get-Invoice -Reference RUN-1 | Complete-Invoice -Confirm:$false }
    }
    Run      = {
        Invoke-Recipe @{ After = $before; WhatIf = $true }
        Invoke-Recipe @{ After = $before }
        Invoke-Recipe @{ After = $before }
        [pscustomobject]@{ Left = @(Get-Invoice -Reference RUN-1, RUN-2 -ErrorAction SilentlyContinue); Notes = @(Get-Invoice -Type CreditNote -Detailed | Where-Object Reference -Like UNDO-*) }
    }
    Assert   = {
        param($There, $Server, $Folder)
        $look, $first, $second, $after = $There.Output
        "$($look.Output.Undone)" | Should -Be 'no no'
        $code = if ($Server.Provider -eq 'SalenGo') { 2 } else { 0 }
        "$($first.Exit) $($second.Exit)" | Should -Be "$code $code"
        $expected = @{
            InvoiceXpress = 'credit note *, deleted'; SimplBooks = 'credit note *, credit note *'; FACTURAgem = 'deleted, deleted'; SalenGo = 'no, deleted'
        }[$Server.Provider]
        $first.Output.Undone -join ', ' | Should -BeLike $expected
        if ($code) { $first.Output[0].Problem | Should -BeLike '*Type*' }
        @($after.Notes).Count | Should -Be @($first.Output | Where-Object Undone -Like 'credit*').Count
        foreach ($note in $after.Notes) { $note.SignedTotal | Should -BeLessThan 0 }
    }
}
