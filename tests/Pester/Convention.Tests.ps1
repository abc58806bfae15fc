# What a review would otherwise have to repeat.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $commands = @(Get-Command -Module Invoicing | ForEach-Object { @{ Name = $_.Name; Command = $_ } })
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $types = @((Get-Command Get-InvoiceClient).ImplementingType.Assembly.GetTypes() |
        Where-Object { $_.GetCustomAttributes([Management.Automation.CmdletAttribute], $false).Count -gt 0 })
    $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
    $base = (Get-Command Get-InvoiceClient).ImplementingType
    while ($base.BaseType.Namespace -like 'Invoicing*') { $base = $base.BaseType }
}

Describe 'The module' {
    It 'exports the cmdlets of its DLL, each by name' {
        $data = Import-PowerShellDataFile $manifest
        $inside = $types | ForEach-Object { $a = $_.GetCustomAttributes([Management.Automation.CmdletAttribute], $false)[0]; "$($a.VerbName)-$($a.NounName)" } | Sort-Object
        $data.CmdletsToExport | Sort-Object | Should -Be $inside
        (Get-Command -Module Invoicing).Name | Sort-Object | Should -Be $inside
        foreach ($list in 'FunctionsToExport', 'VariablesToExport', 'AliasesToExport', 'CmdletsToExport', 'FormatsToProcess', 'TypesToProcess') {
            $data.ContainsKey($list) | Should -BeTrue -Because $list
            "$($data[$list])" | Should -Not -Match '\*'
        }
    }

    It 'has a whole manifest' {
        $module = Test-ModuleManifest $manifest
        foreach ($property in 'Author', 'CompanyName', 'Copyright', 'Description', 'Guid', 'PowerShellVersion', 'ReleaseNotes') {
            "$($module.$property)" | Should -Not -BeNullOrEmpty -Because $property
        }

        $module.CompatiblePSEditions | Sort-Object | Should -Be 'Core', 'Desktop'
        $module.Version | Should -BeGreaterThan ([version]'0.0.1')
        $module.Tags.Count | Should -BeGreaterThan 3
        $assembly = $base.Assembly.GetName().Version
        "$($assembly.Major).$($assembly.Minor).$($assembly.Build)" | Should -Be $module.Version.ToString(3)
    }

    It 'says where the project is and what is new' {
        $root = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../..'))
        $address = ([xml][IO.File]::ReadAllText((Join-Path $root 'Directory.Build.props'))).SelectSingleNode('//PackageProjectUrl').InnerText
        $module = Test-ModuleManifest $manifest
        "$($module.ProjectUri)" | Should -Be $address
        "$($module.LicenseUri)" | Should -Be "$address/blob/main/LICENSE"
        $module.ReleaseNotes | Should -Match '(?m)^- .{20,}'
        [IO.File]::ReadAllText((Join-Path $root 'CHANGELOG.md')).Replace("`r", '') | Should -Match ([regex]::Escape($module.ReleaseNotes.Replace("`r", '')))
    }

    It 'is made of no files but these' {
        @(Get-ChildItem $moduleFolder -Filter *.dll).Name | Sort-Object | Should -Be 'Invoicing.Core.dll', 'Invoicing.dll', 'Invoicing.Saft.dll', 'Invoicing.Sandbox.dll', 'Newtonsoft.Json.dll'
        @(Get-ChildItem $moduleFolder -Recurse -Include *.psm1, *.ps1, *.pdb).Count | Should -Be 0
    }

    It 'keeps PowerShell out of the Core and the Sandbox, and the Core out of the Sandbox' {
        $null = Get-InvoiceProvider
        $null = Get-InvoiceSandbox
        $core = [Invoicing.Client].Assembly
        $sandbox = [Invoicing.Sandbox.SandboxServer].Assembly
        $core.GetReferencedAssemblies().Name | Should -Not -Contain 'System.Management.Automation'
        $core.GetReferencedAssemblies().Name | Should -Not -Contain 'Invoicing.Sandbox'
        $sandbox.GetReferencedAssemblies().Name | Should -Not -Contain 'System.Management.Automation'
        $sandbox.GetReferencedAssemblies().Name | Should -Not -Contain 'Invoicing.Core'
    }

    It 'has a view for every type of object that a cmdlet writes' {
        $views = @(Get-ChildItem $moduleFolder -Filter *.format.ps1xml | ForEach-Object { ([xml](Get-Content $_.FullName -Raw)).SelectNodes('//View/ViewSelectedBy/TypeName') | ForEach-Object InnerText })
        # A view of a base class serves the classes made of it. What comes alone is a list.
        $missing = foreach ($type in $types | ForEach-Object { $_.GetCustomAttributes([Management.Automation.OutputTypeAttribute], $false).Type.Type } | Sort-Object FullName -Unique) {
            $ancestors = for ($one = $type; $one; $one = $one.BaseType) { $one.FullName }
            if ($type.FullName -like 'Invoicing.*' -and -not ($ancestors | Where-Object { $_ -in $views })) { $type.Name }
        }

        @($missing | Where-Object { $_ -notin 'SaftHeader', 'SaftSummary' }) | Should -BeNullOrEmpty
    }
}

