<#
.SYNOPSIS
Brings the help pages up to date with the built module: syntax, parameters, inputs, outputs, and which providers have the cmdlet.
.DESCRIPTION
These parts come from the cmdlets and their doc comments, so they are changed there. Synopsis, description, examples, notes and links are written
by hand in the page and stay. A cmdlet without a page gets one, whose examples are still to be written: the tests of the help say so.
build.ps1 Help calls this in a process of its own.
#>
param(
    # Folder of the built module.
    [Parameter(Mandatory)]
    [string] $Module,

    # Folder of the XML doc comments.
    [Parameter(Mandatory)]
    [string] $Comments,

    # Folder of the pages.
    [Parameter(Mandatory)]
    [string] $Pages
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
. (Join-Path $PSScriptRoot 'HelpMaml.ps1')
Import-Module (Join-Path (Resolve-Path $Module).ProviderPath 'Invoicing.psd1')
$address = ([xml][IO.File]::ReadAllText((Join-Path $PSScriptRoot '../Directory.Build.props'))).SelectSingleNode('//PackageProjectUrl').InnerText
$common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters | Where-Object { $_ -notin 'WhatIf', 'Confirm' }
$providers = @(Get-InvoiceProvider)

$members = @{}
foreach ($file in [IO.Directory]::GetFiles((Resolve-Path $Comments).ProviderPath, 'Invoicing*.xml')) {
    foreach ($member in ([xml][IO.File]::ReadAllText($file)).SelectNodes('/doc/members/member')) { $members[$member.GetAttribute('name')] = $member }
}

# Which providers use each parameter, as tests measured it: docs/parameters.md, and docs/fields.md for the values of documents.
function Read-Table([string] $Name) {
    $rows = @([IO.File]::ReadAllLines((Join-Path $PSScriptRoot "../docs/$Name")) | Where-Object { $_.StartsWith('|') } | ForEach-Object { , @($_.Trim('|').Split('|') | ForEach-Object { $_.Trim() }) })
    foreach ($row in $rows | Select-Object -Skip 2) {
        $values = [ordered]@{}
        for ($i = 0; $i -lt $row.Count; $i++) { $values[$rows[0][$i]] = $row[$i] }
        $values
    }
}

$used = @{}
foreach ($row in Read-Table parameters.md) { $used["$($row.Cmdlet) $($row.Parameter)"] = @($providers.Name | Where-Object { $row[$_] -eq 'yes' }) }
foreach ($row in Read-Table fields.md) {
    $with = @($providers.Name | Where-Object { $name = $_; @($row.Keys | Where-Object { $_ -like "$name*" -and $row[$_] -eq 'sent' }).Count })
    $commands = if ($row.Value -like 'Line *') { 'New-Invoice', 'New-InvoiceLine' } else { 'New-Invoice' }
    foreach ($command in $commands) { $used["$command $($row.Value -replace '^Line ')"] = $with }
}

# The text of a doc comment, wrapped for the page.
function Get-Comment([string] $Name, [string] $Tag = 'summary') {
    if (-not $members.ContainsKey($Name)) { return '' }
    $node = $members[$Name].SelectSingleNode($Tag)
    if (-not $node) { return '' }
    $xml = $node.InnerXml -replace '<c>(.*?)</c>', '`$1`' -replace '<(?:see|paramref) (?:cref|langword|name)="(?:\w:)?(?:[\w.`]*\.)?(\w+)[^"]*" */>', '`$1`' -replace '</?para>', "`n`n"
    (([Net.WebUtility]::HtmlDecode(($xml -replace '<[^>]+>')) -split '\n\s*\n' | ForEach-Object { Format-Page (($_ -replace '\s+', ' ').Trim()) }) -join "`n`n").Trim()
}

# A paragraph in lines of at most 100 characters.
function Format-Page([string] $Text) {
    $lines, $line = @(), ''
    foreach ($word in $Text -split ' ') {
        if ($line -and "$line $word".Length -gt 100) {
            $lines += $line
            $line = ''
        }

        $line = "$line $word".TrimStart()
    }

    ($lines + $line) -join "`n"
}

# The type of a value; the module takes most values as Input<T>, which is converted when the row is processed.
function Get-ValueType([type] $Type) {
    while ($Type.IsGenericType) { $Type = $Type.GetGenericArguments()[0] }
    $Type
}

function Test-Pipeline($Parameter, [string] $Way) { @($Parameter.Attributes | Where-Object { $_ -is [Parameter] -and $_.$Way }).Count -gt 0 }

function Get-ParameterComment($Command, $Parameter) {
    $common = @{
        WhatIf  = 'Shows what the cmdlet would do, in full, and does nothing.'
        Confirm = 'Asks before the cmdlet does it. `-Confirm:$false` does not ask, for scripts.'
    }
    if ($common.ContainsKey($Parameter.Name)) { return $common[$Parameter.Name] }
    for ($type = $Command.ImplementingType; $type; $type = $type.BaseType) {
        $declaring = if ($type.IsGenericType) { $type.GetGenericTypeDefinition() } else { $type }
        $text = Get-Comment "P:$($declaring.FullName).$($Parameter.Name)"
        if ($text) { break }
    }

    $value = Get-ValueType $Parameter.ParameterType
    $element = if ($value.IsArray) { $value.GetElementType() } else { $value }
    if ($element.IsEnum) { $text += "`n`n" + (Format-Page "Values: $([enum]::GetNames($element) -join ', ').") }
    foreach ($set in @($Parameter.Attributes | Where-Object { $_ -is [ValidateSet] })) { $text += "`n`n" + (Format-Page "Values: $($set.ValidValues -join ', ').") }
    foreach ($range in @($Parameter.Attributes | Where-Object { $_ -is [ValidateRange] })) { $text += "`n`nFrom $($range.MinRange) to $($range.MaxRange)." }
    if ($Parameter.ParameterType.Name -like 'Input*' -and -not (Test-Pipeline $Parameter 'ValueFromPipeline') -and
        ((Test-Pipeline $Parameter 'ValueFromPipelineByPropertyName') -or $value.Name -like '*Identity')) {
        $names = @($Parameter.Name) + $Parameter.Aliases
        $text += "`n`n$(if ($names.Count -gt 1) { 'Columns' } else { 'Column' }) of a row: $($names -join ', ')."
    }

    $key = "$($Command.Name) $($Parameter.Name)"
    if ($used.ContainsKey($key)) { $text += "`n`nProviders: $(if ($used[$key].Count -eq $providers.Count) { 'all' } else { $used[$key] -join ', ' })." }
    $text
}

function Get-DefaultValue($Command, $Parameter) {
    if ($Parameter.SwitchParameter) { return 'False' }
    $property = $Command.ImplementingType.GetProperty($Parameter.Name)
    if (-not $property) { return '' }
    $value = $property.GetValue($script:instance)
    if ($null -eq $value -or ($value -is [array] -and -not $value.Count)) { 'None' } else { [string]::Format([cultureinfo]::InvariantCulture, '{0}', (@($value) -join ', ')) }
}

function Format-Flag($Value) { "$([bool]$Value)".ToLowerInvariant() }

function Format-Parameter($Command, $Parameter) {
    $value = Get-ValueType $Parameter.ParameterType
    $attributes = @($Parameter.Attributes | Where-Object { $_ -is [Parameter] })
    $yaml = @(
        "Type: $($value.FullName)"
        "DefaultValue: $(Get-DefaultValue $Command $Parameter)"
        "SupportsWildcards: $(Format-Flag ($Parameter.Attributes | Where-Object { $_ -is [Management.Automation.SupportsWildcardsAttribute] }))"
        if ($Parameter.Aliases.Count) { 'Aliases:'; $Parameter.Aliases | ForEach-Object { "- $_" } } else { 'Aliases: []' }
        'ParameterSets:'
        foreach ($one in $attributes) {
            "- Name: $(if ($one.ParameterSetName -eq '__AllParameterSets') { '(All)' } else { $one.ParameterSetName })"
            "  Position: $(if ($one.Position -lt 0) { 'Named' } else { $one.Position })"
            "  IsRequired: $(Format-Flag $one.Mandatory)"
            "  ValueFromPipeline: $(Format-Flag $one.ValueFromPipeline)"
            "  ValueFromPipelineByPropertyName: $(Format-Flag $one.ValueFromPipelineByPropertyName)"
            "  ValueFromRemainingArguments: $(Format-Flag $one.ValueFromRemainingArguments)"
        }
        "DontShow: $(Format-Flag ($attributes | Where-Object DontShow))"
        'AcceptedValues: []'
        "HelpMessage: ''"
    )
    "### -$($Parameter.Name)`n`n$(Get-ParameterComment $Command $Parameter)`n`n" + '```yaml' + "`n$($yaml -join "`n")`n" + '```'
}

function Format-Syntax($Command, $Set) {
    $words = foreach ($one in $Set.Parameters | Where-Object { $_.Name -notin $common -and -not ($Command.Parameters[$_.Name].Attributes | Where-Object { $_ -is [Parameter] -and $_.DontShow }) } |
        Sort-Object { $_.Name -in 'WhatIf', 'Confirm' }, { if ($_.Position -lt 0) { 999 } else { $_.Position } }, { -not $_.IsMandatory }, Name) {
        $value = if ($one.ParameterType -eq [switch]) { '' } else { " <$((Get-ValueType $one.ParameterType).Name)>" }
        $name = if ($one.Position -ge 0) { "[-$($one.Name)]" } else { "-$($one.Name)" }
        if ($one.IsMandatory) { "$name$value" } else { "[$name$value]" }
    }

    $lines, $line = @(), $Command.Name
    foreach ($word in @($words) + '[<CommonParameters>]') {
        if ("$line $word".Length -gt 100) {
            $lines += $line
            $line = ''
        }

        $line = "$line $word"
    }

    "### $($Set.Name)$(if ($Set.IsDefault) { ' (Default)' })`n`n" + '```' + "`n$(($lines + $line) -join "`n")`n" + '```'
}

function Format-Type([type] $Type) {
    $element = if ($Type.IsArray) { $Type.GetElementType() } else { $Type }
    $known = @{
        Void = 'None, unless -PassThru is given.'; FileInfo = 'The file that was written.'; PSObject = 'An object with a property for each value.'; String = 'Text.'
        Boolean = 'True or false.'; PSCustomObject = 'A row.'
    }
    $text = if ($known.ContainsKey($element.Name)) { $known[$element.Name] } else { Get-Comment "T:$($element.FullName -replace '\+', '.')" }
    "### $($element.FullName)`n`n$text"
}

function Format-Input($Command) {
    $types = foreach ($parameter in $Command.Parameters.Values | Where-Object { $_.Attributes | Where-Object { $_ -is [Parameter] -and $_.ValueFromPipeline } }) {
        $value = Get-ValueType $parameter.ParameterType
        $name = if ($value.IsArray) { $value.GetElementType().FullName } else { $value.FullName }
        $text = switch -Wildcard ($name) {
            '*.ClientIdentity' { 'Invoicing.Client', 'A client, a row that names one, or text.' }
            '*.InvoiceIdentity' { 'Invoicing.Invoice', 'A document, a row that names one, or text.' }
            '*.RecordIdentity' { 'Invoicing.InvoiceRecord', 'A record that another cmdlet wrote, a row that names one, or text.' }
            '*.PSObject' { 'System.Management.Automation.PSObject', 'A row, such as one of Import-InvoiceCsv or Import-Csv, or an object of this module. Its columns give the parameters.' }
            default { $name, "Goes to -$($parameter.Name)." }
        }
        "### $($text[0])`n`n$($text[1])"
    }

    if (-not $types) { "### None`n`nNothing is taken from the pipeline by value." } else { @($types | Select-Object -Unique) -join "`n`n" }
}

# The lines of the notes that follow from the cmdlet, before those that were written by hand.
function Format-Notes($Command, [string] $Old) {
    $impact = $Command.ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $false)[0]
    $with = @($providers | Where-Object { $_.Command -contains $Command.Name } | ForEach-Object { $_.Name })
    $generated = @(
        if ($with.Count -eq $providers.Count) { 'Providers: all.' } else { "Providers: $($with -join ', ')." }
        if ($impact.SupportsShouldProcess -and $impact.ConfirmImpact -eq 'High') { 'Confirmation: it asks each time. Scripts say `-Confirm:$false`.' }
        elseif ($impact.SupportsShouldProcess) { 'Confirmation: it asks with `-Confirm`. `-WhatIf` shows what it would do.' }
    )
    $kept = @($Old -split '\n\s*\n' | Where-Object { $_ -and $_ -notmatch '^(Providers|Confirmation): ' })
    ($generated + $kept) -join "`n`n"
}

