# The build's own promises: a suite that did not run, or a test file that cannot be read, never looks like success.

BeforeAll {
    $script:tests = Split-Path $PSScriptRoot
    . (Join-Path $tests 'PowerShellHost.ps1')
    . (Join-Path $tests 'Suite.ps1')

    # What the inner runs print would look like results of this one.
    function Out-Host { }

    # A folder with the runner and test files of its own.
    function New-Runner {
        param([string] $Content, [switch] $WithPester)
        $folder = Join-Path $TestDrive ([Guid]::NewGuid().ToString('N'))
        $null = New-Item (Join-Path $folder 'tests/Pester') -ItemType Directory -Force
        Copy-Item (Join-Path $tests 'RunPester.ps1') (Join-Path $folder 'tests')
        [IO.File]::WriteAllText((Join-Path $folder 'tests/Pester/Sample.Tests.ps1'), $Content)
        if ($WithPester) {
            $version = Split-Path (Split-Path (Get-Module Pester).ModuleBase) -Leaf
            $target = Join-Path $folder ".packages/pester/$version"
            $null = New-Item $target -ItemType Directory -Force
            Copy-Item (Get-Module Pester).ModuleBase (Join-Path $target 'tools') -Recurse
        }

        $folder
    }

    function Invoke-SampleSuite {
        param([string] $Folder)
        $suite = @{
            Name    = 'Sample'
            Command = 'Invoke-PesterSuite'
            With    = @{ Module = $Folder; Output = $Folder; Runner = (Join-Path $Folder 'tests/RunPester.ps1') }
        }
        $said = @(Invoke-Suite $suite 6>&1)
        [pscustomobject]@{ Good = $said[-1]; Lines = @($said | Where-Object { $_ -isnot [bool] } | ForEach-Object { "$_" }) }
    }
}

Describe 'The test command' {
    It 'passes a suite whose tests pass' {
        $run = Invoke-SampleSuite (New-Runner "Describe 'a' { It 'b' { 1 | Should -Be 1 } }" -WithPester)
        $run.Good | Should -BeTrue
        $run.Lines[-1] | Should -Be '1 passed, 0 failed, 0 skipped'
    }

    It 'fails for <Case>' -ForEach @(
        @{ Case = 'a test that fails'; Content = "Describe 'a' { It 'b' { 1 | Should -Be 2 } }" }
        @{ Case = 'a file that cannot be parsed'; Content = "Describe 'a' { It 'b' {" }
        @{ Case = 'a file that breaks while its tests are collected'; Content = "throw 'broken'" }
        @{ Case = 'a block that cannot be prepared'; Content = "Describe 'a' { BeforeAll { throw 'broken' }; It 'b' { 1 | Should -Be 1 } }" }
        @{ Case = 'a suite without a test'; Content = '# nothing' }
    ) {
        (Invoke-SampleSuite (New-Runner $Content -WithPester)).Good | Should -BeFalse
    }

    It 'fails where no Pester can be had, and says that the suite did not run' {
        $folder = New-Runner "Describe 'a' { It 'b' { 1 | Should -Be 1 } }"

        # Neither a restored package, nor an installed module, nor a feed.
        $modules, $path = $env:PSModulePath, $env:PATH
        try {
            $env:PSModulePath = Join-Path $folder 'none'
            $env:PATH = Join-Path $folder 'none'
            $run = Invoke-SampleSuite $folder
        }
        finally {
            $env:PSModulePath, $env:PATH = $modules, $path
        }

        $run.Good | Should -BeFalse
        $run.Lines | Should -Contain 'Sample: did not run'
        $run.Lines[-1] | Should -Be '0 passed, 1 failed, 0 skipped'
    }
}
