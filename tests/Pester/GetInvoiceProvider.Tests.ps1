BeforeAll {
    . $PSScriptRoot/Support.ps1
}

Describe 'Get-InvoiceProvider' {
    It 'marks providers without a public list of fields as experimental' {
        $experimental = Get-InvoiceProvider | Where-Object Stability -eq Experimental

        $experimental.Name | Sort-Object | Should -Be @('FACTURAgem', 'SalenGo')
        (Get-InvoiceProvider | Where-Object Stability -eq Stable).Name | Sort-Object | Should -Be @('InvoiceXpress', 'SimplBooks')
    }

    It 'shows the stability in its view' {
        $view = Get-InvoiceProvider | Out-String -Width 80

        $view | Should -Match 'Stability'
        $view | Should -Match 'SalenGo +Experimental'
        $view | Should -Match 'InvoiceXpress +Stable'
    }

    It 'shows which provider can do what, a row for each cmdlet' {
        $rows = Get-InvoiceProvider -Cmdlet *-Invoice, *Recurring*
        $rows.Cmdlet | Should -Contain 'New-Invoice'
        foreach ($row in $rows) {
            foreach ($provider in Get-InvoiceProvider) { $row.($provider.Name) | Should -Be ($row.Cmdlet -in $provider.Command) }
        }
        ($rows | Where-Object Cmdlet -eq 'New-InvoiceRecurring').InvoiceXpress | Should -BeFalse
        @((Get-InvoiceProvider Sal* -Cmdlet New-Invoice).PSObject.Properties.Name) | Should -Be 'Cmdlet', 'SalenGo'
    }
}
