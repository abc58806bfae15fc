# Dot-sourced by build.ps1 and by the tests of the help: reads help pages (docs/en-US/*.md, the schema of PlatyPS 1.x) and writes the MAML file of
# the module from them. The same pages give the same bytes on every system.

# The page of a cmdlet: what stands before its first heading, and the text below each heading of the second level.
function Read-HelpPage([string] $Path) {
    $lines = [IO.File]::ReadAllText($Path).Replace("`r", '').Split("`n")
    $page = @{ Name = [IO.Path]::GetFileNameWithoutExtension($Path); Head = [ordered]@{}; Section = [ordered]@{} }
    $section, $fenced, $at = '', $false, 0
    if ($lines[0] -eq '---') {
        for ($at = 1; $lines[$at] -ne '---'; $at++) {
            $name, $value = $lines[$at] -split ': ?', 2
            $page.Head[$name] = $value
        }

        $at++
    }

    $text = @{}
    for (; $at -lt $lines.Count; $at++) {
        if ($lines[$at].StartsWith('```')) { $fenced = -not $fenced }
        if (-not $fenced -and $lines[$at] -match '^## (.+)$') {
            $section = $Matches[1]
            $page.Section[$section] = ''
            $text[$section] = New-Object 'Collections.Generic.List[string]'
        }
        elseif ($section) { $text[$section].Add($lines[$at]) }
    }

    foreach ($one in @($page.Section.Keys)) { $page.Section[$one] = ($text[$one] -join "`n").Trim("`n") }
    $page
}

# The parts of a section by their headings of the third level, in order.
function Split-HelpSection([string] $Text) {
    $part, $fenced = $null, $false
    foreach ($line in $Text.Split("`n")) {
        if ($line.StartsWith('```')) { $fenced = -not $fenced }
        if (-not $fenced -and $line -match '^### (.+)$') {
            if ($part) { $part }
            $part = @{ Title = $Matches[1]; Text = '' }
        }
        elseif ($part) { $part.Text = ($part.Text + "`n" + $line).TrimStart("`n") }
    }

    if ($part) { $part }
}

# A part as its text and its fenced blocks, in order: objects with Kind ('' for text, else the word after the fence) and Text.
function Split-HelpBlock([string] $Text) {
    $kind, $lines = '', (New-Object 'Collections.Generic.List[string]')
    foreach ($line in $Text.Split("`n") + '```end') {
        if (-not $line.StartsWith('```')) {
            $lines.Add($line)
            continue
        }

        $content = ($lines -join "`n").Trim("`n")
        if ($content) { [pscustomobject]@{ Kind = $kind; Text = $content } }
        $lines.Clear()
        $kind = if ($kind) { '' } else { $line.Substring(3).Trim() + ' ' }
    }
}

# A parameter of a page: its description, and the values of its YAML block.
function Read-HelpParameter($Part) {
    $blocks = @(Split-HelpBlock $Part.Text)
    $parameter = @{ Name = $Part.Title.TrimStart('-'); Text = @($blocks | Where-Object { $_.Kind -eq '' } | ForEach-Object { $_.Text }) -join "`n`n"; Sets = @() }
    foreach ($line in @($blocks | Where-Object { $_.Kind -eq 'yaml ' } | ForEach-Object { $_.Text.Split("`n") })) {
        if ($line -match '^- Name: (.+)$') {
            $set = @{ Name = $Matches[1] }
            $parameter.Sets += $set
        }
        elseif ($line -match '^  (\w+): (.*)$') { $set[$Matches[1]] = $Matches[2] }
        elseif ($line -match '^- (.+)$') { $parameter[$list] = @($parameter[$list]) + $Matches[1] }
        elseif ($line -match '^(\w+): ?(.*)$') {
            $list = $Matches[1]
            $parameter[$list] = if ($Matches[2] -in '', '[]') { @() } else { $Matches[2].Trim("'") }
        }
    }

    $parameter
}

# Paragraphs of plain text: lines are joined, marks of Markdown are taken out.
function ConvertTo-HelpText([string] $Markdown) {
    foreach ($paragraph in $Markdown -split '\n\s*\n|\n(?=- )') {
        $line = ($paragraph -replace '\s*\n\s*', ' ').Trim()
        if ($line) { [regex]::Replace($line, '\[([^\]]+)\]\([^)]*\)', '$1') -replace '`|\*\*', '' -replace '\\([\[\]<>*_])', '$1' }
    }
}

