<#
.SYNOPSIS
Saves a connection by name, with the key where the machine keeps its secrets.
.DESCRIPTION
Reads the key from its place, connects with it once, and saves the connection with that place. The key itself is in no file of this module.
Exit codes: 0 the connection is saved and works, 1 the script itself could not run, 2 the key is missing, or the provider refused it.
.EXAMPLE
./save-connection.ps1 acme InvoiceXpress acme-lda -Variable ACME_KEY
.EXAMPLE
./save-connection.ps1 acme InvoiceXpress acme-lda -File /run/secrets/acme_key -StatePath /var/lib/invoicing
.EXAMPLE
./save-connection.ps1 acme InvoiceXpress acme-lda -Protect
#>
[CmdletBinding(DefaultParameterSetName = 'Variable')]
param(
    # Name of the connection.
    [Parameter(Mandatory, Position = 0)]
    [string] $Name,

    [Parameter(Mandatory, Position = 1)]
    [string] $Provider,

    # The account at the provider.
    [Parameter(Mandatory, Position = 2)]
    [string] $Account,

    # An environment variable that holds the key.
    [Parameter(Mandatory, ParameterSetName = 'Variable')]
    [ValidatePattern('^\w+$')]
    [string] $Variable,

    # A file that holds the key, such as a secret that is mounted into a container.
    [Parameter(Mandatory, ParameterSetName = 'File')]
    [string] $File,

    # A secret of a vault of SecretManagement.
    [Parameter(Mandatory, ParameterSetName = 'Vault')]
    [string] $SecretName,

    # Asks for the key and lets Windows encrypt it for this user.
    [Parameter(Mandatory, ParameterSetName = 'Protect')]
    [switch] $Protect,

    # Folder of the saved connections; else the data folder of the user.
    [string] $StatePath
)

$ErrorActionPreference = 'Stop'
$at = if ($StatePath) { @{ StatePath = $StatePath } } else { @{} }
$place = switch ($PSCmdlet.ParameterSetName) {
    'Variable' { @{ SecretScript = [scriptblock]::Create("ConvertTo-SecureString `$env:$Variable -AsPlainText -Force") } }
    'File' { @{ SecretScript = [scriptblock]::Create("(Get-Content -LiteralPath '$($File -replace "'", "''")' -Raw).Trim() | ConvertTo-SecureString -AsPlainText -Force") } }
    'Vault' { @{ SecretName = $SecretName } }
    'Protect' { @{ Protect = $true } }
}

try {
    $key = if ($place.SecretScript) { & $place.SecretScript }
    elseif ($Protect) { Read-Host "API key of $Account" -AsSecureString }
    else { Get-Secret $SecretName }
    $null = Connect-InvoiceProvider $Provider -Account $Account -ApiKey $key -Name $Name -Force @at
    Save-InvoiceConnection $Name @place -Force @at
    exit 0
}
catch {
    Write-Warning "${Name}: $($_.Exception.Message)"
    exit 2
}
