BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'
    $server = Connect-TestSandbox @{ Provider = 'SalenGo' } @{ Setting = @{ StaffId = 1 } }
    $client = New-InvoiceClient 'Bodega Sur SL' -Email office@example.com -Country ES
}

AfterAll { Disconnect-All }

Describe 'A session with SalenGo' {
    It 'says what can be chosen and what cannot be done' {
        $provider = Get-InvoiceProvider SalenGo
        $provider.Setting.Name | Should -Be DispatchStyle, TokenPlacement, Lines, StaffId
        $provider.Command | Should -Contain 'Register-InvoiceWebhook'
        $provider.Missing | Should -Contain 'Export-Saft'
        $provider.Limit.Requests | Should -Be 5000
    }

    It 'works in the other dispatch style, with the token at <_>' -ForEach 'basic', 'bearer', 'body', 'query' {
        $setting = @{ DispatchStyle = 'envelope'; TokenPlacement = $_ }
        $other = Start-InvoiceSandbox SalenGo -Setting $setting
        try {
            $session = $other | Connect-InvoiceProvider -Name other -Setting $setting
            @(Get-InvoiceClient -Session $session).Count | Should -Be 12
            $other.Requests.Path | Sort-Object -Unique | Should -Be '/api/'
            $session | Disconnect-InvoiceProvider
        }
        finally {
            $other | Stop-InvoiceSandbox
            Restore-TestSession $server @{ Setting = @{ StaffId = 1 } }
        }
    }

    It 'takes the names that a user knows better' {
        $other = Start-InvoiceSandbox SalenGo -Setting @{ 'Name.vat_number' = 'nif'; 'Method.client/create' = 'customers.svc/add' }
        try {
            $session = $other | Connect-InvoiceProvider -Name other -FieldName @{ 'Client.TaxNumber' = 'nif'; 'Method.client/create' = 'customers.svc/add' }
            (New-InvoiceClient 'A SL' -TaxNumber B00000000 -Session $session).TaxNumber | Should -Be 'B00000000'
            $session | Disconnect-InvoiceProvider
        }
        finally {
            $other | Stop-InvoiceSandbox
            Restore-TestSession $server @{ Setting = @{ StaffId = 1 } }
        }
    }
}

Describe 'What is unpaid' {
    It 'is listed by -State Final, paid in part or not at all' {
        $invoice = New-Invoice -Client 'Bodega Sur SL' -Reference U-1 -Line @{ Name = 'Consulting'; Quantity = 8; UnitPrice = 60; Tax = '21' } -Withholding 15
        $invoice.Total | Should -Be 508.80
        @(Get-Invoice -State Final -Client $client).Count | Should -Be 0
        $null = $invoice | Complete-Invoice | Add-InvoicePayment -Amount 8.80
        $open = @(Get-Invoice -State Final -Client $client)
        $open.Outstanding | Should -Be 500
        $open[0] | Add-InvoicePayment -MethodName Bizum | ForEach-Object Amount | Should -Be 500
        @(Get-Invoice -State Final -Client $client).Count | Should -Be 0
        (Get-Invoice -State Settled -Client $client).Number | Should -Be $invoice.Number
    }

    It 'has no due date to ask for, which is said' {
        { Get-Invoice -DueBefore (Get-Date) -ErrorAction Stop } | Should -Throw -ErrorId 'NotSupported*'
    }

    It 'is made once, however often the rows are run' {
        $rows = '{0}{1}{2}{1}{3}' -f 'Reference,ClientName,Name,Quantity,UnitPrice,Tax', "`n", 'ONCE-1,Bodega Sur SL,Hora,2,10.50,21', 'ONCE-2,Bodega Sur SL,Hora,1,99.90,21' | ConvertFrom-Csv
        $rows | New-Invoice -SkipExisting | Complete-Invoice | Send-Invoice
        $before = (Get-Change $server).Count
        $rows | New-Invoice -SkipExisting | Complete-Invoice | Send-Invoice
        (Get-Change $server).Count | Should -Be $before
        @(Get-Invoice -Client $client | Where-Object Reference -like 'ONCE-*').Count | Should -Be 2
    }

    It 'is made once although the answer is lost' {
        Set-Fault $server 'LostAnswer@/invoice/create#1'
        $made = New-Invoice -Client $client -Reference LOST-1 -Line @{ Name = 'Hora'; UnitPrice = 10 }
        Set-Fault $server
        $made.Reference | Should -Be 'LOST-1'
        @(Get-Invoice -Reference LOST-1).Count | Should -Be 1
    }
}