$script:namespaces = @{
    command = 'http://schemas.microsoft.com/maml/dev/command/2004/10'
    maml    = 'http://schemas.microsoft.com/maml/2004/10'
    dev     = 'http://schemas.microsoft.com/maml/dev/2004/10'
}

function Write-MamlElement($Writer, [string] $Name, [string] $Text = '') {
    $prefix, $local = $Name -split ':'
    $Writer.WriteElementString($prefix, $local, $namespaces[$prefix], $Text)
}

function Open-MamlElement($Writer, [string] $Name, $Attributes = @{}) {
    $prefix, $local = $Name -split ':'
    $Writer.WriteStartElement($prefix, $local, $namespaces[$prefix])
    foreach ($one in $Attributes.Keys) { $Writer.WriteAttributeString($one, $Attributes[$one]) }
}

function Write-MamlText($Writer, [string] $Name, [string] $Markdown) {
    Open-MamlElement $Writer $Name
    foreach ($paragraph in ConvertTo-HelpText $Markdown) { Write-MamlElement $Writer 'maml:para' $paragraph }
    $Writer.WriteEndElement()
}

function Write-MamlParameter($Writer, $Parameter, $Set) {
    $ways = @('ByPropertyName', 'ByValue' | Where-Object { $Set["ValueFromPipeline$($_ -replace 'ByValue')"] -eq 'true' })
    $type = $Parameter.Type -replace '^.*\.(?=[^.]+$)'
    Open-MamlElement $Writer 'command:parameter' ([ordered]@{
        required      = $Set.IsRequired
        globbing      = $Parameter.SupportsWildcards
        pipelineInput = if ($ways) { "True ($($ways -join ', '))" } else { 'False' }
        position      = $Set.Position.ToLowerInvariant()
        aliases       = if ($Parameter.Aliases) { @($Parameter.Aliases) -join ', ' } else { 'none' }
    })
    Write-MamlElement $Writer 'maml:name' $Parameter.Name
    Write-MamlText $Writer 'maml:description' $Parameter.Text
    if ($type -ne 'SwitchParameter') {
        Open-MamlElement $Writer 'command:parameterValue' ([ordered]@{ required = 'true'; variableLength = "$($type.EndsWith('[]'))".ToLowerInvariant() })
        $Writer.WriteString($type)
        $Writer.WriteEndElement()
    }

    Open-MamlElement $Writer 'dev:type'
    Write-MamlElement $Writer 'maml:name' $type
    $Writer.WriteEndElement()
    Write-MamlElement $Writer 'dev:defaultValue' $Parameter.DefaultValue
    $Writer.WriteEndElement()
}

# The types of INPUTS or OUTPUTS.
function Write-MamlType($Writer, [string] $List, [string] $Item, [string] $Section) {
    Open-MamlElement $Writer $List
    foreach ($part in Split-HelpSection $Section) {
        Open-MamlElement $Writer $Item
        Open-MamlElement $Writer 'dev:type'
        Write-MamlElement $Writer 'maml:name' $part.Title
        $Writer.WriteEndElement()
        Write-MamlText $Writer 'maml:description' $part.Text
        $Writer.WriteEndElement()
    }

    $Writer.WriteEndElement()
}

function Write-MamlExample($Writer, $Part) {
    $blocks = @(Split-HelpBlock $Part.Text)
    Open-MamlElement $Writer 'command:example'
    Write-MamlElement $Writer 'maml:title' "----- $($Part.Title) -----"

    # What is shown stands below the lines that show it.
    Write-MamlElement $Writer 'dev:code' (@($blocks | Where-Object Kind -In 'powershell ', 'output ' | ForEach-Object Text) -join "`n`n")
    Open-MamlElement $Writer 'dev:remarks'
    foreach ($paragraph in $blocks | Where-Object Kind -EQ '' | ForEach-Object { ConvertTo-HelpText $_.Text }) { Write-MamlElement $Writer 'maml:para' $paragraph }

    # Get-Help writes the next title right below.
    Write-MamlElement $Writer 'maml:para'
    $Writer.WriteEndElement()
    $Writer.WriteEndElement()
}