function Update-HelpPage($Command) {
    $path = Join-Path (Resolve-Path $Pages).ProviderPath "$($Command.Name).md"
    $page = if (Test-Path -LiteralPath $path) { Read-HelpPage $path } else { @{ Head = @{}; Section = @{} } }
    $script:instance = [Activator]::CreateInstance($Command.ImplementingType)
    $summary = Get-Comment "T:$($Command.ImplementingType.FullName)"
    $old = { param($Name) if ($page.Section.Contains($Name)) { $page.Section[$Name] } else { '' } }
    $synopsis = & $old 'SYNOPSIS'
    $description = & $old 'DESCRIPTION'
    $own = @($Command.Parameters.Values | Where-Object { $_.Name -notin $common } | Sort-Object Name)
    $sets = @($Command.ParameterSets | Sort-Object { -not $_.IsDefault }, Name)
    $sections = [ordered]@{
        SYNOPSIS        = if ($synopsis) { $synopsis } else { ($summary -replace '\n', ' ') -replace '(?<=[.])\s.*$' }
        SYNTAX          = @($sets | ForEach-Object { Format-Syntax $Command $_ }) -join "`n`n"
        ALIASES         = ''
        DESCRIPTION     = if ($description) { $description } else { $summary }
        EXAMPLES        = & $old 'EXAMPLES'
        PARAMETERS      = (@($own | ForEach-Object { Format-Parameter $Command $_ }) + "### CommonParameters`n`nThis cmdlet supports the common parameters. See about_CommonParameters.") -join "`n`n"
        INPUTS          = Format-Input $Command
        OUTPUTS         = @($Command.OutputType | ForEach-Object { Format-Type $_.Type }) -join "`n`n"
        NOTES           = Format-Notes $Command (& $old 'NOTES')
        'RELATED LINKS' = & $old 'RELATED LINKS'
    }
    $head = [ordered]@{
        'document type'          = 'cmdlet'
        'external help file'     = 'Invoicing.dll-Help.xml'
        HelpUri                  = "$address/blob/main/docs/en-US/$($Command.Name).md"
        Locale                   = 'en-US'
        'Module Name'            = 'Invoicing'
        'ms.date'                = if ($page.Head.Contains('ms.date')) { $page.Head['ms.date'] } else { [datetime]::Today.ToString('MM/dd/yyyy', [cultureinfo]::InvariantCulture) }
        'PlatyPS schema version' = '2024-05-01'
        title                    = $Command.Name
    }
    $text = "---`n" + (@($head.Keys | ForEach-Object { "${_}: $($head[$_])" }) -join "`n") + "`n---`n`n# $($Command.Name)`n"
    foreach ($name in $sections.Keys) { $text += "`n## $name`n" + $(if ($sections[$name]) { "`n$($sections[$name])`n" }) }
    [IO.File]::WriteAllText($path, $text, (New-Object Text.UTF8Encoding $false))
}

