# Dot-sourced by the test of views and by build/Pictures.ps1: a company of a fixed day, and what a terminal of a width shows of it.

# The sandbox lives on this day, so that its documents are the same ones for ever.
function Start-ViewCompany {
    $null = Get-InvoiceSandbox
    $day = [Linq.Expressions.Expression]::Constant([DateTimeOffset]'2026-03-31T12:00:00Z', [DateTimeOffset])
    $now = [Linq.Expressions.Expression]::Lambda([Func[DateTimeOffset]], $day).Compile()
    $server = [Invoicing.Sandbox.SandboxServer]::Start([Invoicing.Sandbox.SandboxOptions]@{ Seed = 7; RequestsPerMinute = 0; Now = $now })
    $null = Connect-InvoiceProvider InvoiceXpress -Account $server.Account -ApiKey (ConvertTo-SecureString $server.ApiKey -AsPlainText -Force) -BaseUri $server.BaseUri -Name acme -SkipTest -NoJournal -RequestsPerMinute 0
    $server
}

function Get-ViewText([object[]] $Object, [int] $Width, [bool] $HasColour) {
    $rendering, $culture = $PSStyle.OutputRendering, [cultureinfo]::CurrentCulture
    try {
        $PSStyle.OutputRendering = if ($HasColour) { 'Ansi' } else { 'PlainText' }
        [cultureinfo]::CurrentCulture = 'en-GB'

        # In a terminal, PowerShell leaves the last column free.
        $lines = @($Object | Out-String -Width ($Width - 1) -Stream)
    }
    finally {
        $PSStyle.OutputRendering = $rendering
        [cultureinfo]::CurrentCulture = $culture
    }

    # The port is another one each time.
    ((($lines | ForEach-Object { $_.TrimEnd() }) -join "`n") -replace '127\.0\.0\.1:\d+', '127.0.0.1:00000').Trim("`n") + "`n"
}
