BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $common = [IO.Path]::Combine($Package, 'bin', 'Core', 'dependencies')
    $script = "Connect-TccAccount -Simulated; `$null = Get-TccImage; ([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -eq 'TencentImageReplication.Core' }).Location"
}

Describe 'The engine, compiled ahead of time' -Skip:($PSEdition -ne 'Core') {
    It 'has machine code for <name>, and the same assemblies' -ForEach @{ Name = 'net10.0-linux-x64' }, @{ Name = 'net10.0-win-x64' } {
        $files = Get-ChildItem (Join-Path $common $name)
        $files.Name | Should -Be 'Microsoft.Extensions.Logging.Abstractions.dll', 'TencentImageReplication.Core.dll'
        foreach ($file in $files) {
            $reader = [Reflection.PortableExecutable.PEReader]::new([IO.File]::OpenRead($file))
            try { $reader.PEHeaders.CorHeader.ManagedNativeHeaderDirectory.Size | Should -BeGreaterThan 0 }
            finally { $reader.Dispose() }
            [Diagnostics.FileVersionInfo]::GetVersionInfo($file).ProductVersion |
                Should -Be ([Diagnostics.FileVersionInfo]::GetVersionInfo((Join-Path $common $file.Name)).ProductVersion)
        }
    }

    It 'is used where it fits' {
        $fitting = Join-Path $common "net$([Environment]::Version.Major).0-$([Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier)"
        $used = if (Test-Path $fitting) { $fitting } else { $common }
        Invoke-Fresh $script | Should -Be (Join-Path $used 'TencentImageReplication.Core.dll')
    }

    It 'is not needed' {
        $copy = Join-Path $TestDrive 'TencentImageReplication'
        Copy-Item $Package $copy -Recurse
        Remove-Item (Join-Path $copy 'bin/Core/dependencies/net*') -Recurse
        $Manifest = Join-Path $copy 'TencentImageReplication.psd1'
        Invoke-Fresh $script | Should -Be ([IO.Path]::Combine($copy, 'bin', 'Core', 'dependencies', 'TencentImageReplication.Core.dll'))
    }
}
