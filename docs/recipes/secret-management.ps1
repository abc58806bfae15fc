<#
.SYNOPSIS
Connects to an account with a key from a vault, and tells whether the key works.
.DESCRIPTION
The key never appears in the script, on the command line or in a variable as text. A secret can be a key (SecureString) or a login (PSCredential).
Exit codes: 0 the key works, 1 the script itself could not run, 2 the secret is missing, or the provider refused it.
.EXAMPLE
./secret-management.ps1 InvoiceXpress acme -Vault office
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Provider,

    # The account, and the name of its secret.
    [Parameter(Mandatory)]
    [string] $Account,

    # The vault; else the default one.
    [string] $Vault
)

$ErrorActionPreference = 'Stop'
try {
    $from = if ($Vault) { @{ Vault = $Vault } } else { @{} }
    $secret = Get-Secret $Account @from
    $key = if ($secret -is [pscredential]) { @{ Credential = $secret } } else { @{ ApiKey = $secret } }
    Connect-InvoiceProvider $Provider -Account $Account @key -Force
    exit 0
}
catch {
    Write-Warning "${Account}: $($_.Exception.Message)"
    exit 2
}
