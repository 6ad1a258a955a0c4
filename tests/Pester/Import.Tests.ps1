BeforeAll {
    . "$PSScriptRoot/Support.ps1"

    # The dependencies of the module, as they would be named by whoever is looking for them.
    $private = (Get-ChildItem (Join-Path $Package "bin/$PSEdition/dependencies") -Filter *.dll).BaseName
    $private = "'" + ($private -join "', '") + "'"
    $where = if ($PSEdition -eq 'Core') { '[Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name' } else { "'Default'" }
    $list = "@([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.Location -like '*dependencies*' -and `$_.GetName().Name -in $private } | ForEach-Object { `"`$(`$_.GetName().Name) in `$($where)`" })"
}

Describe 'Importing the package' {
    It 'is a valid module' {
        (Test-ModuleManifest $Manifest -WarningAction Stop).Name | Should -Be 'TencentImageReplication'
    }

    It 'has the version that its assembly has' {
        $version = (Test-ModuleManifest $Manifest).Version
        Invoke-Fresh '[Diagnostics.FileVersionInfo]::GetVersionInfo((Get-Command Get-TccImage).DLL).FileVersion' |
            Should -Be "$version.0"
    }

    It 'exports every command of the assembly, by name' {
        $script = '$all = [TencentImageReplication.TccImage].Assembly.GetExportedTypes() | ForEach-Object { foreach ($a in $_.GetCustomAttributes([Management.Automation.CmdletAttribute], $false)) { "$($a.VerbName)-$($a.NounName)" } }; ' +
            'Compare-Object @($all) @((Get-Module TencentImageReplication).ExportedCmdlets.Keys) | ForEach-Object { "$($_.InputObject) $($_.SideIndicator)" }'
        Invoke-Fresh $script | Should -BeNullOrEmpty
        Get-Content $Manifest -Raw | Should -Not -Match "'\*'"
    }

    It 'loads no dependency, not even to look at the commands' {
        Invoke-Fresh "Get-Command -Module TencentImageReplication | ForEach-Object { `$null = `$_.Parameters.Count; `$null = `$_.OutputType }; $list" |
            Should -BeNullOrEmpty
    }

    It 'loads no dependency when all types are looked at' {
        # Windows PowerShell does that before the module can say where its dependencies are.
        Invoke-Fresh "`$null = [TencentImageReplication.TccImage].Assembly.GetTypes(); $list" | Should -BeNullOrEmpty
    }

    It 'loads the dependencies with the first call, apart from those of others' -Skip:($PSEdition -ne 'Core') {
        $loaded = Invoke-Fresh "Connect-TccAccount -Simulated; `$null = Get-TccImage; $list"
        $loaded | Should -Contain 'TencentImageReplication.Core in TencentImageReplication'
        $loaded | Should -Contain 'Microsoft.Extensions.Logging.Abstractions in TencentImageReplication'
        $loaded | Where-Object { $_ -like '* in Default' } | Should -BeNullOrEmpty
    }

    It 'can be imported again' {
        Invoke-Fresh "Connect-TccAccount -Simulated; Import-Module '$Manifest' -Force; Connect-TccAccount -Simulated; @(Get-TccImage).Count" |
            Should -Be 4
    }

    It 'keeps its connection when it is removed and imported again' {
        Invoke-Fresh "Connect-TccAccount -Simulated; Remove-Module TencentImageReplication; Import-Module '$Manifest'; `$null -eq (Get-TccContext)" |
            Should -Be 'False'
    }
}
