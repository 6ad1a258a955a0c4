<#
.SYNOPSIS
    Tests the packaged module in this PowerShell, and writes how many tests passed, failed and were skipped.
#>
[CmdletBinding()]
param(
    # Where the three numbers go.
    [string] $ResultFile
)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.0
$result = Invoke-Pester -Path $PSScriptRoot -Output Detailed -PassThru
if ($ResultFile) {
    $folder = Split-Path $ResultFile -Parent
    if ($folder -and -not (Test-Path $folder)) { $null = New-Item $folder -ItemType Directory }
    Set-Content $ResultFile "$($result.PassedCount) $($result.FailedCount) $($result.SkippedCount + $result.NotRunCount)" -Encoding ascii
}

# Files that could not be read count as failed, though no test in them did.
exit [int]($result.FailedCount + $result.FailedContainersCount + $result.FailedBlocksCount -gt 0)
