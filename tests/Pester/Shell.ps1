# Dot-sourced: starts one more process of this PowerShell, whether it is an installed one, a .NET tool or Windows PowerShell.

# A shell that reports home looks like the module doing so, and takes longer.
$env:POWERSHELL_TELEMETRY_OPTOUT = '1'
$env:POWERSHELL_UPDATECHECK = 'Off'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

# The program, and the arguments that come before those of PowerShell: a .NET tool is run by dotnet.
function Get-ShellCommand {
    $program = if ($PSEdition -eq 'Core') { [Environment]::ProcessPath } else { Join-Path $PSHOME 'powershell.exe' }
    $program
    if ([IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' }
}

# Start-Job runs a program beside the assemblies of PowerShell. That of a .NET tool is for Linux on x64 only.
function Test-StartJob {
    @(Get-ShellCommand).Count -eq 1 -or ($IsLinux -and [Runtime.InteropServices.RuntimeInformation]::ProcessArchitecture -eq 'X64') -or
        (Test-Path (Join-Path $PSHOME 'pwsh.exe'))
}

# Runs a shell with the arguments given, in this console.
function Invoke-Shell {
    $program, $first = Get-ShellCommand
    if ($first) { & $program $first @args } else { & $program @args }
}

# Starts a shell with the arguments given, and returns its process without waiting for it.
function Start-Shell([string[]] $Arguments, [string] $OutputFile, [string] $ErrorFile) {
    $program, $first = Get-ShellCommand
    $quoted = @($first) + $Arguments | Where-Object { $_ } | ForEach-Object { '"' + $_.Replace('"', '\"') + '"' }
    Start-Process $program -ArgumentList $quoted -PassThru -NoNewWindow -RedirectStandardOutput $OutputFile -RedirectStandardError $ErrorFile
}
