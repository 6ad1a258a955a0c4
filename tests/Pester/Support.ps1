# Dot-sourced by the tests: where the package is, how to run a script in a process of its own, and a simulator on a port.

$Package = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', 'out', 'TencentImageReplication'))
$Manifest = Join-Path $Package 'TencentImageReplication.psd1'
if (-not (Test-Path $Manifest)) {
    throw "There is no package in $Package. Make it first: ./build.ps1 -Task Package"
}

# Once loaded, an assembly stays in its process, so that what importing does can be seen only in a fresh one.
function Invoke-Fresh([string] $Script) {
    $text = "`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; Import-Module '$Manifest'; $Script"
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($text))
    & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -OutputFormat Text -EncodedCommand $encoded 2>&1 | ForEach-Object { "$_" }
}

# A simulator on a free port; -Arguments as its --help tells them. Its Process is to be ended with Stop-Simulator.
function Start-Simulator([string] $InfoFile, [string[]] $Arguments = @()) {
    $source = [IO.Path]::Combine($PSScriptRoot, '..', '..', 'src', 'TencentImageReplication.SimulatorHost')
    $program = Get-ChildItem (Join-Path $source 'bin/*/net*/TencentImageReplication.SimulatorHost.dll') -ErrorAction SilentlyContinue |
        Sort-Object LastWriteTimeUtc | Select-Object -Last 1
    if ($program) { $command = @($program.FullName) } else { $command = 'run', '--project', $source, '--' }
    $command += @('--urls', 'http://127.0.0.1:0', '--info-file', $InfoFile) + $Arguments
    $process = Start-Process dotnet -ArgumentList ($command | ForEach-Object { "`"$_`"" }) -PassThru -RedirectStandardOutput "$InfoFile.log"
    try {
        $patience = [DateTime]::UtcNow.AddMinutes(2)
        while (-not (Test-Path $InfoFile)) {
            if ($process.HasExited -or [DateTime]::UtcNow -gt $patience) { throw "The simulator did not start: $(Get-Content "$InfoFile.log" -Raw)" }
            Start-Sleep -Milliseconds 50
        }
        $info = Get-Content $InfoFile -Raw | ConvertFrom-Json
        [pscustomobject]@{ Process = $process; Endpoint = $info.endpoint; Account = $info.accounts[0] }
    }
    catch {
        Stop-Simulator ([pscustomobject]@{ Process = $process })
        throw
    }
}

function Stop-Simulator($Simulator) {
    if ($Simulator -and -not $Simulator.Process.HasExited) {
        # With what it has started, if it was run from its source.
        if ($PSEdition -eq 'Core') { $Simulator.Process.Kill($true) } else { $Simulator.Process.Kill() }
        $Simulator.Process.WaitForExit()
    }
}
