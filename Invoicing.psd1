@{
    RootModule           = 'Invoicing.dll'
    # Stamped with the version of Directory.Build.props when the module is built.
    ModuleVersion        = '0.0.1'
    GUID                 = '5b0f7c2e-6d0e-4f0b-9a58-1f6f4f1c9d27'
    Author               = 'The Invoicing maintainers'
    CompanyName          = 'Invoicing'
    Copyright            = '(c) The Invoicing maintainers. MIT licence.'
    Description          = 'Runs the invoicing of a company over its online provider: clients, invoices, payments, SAF-T files. With a sandbox to try it in.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess     = @('Invoicing.format.ps1xml')
    TypesToProcess       = @()
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    CmdletsToExport      = @(
        'Add-InvoicePayment'
        'Complete-Invoice'
        'Connect-InvoiceProvider'
        'Copy-Invoice'
        'Disconnect-InvoiceProvider'
        'Export-InvoicePdf'
        'Export-InvoiceQrCode'
        'Export-Saft'
        'Get-Invoice'
        'Get-InvoiceAccount'
        'Get-InvoiceClient'
        'Get-InvoiceClientAdjustment'
        'Get-InvoiceClientBalance'
        'Get-InvoiceCountry'
        'Get-InvoiceField'
        'Get-InvoiceItem'
        'Get-InvoicePayment'
        'Get-InvoiceProvider'
        'Get-InvoiceRelatedDocument'
        'Get-InvoiceSandbox'
        'Get-InvoiceSequence'
        'Get-InvoiceSession'
        'Get-InvoiceTax'
        'Get-SaftQrCode'
        'Import-Saft'
        'Invoke-InvoiceRequest'
        'New-Invoice'
        'New-InvoiceAccount'
        'New-InvoiceClient'
        'New-InvoiceClientAdjustment'
        'New-InvoiceItem'
        'New-InvoiceLine'
        'New-InvoiceSequence'
        'New-InvoiceTax'
        'New-InvoiceTreasuryMovement'
        'Register-InvoiceSequence'
        'Remove-Invoice'
        'Remove-InvoiceClient'
        'Remove-InvoiceClientAdjustment'
        'Remove-InvoiceItem'
        'Remove-InvoicePayment'
        'Remove-InvoiceTax'
        'Remove-InvoiceTreasuryMovement'
        'Send-Invoice'
        'Set-Invoice'
        'Set-InvoiceAccount'
        'Set-InvoiceClient'
        'Set-InvoiceClientBalance'
        'Set-InvoiceItem'
        'Set-InvoiceSequence'
        'Set-InvoiceState'
        'Set-InvoiceTax'
        'Start-InvoiceSandbox'
        'Stop-InvoiceSandbox'
        'Test-InvoiceSession'
        'Test-Saft'
    )
    PrivateData          = @{
        PSData = @{
            Tags         = @('Invoice', 'Invoicing', 'InvoiceXpress', 'SAFT', 'Portugal', 'Billing', 'Accounting', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
