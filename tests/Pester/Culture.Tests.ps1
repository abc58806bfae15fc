# The same file means the same everywhere: what is sent, what comes out and what is refused does not depend on the habits of the machine.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $places = foreach ($provider in (Get-InvoiceProvider).Name) {
        # The calendars of the last two count other years; the last one has signs of its own for minus.
        foreach ($culture in 'pt-PT', 'et-EE', 'es-ES', 'tr-TR', 'ar-SA', 'fa-IR') { @{ Provider = $provider; Culture = $culture } }
    }
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"

    # Names with the letters that cultures change in their own ways, words for types and methods in capitals, amounts that lose their point.
    $file = @'
Reference,Type,ClientName,ClientCountry,Name,Description,Quantity,UnitPrice,Tax,{0},Date,DueDate,Notes
K-1,invoice,Iğdır ıslak İnşaat ltd,{1},SVC,limonlu ılık içecek,2.5,1234.56,{2},12.5,2026-03-01,2026-04-01,İI ıi
K-2,INVOICE,Conceição & Irmão Lda,{1},SVC,café com açúcar,1,0.01,{2},,2026-12-31,2027-01-01,
K-3,Invoice,Õunapuu Näidis OÜ,{1},SVC,žürii šokolaad,1000,1.0050,{2},,2026/03/02,,"1,5"
K-4,,Iğdır ıslak İnşaat ltd,{1},SVC,mañana,3,99999.99,{2},,2026-02-28 00:00:00,,
K-5,,Conceição & Irmão Lda,{1},SVC,quantity with a comma,"1,5",10,{2},,2026-03-01,,
K-6,,Conceição & Irmão Lda,{1},SVC,price with a comma,1,"1.234,56",{2},,2026-03-01,,
K-7,,Conceição & Irmão Lda,{1},SVC,a day of another habit,1,10,{2},,01/03/2026,,
K-8,,Conceição & Irmão Lda,{1},SVC,digits of another script,١٢,10,{2},,2026-03-01,,
K-9,,Conceição & Irmão Lda,{1},SVC,another minus,1,−10,{2},,2026-03-01,,
K-10,FATURA,Conceição & Irmão Lda,{1},SVC,a word of another language,1,10,{2},,2026-03-01,,
K-11,,Conceição & Irmão Lda,{1},SVC,due before its day,1,10,{2},,2026-03-02,2026-03-01,
'@
    $columns = @{
        InvoiceXpress = 'Discount', 'Portugal', 'iva23'
        SimplBooks    = 'Discount', 'Estonia', '24'
        FACTURAgem    = 'GlobalDiscount', 'Spain', '21'
        SalenGo       = 'GlobalDiscount', 'SPAIN', '21'
    }

    $script = @'
