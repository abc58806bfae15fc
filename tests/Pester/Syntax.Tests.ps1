# Scripts of this repository run in Windows PowerShell 5.1, whose parser knows less.

BeforeDiscovery {
    $root = (Resolve-Path "$PSScriptRoot/../..").ProviderPath
    $scripts = @(Get-ChildItem $root -Recurse -File -Include *.ps1, *.psm1, *.psd1 | Where-Object { $_.FullName.Substring($root.Length) -notmatch '[\\/](out|bin|obj|\.[^\\/]+)[\\/]' } |
        ForEach-Object { @{ Script = $_.FullName.Substring($root.Length + 1); Path = $_.FullName } })
}

Describe 'The script <Script>' -ForEach $scripts {
    It 'says nothing that Windows PowerShell cannot read' {
        $tokens = $null
        $errors = $null
        $tree = [Management.Automation.Language.Parser]::ParseFile($Path, [ref]$tokens, [ref]$errors)
        @($errors) | Should -BeNullOrEmpty
        $newer = 'QuestionQuestion', 'QuestionQuestionEquals', 'QuestionDot', 'QuestionLBracket'
        @($tokens | Where-Object { "$($_.Kind)" -in $newer } | ForEach-Object { "$($_.Extent.StartLineNumber): $($_.Text)" }) | Should -BeNullOrEmpty
        $trees = 'TernaryExpressionAst', 'PipelineChainAst'
        @($tree.FindAll({ param($part) $part.GetType().Name -in $trees }, $true) | ForEach-Object { "$($_.Extent.StartLineNumber): $($_.Extent.Text)" }) | Should -BeNullOrEmpty
        @($tree.FindAll({ param($part) $part.GetType().Name -eq 'PipelineAst' -and $part.Background }, $true)) | Should -BeNullOrEmpty
    }
}
