BeforeAll {
    . "$PSScriptRoot/Support.ps1"

    $manifestData = Test-ModuleManifest $Manifest
    $file = Join-Path (Split-Path $Package) "TencentImageReplication.$($manifestData.Version).nupkg"
    $unpacked = Join-Path $TestDrive 'unpacked'
    Add-Type -AssemblyName System.IO.Compression.FileSystem
    [IO.Compression.ZipFile]::ExtractToDirectory($file, $unpacked)
    $metadata = ([xml](Get-Content (Join-Path $unpacked 'TencentImageReplication.nuspec') -Raw -Encoding UTF8)).package.metadata

    function Get-RelativeFile([string] $Folder) {
        $root = (Resolve-Path $Folder).Path
        Get-ChildItem $root -Recurse -File | ForEach-Object { $_.FullName.Substring($root.Length + 1).Replace('\', '/') }
    }
}

Describe 'The file for a repository' {
    It 'holds the module at its root, and nothing else' {
        # What every package has beside its content. A repository takes it away when it installs a module.
        $envelope = 'TencentImageReplication.nuspec', '[Content_Types].xml', '_rels/.rels'
        $files = Get-RelativeFile $unpacked | Where-Object { $_ -notin $envelope -and $_ -notlike 'package/services/*' }
        $files | Sort-Object | Should -Be (Get-RelativeFile $Package | Sort-Object)
    }

    It 'is found as a module, by its commands too' {
        $metadata.id | Should -Be 'TencentImageReplication'
        $metadata.version | Should -Be "$($manifestData.Version)"
        $tags = $metadata.tags -split ' '
        'PSModule', 'PSIncludes_Cmdlet', 'PSEdition_Core', 'PSEdition_Desktop', 'TencentCloud' | ForEach-Object { $tags | Should -Contain $_ }
        $manifestData.ExportedCmdlets.Keys | ForEach-Object {
            $tags | Should -Contain "PSCmdlet_$_"
            $tags | Should -Contain "PSCommand_$_"
        }
    }

    It 'says what the manifest says' {
        $metadata.description | Should -Be $manifestData.Description
        $metadata.authors | Should -Be $manifestData.Author
    }

    It 'has the release notes of the changelog' {
        $notes = $metadata.releaseNotes -replace '\r'
        $notes | Should -Match '^### '
        $notes | Should -Not -Match '(?m)^## '
        (Get-Content (Join-Path $PSScriptRoot '../../CHANGELOG.md') -Raw -Encoding UTF8).Replace("`r", '') | Should -BeLike "*$([WildcardPattern]::Escape($notes))*"
    }

    It 'works when it is unpacked' {
        $other = Join-Path $unpacked 'TencentImageReplication.psd1'
        Invoke-Fresh "Remove-Module TencentImageReplication; Import-Module '$other'; Connect-TccAccount -Simulated; @(Get-TccImage).Count; (Get-Module TencentImageReplication).ModuleBase" |
            Should -Be '4', $unpacked
    }
}

Describe 'The manifest' {
    It 'names the changelog, which is in the package' {
        $manifestData.ReleaseNotes | Should -Be 'See CHANGELOG.md.'
        Get-FileHash (Join-Path $Package 'CHANGELOG.md') | ForEach-Object Hash |
            Should -Be (Get-FileHash (Join-Path $PSScriptRoot '../../CHANGELOG.md')).Hash
    }

    It 'exports by list alone' {
        $manifestData.ExportedCmdlets.Count | Should -BeGreaterThan 9
        $manifestData.ExportedFunctions.Count + $manifestData.ExportedAliases.Count + $manifestData.ExportedVariables.Count | Should -Be 0
        $manifestData.CompatiblePSEditions | Should -Be 'Desktop', 'Core'
        $manifestData.PowerShellVersion | Should -Be '5.1'
        $manifestData.DotNetFrameworkVersion | Should -Be '4.7.2'
    }

    It 'names no address that does not exist' {
        $manifestData.LicenseUri, $manifestData.ProjectUri, $manifestData.HelpInfoUri | Where-Object { $_ } | Should -BeNullOrEmpty
        Join-Path $Package 'LICENSE' | Should -Exist
    }
}

Describe 'The libraries of others' {
    It 'are named with their licence' {
        $notices = Get-Content (Join-Path $Package 'THIRD-PARTY-NOTICES.txt') -Raw
        Get-ChildItem (Join-Path $Package 'bin') -Recurse -Filter *.dll | Where-Object { $_.Name -notlike 'TencentImageReplication*' } |
            ForEach-Object { $notices | Should -Match ([regex]::Escape($_.BaseName)) }
    }
}
