@{
    Provider = (Get-InvoiceProvider).Name
    Arrange  = {
        $client = Get-InvoiceClient | Select-Object -First 1
        $made = New-Invoice -Client $client -Reference 'RCP-9001' -Name SVC -UnitPrice 411 -Tax $tax -Confirm:$false | Complete-Invoice -Confirm:$false
        $invoice = Get-Invoice -Id $made.Id -Type Invoice
        $name = if ($invoice.Number) { $invoice.Number } else { $invoice.Reference }
        $day = (Get-Date).ToString('yyMMdd', [cultureinfo]::InvariantCulture)
        $money = { param($amount) ([decimal]$amount).ToString('0.00', [cultureinfo]::InvariantCulture).Replace('.', ',') }
        $null = New-Item inbox -ItemType Directory
        $statement = ":20:S", ":25:ACCOUNT", ":28C:1", ":60F:C${day}EUR100,00", ":61:${day}C$(& $money $invoice.Total)NTRFNONREF//B-1", ":86:invoice $name",
            ":61:${day}C0,07NTRFNONREF//B-2", ":86:a mistake", ":62F:C${day}EUR$(& $money ($invoice.Total + 100.07))", "-"
        Set-Content inbox/a.sta $statement -Encoding UTF8
        Set-Content inbox/b.sta $statement[0..5] -Encoding UTF8
    }
    Run      = {
        Invoke-Recipe @{ Inbox = 'inbox'; ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }
        Invoke-Recipe @{ Inbox = 'inbox'; ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }
    }
    Assert   = {
        param($There, $Server, $Folder)
        "$($There.Output.Exit)" | Should -Be '2 2'
        "$($There.Output.Output.Entered)" | Should -Be '1 0'
        "$($There.Output.Output.ToLookAt)" | Should -Be '1 1'
        "$($There.Output.Output.Errors)" | Should -Be '1 1'
        @(Import-Csv (Join-Path $Folder open.csv)).Text | Should -Be 'a mistake'
        @(Get-Change $Server | Where-Object { $_.Path -match 'partial_payments|incomings/create|/payments|payment\.svc/create' }).Count | Should -Be 1
    }
}
