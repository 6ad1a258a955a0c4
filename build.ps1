<#
.SYNOPSIS
    Builds, tests, packages, publishes or demonstrates the module. Most tasks only call dotnet.
.DESCRIPTION
    UnitTest tests the assemblies. PackageTest tests the package in out/ in this PowerShell. Test creates the package and
    does both. Sbom, Checksum and Publish work with the package in out/; docs/releasing.md describes them.
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'UnitTest', 'Package', 'PackageTest', 'Test', 'Demo', 'Sbom', 'Checksum', 'Publish')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # For Publish: the name of a registered repository. Its API key, if it needs one, is in GALLERY_API_KEY.
    [string] $Repository
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

function Get-PackageFile {
    $package = Get-ChildItem (Join-Path $PSScriptRoot 'out') -Filter '*.nupkg' -ErrorAction Ignore
    if (-not $package) { throw 'There is no package in out/. Run ./build.ps1 -Task Package first.' }
    $package
}

function New-Sbom {
    $folder = Join-Path $PSScriptRoot 'out/sbom'
    $project = Join-Path $module 'TencentImageReplication.csproj'
    $version = ([xml] (Get-Content (Join-Path $PSScriptRoot 'Directory.Build.props') -Raw)).SelectSingleNode('//Version').InnerText
    # The packages that users get: no tools and no packages of the build or the tests.
    Invoke-Dotnet tool exec --yes CycloneDX@6.3.1 -- $project --recursive --exclude-dev --output $folder --filename bom.json `
        --output-format Json --set-name TencentImageReplication --set-version $version
}

function New-Checksum {
    $lines = Get-PackageFile | ForEach-Object { "$((Get-FileHash $_.FullName -Algorithm SHA256).Hash.ToLowerInvariant())  $($_.Name)" }
    [System.IO.File]::WriteAllText((Join-Path $PSScriptRoot 'out/SHA256SUMS'), ($lines -join "`n") + "`n")
}

function Publish-Package {
    if (-not $Repository) { throw 'Specify -Repository: the name of a registered repository, such as PSGallery.' }
    $parameters = @{ NupkgPath = (Get-PackageFile).FullName; Repository = $Repository }
    if ($env:GALLERY_API_KEY) { $parameters.ApiKey = $env:GALLERY_API_KEY }
    Publish-PSResource @parameters
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
        'Sbom' { New-Sbom }
        'Checksum' { New-Checksum }
        'Publish' { Publish-Package }
    }
}
finally {
    Pop-Location
}