Describe 'Expenses and their categories' {
    It 'hold their tax in the amount' {
        $category = New-InvoiceCategory Programas
        $expense = New-InvoiceExpense -Supplier 'Papeleria Norte' -Amount 100 -Category Programas -Client $client -Tax IVA -TaxRate 5
        $expense.TaxAmount | Should -Be 4.76
        $expense.NetAmount | Should -Be 95.24
        $expense.StaffId | Should -Be 1
        ($expense | Set-InvoiceExpense -Amount 121 -TaxRate 21 -PassThru).TaxAmount | Should -Be 21
        @(Get-InvoiceExpense -Category $category).Id | Should -Be $expense.Id
        @(Get-InvoiceExpense -Client $client -DateTo 2001-01-01).Count | Should -Be 0
        $expense | Remove-InvoiceExpense
        @(Get-InvoiceExpense -Supplier 'Papeleria Norte' -Category Programas).Count | Should -Be 0
        Set-InvoiceCategory Programas -Name Software -PassThru | ForEach-Object Name | Should -Be 'Software'
        Remove-InvoiceCategory Software
        { Get-InvoiceCategory Software -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound*'
    }

    It 'are read from rows' {
        'Supplier,Amount,Category,Date,TaxRate,Tax', 'Ferreteria Ejemplo,12.10,Oficina,2026-03-05,21,IVA' | ConvertFrom-Csv | New-InvoiceExpense |
            ForEach-Object { '{0:yyyy-MM-dd} {1:0.00}' -f $_.Date, $_.TaxAmount } | Should -Be '2026-03-05 2.10'
    }
}

Describe 'The subscription of the documentation' {
    It 'issues, is changed, and stops' {
        $recurring = New-InvoiceRecurring -Client $client -Frequency Monthly -SendEmail $true -Reference SUB-17 -Line @{ Name = 'Hosting'; Quantity = 1; UnitPrice = 30; Tax = 'IVA'; TaxRate = 21 }
        $recurring.Total | Should -Be 36.30
        (Get-Invoice -Id $recurring.FirstInvoiceId -Type Invoice).Reference | Should -Be 'SUB-17'
        $more = Set-InvoiceRecurring $recurring -Line (@($recurring.Lines) + (New-InvoiceLine Backup 5 -Tax IVA -TaxRate 21)) -PassThru
        $more.Total | Should -Be 42.35
        @(Get-Invoice -State Final -Client $client -DateTo (Get-Date) | Where-Object Reference -eq SUB-17).Count | Should -Be 1
        (Set-InvoiceRecurring $recurring -Stopped $true -PassThru).Stopped | Should -BeTrue
        Remove-InvoiceRecurring $recurring
        @(Get-InvoiceRecurring | Where-Object Reference -eq SUB-17).Count | Should -Be 0
    }
}

Describe 'Web hooks' {
    BeforeAll {
        # Keeps the forms that are posted to it. It has to run beside the pipeline, so it has a runspace of its own.
        $listener = [Net.HttpListener]::new()
        $port = Get-Random -Minimum 20000 -Maximum 60000
        $listener.Prefixes.Add("http://127.0.0.1:$port/")
        $listener.Start()
        $posts = [Collections.Concurrent.BlockingCollection[string]]::new()
        $shell = Start-Apart {
            while ($listener.IsListening) {
                try { $call = $listener.GetContext() } catch { return }
                $posts.Add([IO.StreamReader]::new($call.Request.InputStream).ReadToEnd())
                $call.Response.Close()
            }
        } @{ listener = $listener; posts = $posts }
        function Receive-Post {
            $post = $null
            if (-not $posts.TryTake([ref] $post, 20000)) { throw 'Nothing was posted.' }
            $fields = @{}
            foreach ($pair in $post -split '&') { $name, $value = $pair -split '='; $fields[$name] = [uri]::UnescapeDataString($value) }
            $fields
        }
    }

    AfterAll {
        $listener.Stop()
        $null = Complete-Apart $shell
        $shell.Runspace.Dispose()
        $shell.Dispose()
    }

    It 'are registered, confirmed with the posted code, told of events, and unregistered' {
        $hook = Register-InvoiceWebhook client/create "http://127.0.0.1:$port/hook"
        $hook.Confirmed | Should -BeFalse
        $hook.Event | Should -Be 'client.create'
        $code = Receive-Post
        $code.object_id | Should -Be $hook.Id
        { Confirm-InvoiceWebhook $hook -Code wrong -ErrorAction Stop } | Should -Throw -ErrorId 'ValidationFailed*'
        Confirm-InvoiceWebhook $hook.Id -Resend
        (Receive-Post).verifier | Should -Be $code.verifier
        (Confirm-InvoiceWebhook $hook -Code $code.verifier -PassThru).Confirmed | Should -BeTrue
        $null = New-InvoiceClient 'Told SL'
        (Receive-Post).name | Should -Be 'client.create'
        @(Get-InvoiceWebhook -Event client/create).Id | Should -Be $hook.Id
        $hook | Unregister-InvoiceWebhook
        @(Get-InvoiceWebhook).Count | Should -Be 0
    }
}

Describe 'Free calls' {
    It 'call a method by its name, and v2 by its path' {
        (Invoke-InvoiceRequest client/list -Method POST -Body @{ per_page = 1 }).response.clients.per_page | Should -Be 1
        { Invoke-InvoiceRequest v2/customers -ErrorAction Stop } | Should -Throw '*no resource of v2*'
        { Invoke-InvoiceRequest client/list -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidInput*'
    }
}
