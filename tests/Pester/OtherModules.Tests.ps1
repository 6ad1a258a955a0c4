# Other modules in the same process that bring other versions of this module's dependencies. Only for PowerShell 7, because
# the .NET Framework loads all assemblies into one context.
BeforeDiscovery {
    . "$PSScriptRoot/Shell.ps1"
    $canStartJobs = Test-StartJob
    $isCore = $PSEdition -eq 'Core'
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"

    # Like most modules, this one loads its assemblies into the default context. PowerShell has its own System.Text.Json there
    # and accepts no other version, so that one is loaded into a separate context.
    $moduleText = @'
$logging = [Reflection.Assembly]::LoadFrom("$PSScriptRoot/Microsoft.Extensions.Logging.Abstractions.dll")
$json = [Runtime.Loader.AssemblyLoadContext]::new('OtherModule').LoadFromAssemblyPath("$PSScriptRoot/System.Text.Json.dll")

function Use-OtherModule {
    $logger = $logging.GetType('Microsoft.Extensions.Logging.Abstractions.NullLogger').GetProperty('Instance').GetValue($null)
    [Microsoft.Extensions.Logging.LoggerExtensions]::LogInformation($logger, 'a {0}', @('message'))
    $text = $json.GetType('System.Text.Json.JsonNamingPolicy').GetProperty('CamelCase').GetValue($null).ConvertName('Seven')
    $versions = $logging, $json | ForEach-Object { $_.GetName().Version.Major }
    "other module $($versions -join ' '): $text $([Runtime.Loader.AssemblyLoadContext]::GetLoadContext($logging).Name)"
}
'@

    function New-OtherModule([string] $Age) {
        $source = Join-Path $PSScriptRoot '../TencentImageReplication.OtherModules'
        $assemblies = Join-Path $source "bin/other-modules/$Age"
        if (-not (Test-Path $assemblies)) { & dotnet build $source -v quiet | Out-Host }
        $folder = New-Item (Join-Path $TestDrive "$Age/OtherModule") -ItemType Directory -Force
        Copy-Item (Join-Path $assemblies '*.dll') $folder
        Set-Content (Join-Path $folder 'OtherModule.psm1') $moduleText
        Join-Path $folder 'OtherModule.psm1'
    }

    # The main line as far as the copies: JSON both ways, limits, the log.
    $import = "Import-Module '$Manifest'"
    $use = "Connect-TccAccount -Simulated -CopyDuration 0:0:1; " +
        "Get-TccImage -ImageName golden-web* | Copy-TccCustomImage -DestinationRegion ap-shanghai -Verbose 4>`$null | Wait-TccImage -PollIntervalSec 1 | ForEach-Object { `"copy `$(`$_.Status)`" }"
    $mine = '[AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -in "Microsoft.Extensions.Logging.Abstractions", "System.Text.Json" -and ' +
        '[Runtime.Loader.AssemblyLoadContext]::GetLoadContext($_).Name -eq "TencentImageReplication" } | ForEach-Object { "mine $($_.GetName().Name)" } | Sort-Object'
    $isMine = 'mine Microsoft.Extensions.Logging.Abstractions'
}

Describe 'Beside a module with <age> versions of the dependencies' -Skip:(-not $isCore) -ForEach @(
    @{ Age = 'old'; Says = 'other module 2 4: seven Default' }
    @{ Age = 'new'; Says = 'other module 11 11: seven Default' }
) {
    BeforeAll {
        $otherModule = New-OtherModule $Age
    }

    It 'works when that module came first, and does not disturb it' {
        Invoke-Alone "Import-Module '$otherModule'; Use-OtherModule; $import; $use; Use-OtherModule; $mine" |
            Should -Be $Says, 'copy Completed', $Says, $isMine
    }

    It 'works when that module came second, and does not disturb it' {
        Invoke-Alone "$import; $use; Import-Module '$otherModule'; Use-OtherModule; Connect-TccAccount -Simulated; @(Get-TccImage).Count; $mine" |
            Should -Be 'copy Completed', $Says, '4', $isMine
    }

    It 'works when that module is used between the import and the first call' {
        Invoke-Alone "$import; Import-Module '$otherModule'; Use-OtherModule; $use; Use-OtherModule; $mine" |
            Should -Be $Says, 'copy Completed', $Says, $isMine
    }
}

Describe 'Several at once' {
    It 'works after Import-Module -Force, in the middle of its work, and stays connected' {
        Invoke-Alone "$import; $use; Import-Module '$Manifest' -Force; $use; Import-Module '$Manifest' -Force; `$null -ne (Get-TccContext)" |
            Should -Be 'copy Completed', 'copy Completed', 'True'
    }

    It 'works in two runspaces, imported at the same moment' {
        $script = "`$shells = 1..2 | ForEach-Object { [PowerShell]::Create().AddScript({ param(`$m, `$region) Import-Module `$m; Connect-TccAccount -Simulated -Region `$region; (Get-TccContext).Region; @(Get-TccImage -Region ap-guangzhou).Count }).AddArgument('$Manifest').AddArgument(@('', 'ap-tokyo', 'ap-seoul')[`$_]) }; " +
            '$running = $shells | ForEach-Object { $_.BeginInvoke() }; 0..1 | ForEach-Object { $shells[$_].EndInvoke($running[$_]); $shells[$_].Streams.Error }'
        Invoke-Alone $script | Should -Be 'ap-tokyo', '4', 'ap-seoul', '4'
    }

    It 'works in ForEach-Object -Parallel, each with a connection of its own' -Skip:(-not $isCore) {
        $script = "1..8 | ForEach-Object -Parallel { Import-Module '$Manifest'; Connect-TccAccount -Simulated; (Get-TccImage -ImageName golden-web*).ImageId } -ThrottleLimit 4"
        Invoke-Alone $script | Should -Be (@('img-gweb2024') * 8)
    }

    It 'works in Start-ThreadJob' -Skip:(-not $isCore) {
        $script = "$import; Connect-TccAccount -Simulated; `$context = Get-TccContext; " +
            "1..3 | ForEach-Object { Start-ThreadJob { Import-Module '$Manifest'; (Get-TccImage -Context `$using:context -ImageName golden-db*).ImageId } } | Receive-Job -Wait -AutoRemoveJob"
        Invoke-Alone $script | Should -Be (@('img-gdb02024') * 3)
    }

    It 'works in Start-Job, and what comes back binds' -Skip:(-not $canStartJobs) {
        $script = "$import; Connect-TccAccount -Simulated; " +
            "`$images = Start-Job { Import-Module '$Manifest'; Connect-TccAccount -Simulated; Get-TccImage -ImageName golden-web* } | Receive-Job -Wait -AutoRemoveJob; " +
            '$images.ImageName; ($images | Get-TccImage).ImageId'
        Invoke-Alone $script | Should -Be 'golden-web-2024', 'img-gweb2024'
    }
}
