<#
.SYNOPSIS
    Tests the packaged module in this PowerShell.
.DESCRIPTION
    dotnet test runs this once for each test file, in a process of its own. By hand, in a shell that has Pester 5:
    pwsh tests/Pester/Invoke-Suite.ps1
#>
[CmdletBinding()]
param(
    # A test file, or a folder of them.
    [string] $Path = $PSScriptRoot,

    # Where to write the result of each test, as JSON.
    [string] $ResultFile,

    # The Pester module: its name, or the path of its manifest.
    [string] $Pester = 'Pester'
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module $Pester -MinimumVersion 5.0
$run = Invoke-Pester -Path $Path -Output Detailed -PassThru

function Get-Text($ErrorRecords) { ($ErrorRecords | ForEach-Object { "$($_.DisplayErrorMessage)`n$($_.DisplayStackTrace)" }) -join "`n" }

if ($ResultFile) {
    # Plain strings: Pester's own result refers to the whole session.
    $tests = foreach ($test in $run.Tests) {
        [pscustomobject]@{ Name = "$($test.ExpandedPath)"; Result = "$($test.Result)"; Message = Get-Text $test.ErrorRecord }
    }
    # A file that cannot be read, or what runs before and after tests, can fail without any test of its own.
    $problems = @($run.FailedContainers; $run.FailedBlocks) | Where-Object { $_ } | ForEach-Object { Get-Text $_.ErrorRecord }
    $result = [pscustomobject]@{ Shell = "PowerShell $($PSVersionTable.PSVersion)"; Tests = @($tests); Problems = @($problems) }
    [IO.File]::WriteAllText($ResultFile, ($result | ConvertTo-Json -Depth 4))
}

exit [int]($run.FailedCount + $run.FailedContainersCount + $run.FailedBlocksCount -gt 0)
