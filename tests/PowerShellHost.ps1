# Dot-sourced by build.ps1 and by tests that need a PowerShell process of their own.

# The command and the leading arguments that start this PowerShell once more. A PowerShell that came as a dotnet tool runs inside `dotnet`,
# so that the path of the process alone would start something else.
function Get-PowerShellHost {
    $process = (Get-Process -Id $PID).Path
    switch -Regex ([IO.Path]::GetFileNameWithoutExtension($process)) {
        '^(pwsh|pwsh-preview|powershell)$' { return $process }
        '^dotnet$' { return $process, (Join-Path $PSHOME 'pwsh.dll') }
    }

    # An editor or another program that hosts PowerShell: the executable of its version lies in its home.
    foreach ($name in 'pwsh', 'pwsh.exe', 'powershell.exe') {
        $file = Join-Path $PSHOME $name
        if (Test-Path -LiteralPath $file -PathType Leaf) { return $file }
    }

    throw "No way to start this PowerShell ($process) once more was found in $PSHOME."
}

# Runs this PowerShell once more. Its output goes down the pipeline; its exit code is in $LASTEXITCODE.
function Invoke-PowerShellHost([string[]] $Arguments) {
    $words = @(Get-PowerShellHost)
    $leading = @($words | Select-Object -Skip 1)
    & $words[0] @leading -NoLogo -NoProfile -NonInteractive @Arguments
}

# How to start this PowerShell once more as a process whose streams the caller reads. The arguments are one text, quoted where they hold blanks.
function New-PowerShellStart([string] $Arguments) {
    $words = @(Get-PowerShellHost)
    $leading = @($words | Select-Object -Skip 1 | ForEach-Object { "`"$_`"" }) + '-NoLogo -NoProfile -NonInteractive', $Arguments
    $start = [Diagnostics.ProcessStartInfo]::new($words[0], $leading -join ' ')
    $start.UseShellExecute = $false
    $start
}
