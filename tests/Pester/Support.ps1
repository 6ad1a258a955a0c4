# Dot-sourced by the tests: where the package is, how to run a script in a process of its own, a simulator on a port, and files
# that only their owner can read.
. "$PSScriptRoot/Shell.ps1"

$OnWindows = $PSEdition -ne 'Core' -or $IsWindows
$Package = if ($env:TCC_TEST_PACKAGE) { $env:TCC_TEST_PACKAGE } else { [IO.Path]::Combine($PSScriptRoot, '..', '..', 'out', 'TencentImageReplication') }
$Package = [IO.Path]::GetFullPath($Package)
$Manifest = Join-Path $Package 'TencentImageReplication.psd1'
if (-not (Test-Path $Manifest)) {
    throw "There is no package in $Package. Make it first: ./build.ps1 -Task Package"
}

# PowerShell compiles in the background what earlier sessions on a computer have used, and loads the assemblies for it: a fresh shell would
# have those of other tests. No computer has so many processors (hexadecimal), so it does not.
$env:DOTNET_MultiCoreJitMinNumCpus = 'FFFF'

# Once loaded, an assembly stays in its process, so that what importing does can be seen only in a fresh one.
function Invoke-Fresh([string] $Script) { Invoke-Alone "Import-Module '$Manifest'; $Script" }

# The same without the module.
function Invoke-Alone([string] $Script) {
    $text = "`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; $Script"
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($text))
    Invoke-Shell -NoProfile -NonInteractive -OutputFormat Text -EncodedCommand $encoded 2>&1 | ForEach-Object { "$_" }
}

# A simulator on a free port; -Arguments as its --help tells them. Its Process is to be ended with Stop-Simulator.
function Start-Simulator([string] $InfoFile, [string[]] $Arguments = @()) {
    $source = [IO.Path]::Combine($PSScriptRoot, '..', '..', 'src', 'TencentImageReplication.SimulatorHost')
    $program = Get-ChildItem (Join-Path $source 'bin/*/net*/TencentImageReplication.SimulatorHost.dll') -ErrorAction SilentlyContinue |
        Sort-Object LastWriteTimeUtc | Select-Object -Last 1
    if ($program) { $command = @($program.FullName) } else { $command = 'run', '--project', $source, '--' }
    $command += @('--urls', 'http://127.0.0.1:0', '--info-file', $InfoFile) + $Arguments
    $process = Start-DotNet $command "$InfoFile.log"
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
        Stop-DotNet $process
        throw
    }
}

function Stop-Simulator($Simulator) { if ($Simulator) { Stop-DotNet $Simulator.Process } }

function Start-DotNet([string[]] $Arguments, [string] $OutputFile) {
    Start-Process dotnet -ArgumentList ($Arguments | ForEach-Object { "`"$_`"" }) -PassThru -RedirectStandardOutput $OutputFile
}

function Stop-DotNet($Process) {
    if ($Process.HasExited) { return }
    # With what it has started, if it was run from its source.
    if ($PSEdition -eq 'Core') { $Process.Kill($true) } else { $Process.Kill() }
    $Process.WaitForExit()
}

# Writes a file that only its owner can read: on Windows as every file in the folder of a user.
function Write-Private([string] $Path, [string] $Text) {
    Set-Content -LiteralPath $Path $Text
    if (-not $OnWindows) { chmod 600 $Path }
}

function Grant-Everyone([string] $Path) {
    if (-not $OnWindows) {
        chmod 644 $Path
        return
    }
    $everyone = [Security.Principal.SecurityIdentifier]::new([Security.Principal.WellKnownSidType]::WorldSid, $null)
    $acl = Get-Acl -LiteralPath $Path
    $acl.AddAccessRule([Security.AccessControl.FileSystemAccessRule]::new($everyone, 'Read', 'Allow'))
    Set-Acl -LiteralPath $Path $acl
}

# The folder in which the module looks for a user's credentials, to be set with $env:HOME. Windows knows it by the account,
# whatever a variable says: there it is the real one, which is used only if it has no credentials.
function New-UserFolder([string] $Folder) {
    if ($OnWindows) { $Folder = [Environment]::GetFolderPath('UserProfile') }
    $null = New-Item -ItemType Directory -Force (Join-Path $Folder '.tccli'), (Join-Path $Folder '.tencentcloud')
    $Folder
}

function Remove-UserFolder([string] $Folder) {
    if ($Folder) { Remove-Item -Recurse -Force (Join-Path $Folder '.tccli'), (Join-Path $Folder '.tencentcloud') }
}

function Test-OwnCredentials {
    $own = [Environment]::GetFolderPath('UserProfile')
    $OnWindows -and ((Test-Path (Join-Path $own '.tccli')) -or (Test-Path (Join-Path $own '.tencentcloud')))
}

if ($env:TCC_TEST_WINE) { . "$PSScriptRoot/../Wine/Wine.ps1" }