function Write-MamlCommand($Writer, $Page) {
    $verb, $noun = $Page.Name -split '-', 2
    $parameters = @(Split-HelpSection $Page.Section['PARAMETERS'] | Where-Object { $_.Title.StartsWith('-') } | ForEach-Object { Read-HelpParameter $_ })
    Open-MamlElement $Writer 'command:command'
    Open-MamlElement $Writer 'command:details'
    Write-MamlElement $Writer 'command:name' $Page.Name
    Write-MamlElement $Writer 'command:verb' $verb
    Write-MamlElement $Writer 'command:noun' $noun
    Write-MamlText $Writer 'maml:description' $Page.Section['SYNOPSIS']
    $Writer.WriteEndElement()
    Write-MamlText $Writer 'maml:description' $Page.Section['DESCRIPTION']
    Open-MamlElement $Writer 'command:syntax'
    foreach ($title in Split-HelpSection $Page.Section['SYNTAX'] | ForEach-Object { $_.Title -replace ' \(Default\)$' }) {
        Open-MamlElement $Writer 'command:syntaxItem'
        Write-MamlElement $Writer 'maml:name' $Page.Name
        $here = foreach ($parameter in $parameters | Where-Object { $_.DontShow -ne 'true' }) {
            $set = $parameter.Sets | Where-Object { $_.Name -in $title, '(All)' } | Select-Object -First 1
            if ($set) { [pscustomobject]@{ Parameter = $parameter; Set = $set; Last = $parameter.Name -in 'WhatIf', 'Confirm' } }
        }

        $sorted = $here | Sort-Object { $_.Last }, { if ($_.Set.Position -eq 'Named') { 999 } else { [int]$_.Set.Position } }, { $_.Set.IsRequired -ne 'true' }, { $_.Parameter.Name }
        foreach ($one in $sorted) { Write-MamlParameter $Writer $one.Parameter $one.Set }
        $Writer.WriteEndElement()
    }

    $Writer.WriteEndElement()
    Open-MamlElement $Writer 'command:parameters'
    foreach ($parameter in $parameters) { Write-MamlParameter $Writer $parameter $parameter.Sets[0] }
    $Writer.WriteEndElement()
    Write-MamlType $Writer 'command:inputTypes' 'command:inputType' $Page.Section['INPUTS']
    Write-MamlType $Writer 'command:returnValues' 'command:returnValue' $Page.Section['OUTPUTS']
    Open-MamlElement $Writer 'maml:alertSet'
    Write-MamlText $Writer 'maml:alert' $Page.Section['NOTES']
    $Writer.WriteEndElement()
    Open-MamlElement $Writer 'command:examples'
    foreach ($part in Split-HelpSection $Page.Section['EXAMPLES']) { Write-MamlExample $Writer $part }
    $Writer.WriteEndElement()
    Open-MamlElement $Writer 'command:relatedLinks'
    $links = @([pscustomobject]@{ Text = 'Online Version:'; Uri = $Page.Head['HelpUri'] })
    $links += [regex]::Matches($Page.Section['RELATED LINKS'], '(?m)^- \[([^\]]+)\]') | ForEach-Object { [pscustomobject]@{ Text = $_.Groups[1].Value; Uri = '' } }
    foreach ($link in $links) {
        Open-MamlElement $Writer 'maml:navigationLink'
        Write-MamlElement $Writer 'maml:linkText' $link.Text
        Write-MamlElement $Writer 'maml:uri' $link.Uri
        $Writer.WriteEndElement()
    }

    $Writer.WriteEndElement()
    $Writer.WriteEndElement()
}

# The MAML file of a folder of pages.
function Write-HelpMaml([string] $Folder, [string] $Path) {
    $settings = New-Object Xml.XmlWriterSettings -Property @{ Indent = $true; NewLineChars = "`n"; Encoding = New-Object Text.UTF8Encoding $false }
    $writer = [Xml.XmlWriter]::Create($Path, $settings)
    try {
        $writer.WriteStartElement('helpItems', 'http://msh')
        $writer.WriteAttributeString('schema', 'maml')
        foreach ($prefix in 'command', 'dev', 'maml') { $writer.WriteAttributeString('xmlns', $prefix, $null, $namespaces[$prefix]) }
        foreach ($file in [IO.Directory]::GetFiles($Folder, '*-*.md') | Sort-Object { [IO.Path]::GetFileName($_) } -Culture '') { Write-MamlCommand $writer (Read-HelpPage $file) }
        $writer.WriteEndElement()
    }
    finally { $writer.Dispose() }
}
