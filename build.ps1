<#
.SYNOPSIS
    Builds, tests, packages, publishes or demonstrates the module. Most tasks only call dotnet.
.DESCRIPTION
    Test runs all tests, also those of the package in the PowerShell that the build restores. PackageTest runs those of the
    package in out/ in the PowerShell that runs this script. Sbom, Checksum and Publish work with the package in out/;
    docs/releasing.md describes them.
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Package', 'Test', 'PackageTest', 'Demo', 'Sbom', 'Checksum', 'Publish')]
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

# Tests the package in out/ in the PowerShell that runs this, whichever it is.
function Invoke-PackageTest {
    . (Join-Path $PSScriptRoot 'tests/Pester/Shell.ps1')
    $env:TCC_TEST_SHELLS = @(Get-ShellCommand)[-1]
    $env:TCC_TEST_PACKAGE = Join-Path $PSScriptRoot 'out/TencentImageReplication'
    try { Invoke-Dotnet test tests/TencentImageReplication.Package.Tests -c $Configuration }
    finally { $env:TCC_TEST_SHELLS = $env:TCC_TEST_PACKAGE = $null }
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
    # All packages that the module is built from: also Markdig, which creates the help, and PowerShellStandard.Library.
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
        'Test' { Invoke-Dotnet test ImageReplication.sln -c $Configuration }
        'PackageTest' { Invoke-PackageTest }
        'Sbom' { New-Sbom }
        'Checksum' { New-Checksum }
        'Publish' { Publish-Package }
    }
}
finally {
    Pop-Location
}