Describe '<Name>' -ForEach $commands {
    BeforeAll {
        $type = $Command.ImplementingType
        $attribute = $type.GetCustomAttributes([Management.Automation.CmdletAttribute], $false)[0]
        $own = @($Command.Parameters.Values | Where-Object { $_.Name -notin $common })
    }

    It 'has an approved verb and a singular noun' {
        (Get-Verb).Verb | Should -Contain $Command.Verb
        $Command.Noun | Should -Match '^(Invoice|Saft)'
        $Command.Noun | Should -Not -Match '[^s]s$'
    }

    It 'lets its one base class decide when it runs' {
        $type.IsSealed | Should -BeTrue
        $type.IsSubclassOf($base) | Should -BeTrue
        foreach ($method in 'BeginProcessing', 'ProcessRecord', 'EndProcessing', 'StopProcessing') {
            $type.GetMethod($method, [Reflection.BindingFlags]'Instance, NonPublic, Public').DeclaringType | Should -Be $base
        }
    }

    It 'asks before it changes something, and only then' {
        # Of the imports, one makes documents at the provider; the others read files. A proposal changes nothing.
        $changing = $Name -eq 'Import-InvoiceXml' -or ($Command.Verb -notin 'Get', 'Test', 'Find', 'Export', 'Import', 'Connect', 'Start', 'Compare', 'Measure' -and $Name -notin 'New-InvoiceLine', 'Resolve-InvoicePayment')
        $attribute.SupportsShouldProcess | Should -Be $changing
    }

    It 'declares what it writes' {
        $Command.OutputType.Count | Should -BeGreaterThan 0
        if ($Command.Parameters.ContainsKey('PassThru')) { $Command.OutputType.Type | Should -Not -Contain ([void]) }
    }

    It 'takes secrets as SecureString or PSCredential alone' {
        # The place of a secret is text.
        foreach ($parameter in $own | Where-Object Name -match '(?<!Public)Key|Password|Secret(?!Name|Script)|Token|Credential') {
            $parameter.ParameterType | Should -BeIn ([securestring], [pscredential]) -Because $parameter.Name
        }
    }

    It 'names its parameters as PowerShell does' {
        foreach ($parameter in $own) {
            $parameter.Name | Should -MatchExactly '^[A-Z][A-Za-z]*$'
            if ($parameter.Name -match 'Timeout|Interval|Wait$|Latency') { $parameter.Name | Should -Match '(Sec|Ms|^Wait)$' }
            # Plurals are for what is no list either.
            $parameter.Name | Should -Not -Match '[^s]s$(?<!Address|PaymentDays|Notes|AcceptTerms|Series|LatencyMs|MaximumPlaces)' -Because 'names are singular'
            if ($parameter.SwitchParameter) {
                $parameter.ParameterType | Should -Be ([switch])
            }
        }
    }

    It 'reads what a column gives by itself' {
        # PowerShell passes over a column that it cannot convert where another parameter takes the row; and it reads 1,5 as 15.
        $byPipeline = @($own | Where-Object { $_.Attributes | Where-Object { $_ -is [Parameter] -and $_.ValueFromPipeline } }).Count -gt 0
        foreach ($parameter in $own | Where-Object { $_.ParameterType -ne [string] }) {
            $optional = @($parameter.Attributes | Where-Object { $_ -is [Parameter] -and $_.ValueFromPipelineByPropertyName -and -not $_.Mandatory }).Count -gt 0
            if (-not ($byPipeline -and $optional) -and $parameter.ParameterType -notin [Nullable[datetime]], [Nullable[decimal]]) { continue }
            @($parameter.Attributes | Where-Object { $_ -is [Management.Automation.ArgumentTransformationAttribute] -and $_.GetType().Namespace -like 'Invoicing*' }).Count | Should -Be 1 -Because $parameter.Name
        }
    }

    It 'has a session wherever it talks to the provider' {
        if ($Command.Parameters.ContainsKey('Session')) { $Command.Parameters.Session.Aliases | Should -Contain 'Connection' }
    }

    It 'has parameter sets of which each can be told from the others' {
        foreach ($set in $Command.ParameterSets) {
            @($set.Parameters | Where-Object ValueFromPipeline).Count | Should -BeLessOrEqual 1 -Because $set.Name
            $positions = @($set.Parameters | Where-Object Position -ge 0 | ForEach-Object Position)
            @($positions | Sort-Object -Unique).Count | Should -Be $positions.Count -Because $set.Name
        }

        if ($Command.ParameterSets.Count -gt 1) {
            $shapes = @($Command.ParameterSets | ForEach-Object { ($_.Parameters.Name | Sort-Object) -join ',' })
            @($shapes | Sort-Object -Unique).Count | Should -Be $shapes.Count
        }
    }
}

Describe 'Scripts' {
    It 'start PowerShell through the one helper, which knows all forms of it' {
        $root = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../..'))
        $scripts = @(Get-Item (Join-Path $root '*.ps1')) + @('tests', 'docs' | ForEach-Object { Get-ChildItem (Join-Path $root $_) -Recurse -Filter *.ps1 })
        $scripts.Count | Should -BeGreaterThan 20
        $apart = @($scripts | Where-Object { $_.FullName -notmatch '[\\/](bin|obj|out)[\\/]' -and (Get-Content $_ -Raw) -match 'Get-Process -Id \$PID\)\.Path|MainModule\.FileName' })
        $apart.Name | Should -Be 'PowerShellHost.ps1'
    }
}
