# Every script of docs/recipes, as a scheduler runs it: nobody is there to answer. The case of a script is in Recipes, under the name of the
# script: a hashtable with
#   Provider  the providers that it fits
#   Arrange   what lies there before: files in $folder, documents at $server
#   Run       the calls; Invoke-Recipe @{ parameters } gives the output and the exit code
#   Assert    what must have come out of it: gets what Run gave, the sandbox and the folder
#   Sandbox   parameters of Start-InvoiceSandbox, where it needs any
# A new script joins by itself: without a case it fails.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $cultures = 'en-US', 'pt-PT', 'et-EE', 'es-ES'
    $recipes = @(Get-ChildItem (Join-Path $PSScriptRoot '../../docs/recipes') -Filter *.ps1 | ForEach-Object { @{ Name = $_.BaseName; Path = $_.FullName } })
    $runs = foreach ($recipe in $recipes) {
        $file = Join-Path $PSScriptRoot "Recipes/$($recipe.Name).ps1"
        if (-not (Test-Path $file)) { continue }

        # All cultures where it runs first; elsewhere the one whose numbers and dates look least like ours.
        $first, $others = (& $file).Provider
        foreach ($culture in $cultures) { @{ Name = $recipe.Name; Path = $recipe.Path; Case = $file; Provider = $first; Culture = $culture } }
        foreach ($other in $others) { @{ Name = $recipe.Name; Path = $recipe.Path; Case = $file; Provider = $other; Culture = 'pt-PT' } }
    }
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"

    # What a recipe takes for granted: a connection, a vault, the folder that it is called in.
    $prelude = @'
[Threading.Thread]::CurrentThread.CurrentCulture = $culture
[Threading.Thread]::CurrentThread.CurrentUICulture = $culture
Set-Location $folder
function Get-Secret {
    [CmdletBinding()]
    param($Name, $Vault)
    if ($Name -like '*nobody*') { throw "The secret '$Name' was not found." }
    ConvertTo-SecureString $server.ApiKey -AsPlainText -Force
}
$there = $server | Connect-InvoiceProvider -Name there -SkipTest -RequestsPerMinute 0 -SettleTimeSec 0.2 -RetryIntervalSec 0.01
$PSDefaultParameterValues['Connect-InvoiceProvider:BaseUri'] = $server.BaseUri
$PSDefaultParameterValues['Connect-InvoiceProvider:RequestsPerMinute'] = 0
$PSDefaultParameterValues['Export-*:PollIntervalSec'] = 0.01
$tax = @{ InvoiceXpress = 'IVA23'; SimplBooks = '24'; FACTURAgem = '21'; SalenGo = 'IVA' }[$provider]
function Invoke-Recipe([hashtable] $With) {
    $global:LASTEXITCODE = 0
    $output = @(& $recipe @With)
    [pscustomobject]@{ Output = $output; Exit = $global:LASTEXITCODE }
}
. ([scriptblock]::Create($arrange))
. ([scriptblock]::Create($run))
Get-InvoiceSession | Disconnect-InvoiceProvider
'@
    $sent = @{}
    function Get-Sent($Server) { @(Get-Change $Server | ForEach-Object { "$($_.Path) $($_.Body)" -replace '"proprietary_uid":"[^"]*"' }) }
}

AfterAll { Disconnect-All }

Describe 'The recipe <Name>' -ForEach $recipes {
    It 'has a case that runs it, a page, and a line in the index' {
        Join-Path $PSScriptRoot "Recipes/$Name.ps1" | Should -Exist
        $page = [IO.Path]::ChangeExtension($Path, '.md')
        Get-Content $page -Raw | Should -Match ([regex]::Escape("$Name.ps1"))
        Get-Content (Join-Path (Split-Path $Path) README.md) -Raw | Should -Match ([regex]::Escape("($Name.md)"))
    }

    It 'tells what it is for, and how it ends' {
        $help = Get-Help $Path
        $help.Synopsis | Should -Match '^[A-Z].+\.$'
        (Get-Help $Path -Full | Out-String) | Should -Match 'Exit codes: 0'
        foreach ($export in Select-String -Path $Path -Pattern 'Export-Csv') { $export.Line | Should -Match '-NoTypeInformation -Encoding UTF8' }
    }
}

Describe 'The recipe <Name> at <Provider> in <Culture>' -ForEach $runs {
    It 'does what it says' {
        $one = & $Case
        if ($one.PowerShell -and $PSVersionTable.PSVersion -lt $one.PowerShell) { Set-ItResult -Skipped -Because "it is for PowerShell $($one.PowerShell)"; return }
        $with = if ($one.Sandbox) { $one.Sandbox } else { @{} }
        $server = Start-InvoiceSandbox -Provider $Provider -RequestsPerMinute 0 -PollsUntilReady 1 -Seed 7 @with
        try {
            $folder = (New-Item (Join-Path $TestDrive "$Name-$Provider-$Culture") -ItemType Directory).FullName
            $shell = Start-Apart $prelude @{
                culture = [cultureinfo]$Culture; folder = $folder; server = $server; provider = $Provider; recipe = $Path
                arrange = "$($one.Arrange)"; run = "$($one.Run)"
            }
            try { $there = Complete-Apart $shell -TimeoutSec 120 }
            finally {
                $shell.Runspace.Dispose()
                $shell.Dispose()
            }

            if ($there.Thrown) { throw $there.Thrown }
            & $one.Assert $there $server $folder

            # Every culture sends the same.
            $key = "$Name $Provider"
            if (-not $sent.ContainsKey($key)) { $sent[$key] = Get-Sent $server }
            Get-Sent $server | Should -Be $sent[$key]
        }
        finally { $server | Stop-InvoiceSandbox }
    }
}