[Threading.Thread]::CurrentThread.CurrentCulture = $culture
# The texts are in English, so that they can be compared.
[Threading.Thread]::CurrentThread.CurrentUICulture = 'en-US'
$ConfirmPreference = 'None'
$fields = 'Reference', 'Type', 'State', 'ClientName', 'Date', 'DueDate', 'NetTotal', 'TaxTotal', 'Total', 'GlobalDiscount', 'Notes'
foreach ($provider in $sessions.Keys) {
    $session = $sessions[$provider]
    $made = @($files[$provider] | ConvertFrom-Csv | New-Invoice -CreateMissing -SkipExisting -Session $session -WarningAction SilentlyContinue -WarningVariable warned -ErrorAction SilentlyContinue -ErrorVariable refused)
    $paid = $made[1] | Complete-Invoice | Add-InvoicePayment -Amount '0.01' -Date 2026-12-31 -Method CREDITCARD -WarningAction SilentlyContinue
    $listed = @(Get-Invoice -Session $session -Type INVOICE -State FINAL, draft -DateFrom 2026-03-01 -DateTo '2026-12-31' -NetFrom '100.5' -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable unlisted)
    $lines = @($made | Get-Invoice | ForEach-Object Lines)
    [pscustomobject]@{
        Provider = $provider
        Made     = @($made | ForEach-Object { foreach ($field in $fields) { [string]::Format([cultureinfo]::InvariantCulture, '{0}={1}', $field, $_.$field) } })
        Lines    = @($lines | ForEach-Object { [string]::Format([cultureinfo]::InvariantCulture, '{0} {1} {2} {3} {4}', $_.Description, $_.Quantity, $_.UnitPrice, $_.Discount, $_.TaxRate) })
        Refused  = @($refused | Where-Object { $_ -is [Management.Automation.ErrorRecord] } | ForEach-Object { "$($_.FullyQualifiedErrorId) $($_.Exception.Message)" })
        Rows     = @($refused | Where-Object { $_ -is [Management.Automation.ErrorRecord] } | ForEach-Object { $_.TargetObject.Reference })
        Others   = @($warned | ForEach-Object { "$_".Replace("$session", 'session') }) + @($unlisted | ForEach-Object { "$_" }) + @($paid | ForEach-Object { "$_" }) + @($listed | ForEach-Object { "$_" })
        Clients  = @(Get-InvoiceClient -Session $session -Name 'IĞDIR ISLAK*', 'õUNAPUU*' -ErrorAction SilentlyContinue | ForEach-Object { "$($_.Name) $($_.Country)" })
    }
}
'@

    # All that a culture did, by provider.
    function Invoke-In {
        param([string] $Culture)
        $servers = [ordered]@{}
        $sessions = [ordered]@{}
        $files = @{}
        foreach ($provider in $columns.Keys | Sort-Object) {
            $servers[$provider] = Connect-TestSandbox @{ Provider = $provider; InvoiceCount = 4; ClientCount = 2 } @{ RequestsPerDay = 0; Name = "$provider $Culture" }
            $sessions[$provider] = Get-InvoiceSession "$provider $Culture"
            $files[$provider] = $file -f $columns[$provider]
        }

        $there = Invoke-Apart $script @{ culture = [cultureinfo]$Culture; sessions = $sessions; files = $files }
        if ($there.Thrown) { throw $there.Thrown }
        foreach ($one in $there.Output) {
            # Pages are fetched beside the work, so the order is none.
            $sent = @($servers[$one.Provider].Requests | ForEach-Object { "$_ $($_.Query) $($_.Body)" } | Sort-Object)
            $one | Add-Member Sent $sent -PassThru
        }
    }

    $usual = @(Invoke-In 'en-US')
    $elsewhere = @{}
}

AfterAll { Disconnect-All }

Describe 'The same file at <Provider>' -ForEach @((Get-InvoiceProvider).Name | ForEach-Object { @{ Provider = $_ } }) {
    It 'makes the good rows and refuses the bad ones, each by its name and its field' {
        $here = $usual | Where-Object Provider -EQ $Provider

        # SalenGo has no days on which documents are due.
        $wrong = [ordered]@{ 'K-5' = 'Quantity'; 'K-6' = 'UnitPrice'; 'K-7' = 'Date'; 'K-8' = 'Quantity'; 'K-9' = 'UnitPrice'; 'K-10' = 'Type'; 'K-11' = 'DueDate' }
        if ($Provider -eq 'SalenGo') { $wrong.Remove('K-11') }
        @($here.Made -like 'Reference=*' | Select-Object -First 4) | Should -Be 'Reference=K-1', 'Reference=K-2', 'Reference=K-3', 'Reference=K-4'
        $here.Made | Should -Contain 'ClientName=Iğdır ıslak İnşaat ltd'
        $here.Lines[0] | Should -BeLike '*limonlu ılık içecek 2.5 1234.56 *'
        $here.Rows | Should -Be @($wrong.Keys)
        foreach ($i in 0..($wrong.Count - 1)) { $here.Refused[$i] | Should -Match "'?$($wrong[$i])\b" }
        "$($here.Sent)" | Should -Not -Match 'with a comma'
    }
}

Describe 'The same file at <Provider> in the culture <Culture>' -ForEach $places {
    It 'is sent, read and refused the same' {
        if (-not $elsewhere.ContainsKey($Culture)) { $elsewhere[$Culture] = @(Invoke-In $Culture) }
        $here = $usual | Where-Object Provider -EQ $Provider
        $there = $elsewhere[$Culture] | Where-Object Provider -EQ $Provider
        foreach ($part in 'Sent', 'Made', 'Lines', 'Refused', 'Rows', 'Others', 'Clients') { $there.$part | Should -Be $here.$part -Because "of what was $part" }
    }
}