# The table of about_Invoicing_Providers: the cmdlets that some provider lacks, those of a noun on one line where they are alike.
function Update-ProviderTopic($Commands) {
    $path = Join-Path (Resolve-Path $Pages).ProviderPath 'about_Invoicing_Providers.help.txt'
    $row = '    {0,-30} ' + ((0..($providers.Count - 1) | ForEach-Object { "{$($_ + 1),-$($providers[$_].Name.Length)}" }) -join ' ')
    $groups = $Commands | ForEach-Object {
        $name = $_.Name
        [pscustomobject]@{ Noun = $_.Noun; Verb = $_.Verb; Has = @($providers | ForEach-Object { if ($_.Command -contains $name) { 'yes' } else { '-' } }) }
    } | Where-Object { $_.Has -contains '-' } | Group-Object { "$($_.Noun) $($_.Has)" } | Sort-Object Name -Culture ''
    $lines = foreach ($group in $groups) {
        $one = $group.Group[0]
        "    $($one.Noun): $(($group.Group.Verb | Sort-Object -Culture '') -join ', ')"
        ($row -f (@('') + $one.Has)).TrimEnd()
    }
    $heading = ($row -f (@('') + @($providers | ForEach-Object { $_.Name }))).TrimEnd()
    $text = [IO.File]::ReadAllText($path).Replace("`r", '')
    $table = "  What each can do`n`n    Cmdlets that are not named here are there at every provider.`n`n$heading`n$($lines -join "`n")`n`n"
    $text = [regex]::Replace($text, '(?s)  What each can do\n.*?(?=SEE ALSO)', { $table })
    [IO.File]::WriteAllText($path, $text, (New-Object Text.UTF8Encoding $false))
}

$commands = @(Get-Command -Module Invoicing -CommandType Cmdlet)
$commands | ForEach-Object { Update-HelpPage $_ }
Update-ProviderTopic $commands
Get-ChildItem $Pages -Filter '*-*.md' | Where-Object { $_.BaseName -notin $commands.Name } | Remove-Item
Write-Host "Brought $($commands.Count) help pages up to date."
