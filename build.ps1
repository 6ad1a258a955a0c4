<#
.SYNOPSIS
    Builds, tests, packages or shows the module. A short door to dotnet.
.DESCRIPTION
    UnitTest tests the assemblies; PackageTest tests the package in out/ in this PowerShell; Test makes the package and does both.
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'UnitTest', 'Package', 'PackageTest', 'Test', 'Demo')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$module = Join-Path $PSScriptRoot 'src/TencentImageReplication'

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE." }
}

function Invoke-PackageTest {
    $pester = Get-Module Pester -ListAvailable | Where-Object { $_.Version.Major -ge 5 } | Select-Object -First 1
    if (-not $pester) {
        if ($env:CI -eq 'true') { throw 'There is no Pester 5 to test the package with.' }
        Write-Warning 'SKIPPED: the tests of the package. They need Pester 5: Install-Module Pester -SkipPublisherCheck'
        return
    }

    # A process of its own: once imported, the assemblies of a module stay where they are.
    . (Join-Path $PSScriptRoot 'tests/Pester/Shell.ps1')
    Invoke-Shell -NoProfile -NonInteractive -File (Join-Path $PSScriptRoot 'tests/Pester/Invoke-Suite.ps1')
    if ($LASTEXITCODE -ne 0) { throw 'Tests of the package failed.' }
}

Push-Location $PSScriptRoot
try {
    switch ($Task) {
        'Build' { Invoke-Dotnet build ImageReplication.sln -c $Configuration }
        'Package' { Invoke-Dotnet build $module -c $Configuration '-t:Package' }
        'Demo' { Invoke-Dotnet run --project src/TencentImageReplication.Demo -c $Configuration }
        'UnitTest' { Invoke-Dotnet test ImageReplication.sln -c $Configuration }
        'PackageTest' { Invoke-PackageTest }
        'Test' {
            Invoke-Dotnet test ImageReplication.sln -c $Configuration
            Invoke-Dotnet build $module -c $Configuration '-t:Package'
            Invoke-PackageTest
        }
    }
}
finally {
    Pop-Location
}
