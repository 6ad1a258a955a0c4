# The module in the sessions of users: behind a proxy, locked down, strict, mocked, imported twice, with files from spreadsheets.
BeforeDiscovery {
    . "$PSScriptRoot/Shell.ps1"
    $canRunThreadJobs = [bool](Get-Command Start-ThreadJob -ErrorAction SilentlyContinue)
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-Module $Manifest
    Connect-TccAccount -Simulated -CopyDuration 0:0:1

    # Text without colours, as lines.
    function Get-Table($Objects, [int] $Width = 160) {
        $Objects | Out-String -Width $Width -Stream | ForEach-Object { $_ -replace '\x1b\[[0-9;]*m' } | Where-Object { $_ }
    }
}

AfterAll {
    Disconnect-TccAccount
    Remove-Module TencentImageReplication
}

Describe 'A proxy' {
    BeforeAll {
        $simulator = Start-Simulator (Join-Path $TestDrive 'proxy.json')
        $port = ([uri]$simulator.Endpoint).Port
        # Nothing listens there: a request that is sent to it fails.
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $dead = $listener.LocalEndpoint.Port
        $listener.Stop()
        $variables = 'HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'NO_PROXY', 'no_proxy'
        $saved = $variables | ForEach-Object { @{ Name = $_; Value = [Environment]::GetEnvironmentVariable($_) } }
        $connect = "`$k = ConvertTo-SecureString $($simulator.Account.secretKey) -AsPlainText -Force; Connect-TccAccount -SecretId $($simulator.Account.secretId) -SecretKey `$k -Region ap-guangzhou"
    }

    BeforeEach { $variables | ForEach-Object { [Environment]::SetEnvironmentVariable($_, $null) } }

    AfterAll {
        $saved | ForEach-Object { [Environment]::SetEnvironmentVariable($_.Name, $_.Value) }
        Stop-Simulator $simulator
    }

    It 'gets no request for <_>' -ForEach '127.0.0.1', 'localhost' {
        $env:HTTP_PROXY = $env:ALL_PROXY = "http://127.0.0.1:$dead"
        $text = Invoke-Fresh "$connect -Endpoint http://${_}:$port; (Get-TccImage | Measure-Object).Count"
        $text | Should -Be (Invoke-Fresh "$connect -Endpoint http://127.0.0.1:$port; (Get-TccImage | Measure-Object).Count")
        [int]"$text" | Should -BeGreaterThan 0
    }

    It 'is named in an error, without the password in its setting' {
        $env:HTTPS_PROXY = "http://me:hidden@127.0.0.1:$dead"
        $text = (Invoke-Fresh "$connect; try { Get-TccImage -ErrorAction Stop } catch { `$_ | Format-List * -Force | Out-String; `"`$_`" }") -join "`n"
        $text | Should -Match "proxy 127\.0\.0\.1:$dead"
        $text | Should -Not -Match 'hidden'
    }
}

Describe 'Nothing, piped or given' {
    It 'finds nothing and never everything' {
        $before = @(Get-TccInstance).Count
        $null | Get-TccInstance | Should -BeNullOrEmpty
        $null | Get-TccImage | Should -BeNullOrEmpty
        $failed = Copy-TccCustomImage img-unknown1 ap-shanghai -ErrorAction SilentlyContinue
        $failed.Status | Should -Be Failed
        $failed | Get-TccInstance | Should -BeNullOrEmpty
        $failed | Get-TccImage | Should -BeNullOrEmpty
        foreach ($cell in 'InstanceId', 'InstanceName', 'ImageId') {
            foreach ($value in '', $null) { [pscustomobject]@{ $cell = $value } | Get-TccInstance | Should -BeNullOrEmpty }
        }
        foreach ($cell in 'ImageId', 'ImageName', 'ImageFamily', 'Platform') {
            foreach ($value in '', $null) { [pscustomobject]@{ $cell = $value } | Get-TccImage | Should -BeNullOrEmpty }
        }
        foreach ($value in '', $null) { $value | Get-TccRegion | Should -BeNullOrEmpty }
    }

    It 'is an error on the command line' {
        { Get-TccInstance -InstanceName $unset -ErrorAction Stop } | Should -Throw '*-InstanceName is empty*'
        { Get-TccInstance -ImageId '' -ErrorAction Stop } | Should -Throw '*-ImageId is empty*'
        { Get-TccImage -ImageFamily $unset -ErrorAction Stop } | Should -Throw '*-ImageFamily is empty*'
        { Get-TccImage -Platform '' -ErrorAction Stop } | Should -Throw '*-Platform is empty*'
        { Get-TccImage -Tag @{} -ErrorAction Stop } | Should -Throw '*-Tag is empty*'
        { Get-TccRegion -Name '' -ErrorAction Stop } | Should -Throw '*-Name is empty*'
    }

    It 'in a cell of a copy is the default' {
        $row = [pscustomobject]@{ ImageId = 'img-gweb2024'; DestinationRegion = 'ap-chengdu'; DestinationImageName = ''; CarryOver = '' } | Copy-TccCustomImage
        $row.Status | Should -Be Requested
        $row.ImageName | Should -Be 'golden-web-2024'
        $context = [pscustomobject]@{ Region = ''; Language = ''; Site = ''; RoleSessionName = ''; DurationSeconds = ''; MaxThrottleWait = ''; AssumeRoleArn = '' } |
            Connect-TccAccount -Simulated -PassThru -ErrorAction Stop
        $context.Site | Should -Be China
        $context.Region | Should -Be 'ap-guangzhou'
    }
}

Describe 'Cells of a spreadsheet' {
    It 'with a word that is not valid are an error that names it: <Cell> = <Value>' -ForEach @(
        @{ Cell = 'CarryOver'; Value = 'Tags' }, @{ Cell = 'CarryOver'; Value = 'Description;Tags' }, @{ Cell = 'CarryOver'; Value = 'Descriptions' }) {
        $row = [pscustomobject]@{ ImageId = 'img-gweb2024'; DestinationRegion = 'ap-chongqing'; $Cell = $Value }
        $copies = $row | Copy-TccCustomImage -ErrorAction SilentlyContinue -ErrorVariable problem
        $copies | Should -BeNullOrEmpty
        "$problem" | Should -BeLike "*'$Value'*Description*Tag*"
    }

    It 'with a site that is not valid connect to none' {
        $row = [pscustomobject]@{ Site = 'Internatonal' }
        $context = $row | Connect-TccAccount -Simulated -PassThru -ErrorAction SilentlyContinue -ErrorVariable problem
        $context | Should -BeNullOrEmpty
        "$problem" | Should -BeLike "*'Internatonal'*China*International*"
        [pscustomobject]@{ DurationSeconds = '2h' } | Connect-TccAccount -Simulated -ErrorAction SilentlyContinue -ErrorVariable problem
        "$problem" | Should -BeLike "*'2h'*"
    }

    It 'hold regions in any case, with blanks, and several of them' {
        $copies = [pscustomobject]@{ ImageId = 'img-gweb2024'; Region = ' AP-GUANGZHOU '; DestinationRegion = 'AP-Shanghai; ap-beijing ,ap-nanjing' } | Copy-TccCustomImage
        $copies.Region | Sort-Object | Should -Be 'ap-beijing', 'ap-nanjing', 'ap-shanghai'
        (Copy-TccCustomImage img-gweb2024 'ap-shanghai, ap-beijing').Region | Sort-Object | Should -Be 'ap-beijing', 'ap-shanghai'
        (Get-TccImage -Region ' AP-GUANGZHOU ' -ImageName golden-web*).Region | Should -Be 'ap-guangzhou'
        { Get-TccImage -Region 'Guangzhou' -ErrorAction Stop } | Should -Throw "*'Guangzhou'*"
    }

    It 'with a time in the future do not make a copy that is gone wait for an hour' {
        $row = Copy-TccCustomImage img-gweb2024 ap-shanghai | Wait-TccImage
        $saved = $row | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv
        $saved.RequestedAt = (Get-Date).AddHours(9).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ')
        $again = $saved | Wait-TccImage
        $again.Status | Should -Be Completed
        $again.Duration | Should -BeGreaterOrEqual ([timespan]::Zero)
    }
}

Describe 'Names' {
    It 'without wildcards that do not exist are an error, as an unknown ID is' {
        Get-TccImage -ImageName golden-wbe -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-TccInstance -InstanceName nope -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-TccRegion ap-guangzho -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        Get-TccImage -ImageName golden-wbe, golden-web-2024 -ErrorAction SilentlyContinue -ErrorVariable problem | Should -HaveCount 1
        $problem.FullyQualifiedErrorId | Should -BeLike 'ImageNotFound,*'
        "$problem" | Should -BeLike '*golden-wbe*ap-guangzhou*'
        Get-TccInstance -InstanceName nope -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem.FullyQualifiedErrorId | Should -BeLike 'InstanceNotFound,*'
        Get-TccRegion ap-guangzho -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem.FullyQualifiedErrorId | Should -BeLike 'RegionNotFound,*'
    }

    It 'with wildcards that match nothing are said with -Verbose only' {
        foreach ($line in 'Get-TccImage -ImageName nothing-*', 'Get-TccInstance -InstanceName nothing-*', 'Get-TccRegion zz-*') {
            $all = Invoke-Expression "$line -ErrorAction Stop -Verbose 4>&1"
            "$all" | Should -Match 'match'
            Invoke-Expression "$line -ErrorAction Stop" | Should -BeNullOrEmpty
        }
    }

    It 'follow the wildcard rules of PowerShell' {
        $null = Copy-TccCustomImage img-gweb2024 ap-shanghai -DestinationImageName 'web]a[1]b' -Force | Wait-TccImage
        foreach ($pattern in 'web]a`[1`]b', 'web]*', '*]b', 'web[]]a*', '*`[1*') {
            (Get-TccImage -Region ap-shanghai -ImageName $pattern).ImageName | Should -Be 'web]a[1]b' -Because $pattern
        }
        foreach ($line in 'Get-TccImage -ImageName a[', 'Get-TccImage -Platform a[', 'Get-TccImage -ImageFamily a[', 'Get-TccInstance -InstanceName a[', 'Get-TccRegion a[') {
            { Invoke-Expression "$line -ErrorAction Stop" } | Should -Throw "*'a``['*" -Because $line
        }
    }
}

Describe 'IDs' {
    It 'bind from the pipeline' {
        ('img-gweb2024' | Get-TccImage).ImageName | Should -Be 'golden-web-2024'
        $instance = Get-TccInstance | Select-Object -First 1
        ($instance.InstanceId | Get-TccInstance).InstanceName | Should -Be $instance.InstanceName
        ($instance | Get-TccInstance).InstanceName | Should -Be $instance.InstanceName
        @(Get-TccImage | Get-TccImage).Count | Should -Be @(Get-TccImage).Count
        @(Get-TccRegion ap-guangzhou | Get-TccImage).Count | Should -Be @(Get-TccImage).Count
        ([pscustomobject]@{ ImageName = 'golden-web-2024' } | Get-TccImage).ImageId | Should -Be 'img-gweb2024'
        @(Get-TccImage | Get-TccInstance -ErrorAction Stop | Where-Object ImageId -eq $instance.ImageId).Count | Should -BeGreaterThan 0
    }

    It 'and rows work as an array that is an argument' {
        $images = Get-TccImage -ImageName golden-*
        @(Wait-TccImage -InputObject $images).Count | Should -Be 2
        @(Wait-TccImage -InputObject $images.ImageId).Count | Should -Be 2
        $copies = $images | Copy-TccCustomImage -DestinationRegion ap-shanghai
        (Wait-TccImage -InputObject $copies).Status | Should -Be 'Completed', 'Completed'
        @(Set-TccImage -InputObject (Get-TccImage -ImageName golden-db-*, win-*) -Description same -PassThru).Description | Should -Be 'same', 'same'
    }
}

Describe 'Tags' {
    It 'with a value that is no single one are refused by the name of the key' {
        { Get-TccImage -Tag @{ env = 'prod', 'test' } } | Should -Throw "*'env'*"
        { Get-TccImage -Tag @{ env = @{ a = 1 } } } | Should -Throw "*'env'*"
        { Get-TccImage -Tag @{ env = [pscustomobject]@{ a = 1 } } } | Should -Throw "*'env'*"
    }

    It 'are the same in every culture' {
        $before = [cultureinfo]::CurrentCulture
        try {
            [Threading.Thread]::CurrentThread.CurrentCulture = 'de-DE'
            $image = New-TccImage (Get-TccInstance | Select-Object -First 1).InstanceId tagged -Tag @{ v = 1.5; d = [datetime]'2026-05-01'; b = $true; n = 3; t = [timespan]'1:2' } | Wait-TccImage
        }
        finally {
            [Threading.Thread]::CurrentThread.CurrentCulture = $before
        }
        "$($image.Tags)" | Should -Be 'b=True; d=2026-05-01T00:00:00; n=3; t=01:02:00; v=1.5'
    }

    It 'work in a mock' {
        Mock Get-TccImage { "$Tag" }
        Get-TccImage -Tag @{ env = 'prod' } | Should -Be 'env=prod'
        Get-TccImage -Tag 'env=prod' | Should -Be 'env=prod'
        Get-TccImage -Tag 'env=prod', 'team=web' | Should -Be 'env=prod; team=web'
    }

    It 'work in a wrapper' {
        $command = Get-Command TencentImageReplication\Get-TccImage
        $wrapper = [scriptblock]::Create([Management.Automation.ProxyCommand]::Create([Management.Automation.CommandMetadata]::new($command)))
        (& $wrapper -Tag @{ env = 'prod' }).ImageName | Should -Contain 'golden-web-2024'
    }
}

Describe 'The connection' {
    It 'survives that the module is imported again' {
        $text = Invoke-Fresh "Connect-TccAccount -Simulated -Region ap-guangzhou; & { Import-Module '$Manifest' -Force }; (Get-TccContext).Simulated; (Get-TccImage -ImageName golden-web*).ImageId"
        $text | Should -Be 'True', 'img-gweb2024'
        $text = Invoke-Fresh "Connect-TccAccount -Simulated; Remove-Module TencentImageReplication; Import-Module '$Manifest'; (Get-TccContext).Simulated"
        $text | Should -Be 'True'
    }

    It 'of one runspace is never replaced by the environment in another' -Skip:($PSEdition -ne 'Core') {
        $script = @'
            $env:TENCENTCLOUD_SECRET_ID = 'AKIDother'; $env:TENCENTCLOUD_SECRET_KEY = 'other'; $env:TENCENTCLOUD_REGION = 'ap-guangzhou'
            Connect-TccAccount -Simulated
            1 | ForEach-Object -Parallel { Import-Module $using:manifest; try { Get-TccImage -ErrorAction Stop } catch { "$($_.FullyQualifiedErrorId) $_" } }
            $context = Get-TccContext
            1 | ForEach-Object -Parallel { Import-Module $using:manifest; (Get-TccImage -ImageName golden-web* -Context $using:context).ImageId }
'@
        $text = Invoke-Fresh "`$manifest = '$Manifest'; $script"
        $text[0] | Should -BeLike 'NotConnected,*Connect-TccAccount*-Context*'
        $text[1] | Should -Be 'img-gweb2024'
    }

    It 'passes to a thread job with -Context' -Skip:(-not $canRunThreadJobs) {
        $context = Get-TccContext
        $job = Start-ThreadJob { Import-Module $using:Manifest; Get-TccImage -ImageName golden-web* -Context $using:context }
        ($job | Receive-Job -Wait -AutoRemoveJob).ImageId | Should -Be 'img-gweb2024'
        $job = Start-ThreadJob { Import-Module $using:Manifest; try { Get-TccImage -ErrorAction Stop } catch { "$($_.FullyQualifiedErrorId) $_" } }
        $job | Receive-Job -Wait -AutoRemoveJob | Should -BeLike 'NotConnected,*-Context $using:context*'
    }

    It 'that is missing or comes from a file is a clear error' {
        { Get-TccImage -Context $unset } | Should -Throw '*Connect-TccAccount*'
        Get-TccContext | Export-Clixml (Join-Path $TestDrive 'context.xml')
        $read = Import-Clixml (Join-Path $TestDrive 'context.xml')
        { Get-TccImage -Context $read } | Should -Throw '*another process*'
    }
}

Describe 'The script of about_TccRunbooks in <Culture>' -ForEach @{ Culture = 'en-US' }, @{ Culture = 'zh-CN' } {
    BeforeAll {
        $page = Get-Content ([IO.Path]::Combine($PSScriptRoot, '..', '..', 'docs', $Culture, 'about_TccRunbooks.md')) -Raw -Encoding utf8
        $script = [regex]::Match($page, '(?ms)^```powershell\r?\n(\$ErrorActionPreference.*?)^```').Groups[1].Value

        # Runs the script as a scheduled task does, and returns its exit code and its text.
        function Invoke-Runbook([string] $Text) {
            $file = Join-Path $TestDrive "runbook-$Culture.ps1"
            @"
                Set-StrictMode -Version Latest
                Set-Location '$TestDrive'
                Import-Module '$Manifest'
                Connect-TccAccount -Simulated -CopyDuration 0:0:1
                $Text
"@ | Set-Content $file -Encoding utf8
            $lines = Invoke-Shell -NoProfile -NonInteractive -File $file 2>&1 | ForEach-Object { "$_" -replace '\x1b\[[0-9;]*m' }
            @{ ExitCode = $LASTEXITCODE; Text = ($lines -join ' ') -replace '\s+\|?\s*', ' ' }
        }
    }

    It 'ends with 0 when all copies are there' {
        (Invoke-Runbook $script).ExitCode | Should -Be 0
        $rows = Import-Csv (Join-Path $TestDrive replication.csv)
        $rows.Status | Should -Be (@('Completed') * 4)
    }

    It 'ends with 1 and says how many copies are missing' {
        # One row, which is no list.
        $run = Invoke-Runbook ($script -replace 'golden-\*', 'app-next' -replace 'ap-shanghai, ap-beijing', 'ap-shanghai')
        $run.ExitCode | Should -Be 1
        $run.Text | Should -Match '1 of 1 copies are not there'
        $run.Text | Should -Not -Match 'cannot be found on this object'
        (Import-Csv (Join-Path $TestDrive replication.csv)).Status | Should -Be Failed
    }

    It 'ends with 2 and says that nothing matched' {
        $run = Invoke-Runbook ($script -replace 'golden-\*', 'nothing-*')
        $run.ExitCode | Should -Be 2
        $run.Text | Should -Match 'No image in ap-guangzhou has such a name'
    }

    It 'ends with 1 for a name without wildcards that does not exist' {
        $run = Invoke-Runbook ($script -replace 'golden-\*', 'golden-wbe')
        $run.ExitCode | Should -Be 1
        $run.Text | Should -Match "golden-wbe"
    }
}

Describe 'Chinese for the UI culture <_>' -ForEach 'zh-CN', 'zh-Hans', 'zh-SG', 'zh-Hans-CN' {
    It 'is in help, topics and messages' {
        $runspace = [runspacefactory]::CreateRunspace()
        $runspace.Open()
        try {
            $shell = [powershell]::Create()
            $shell.Runspace = $runspace
            $null = $shell.AddScript(@"
                [Threading.Thread]::CurrentThread.CurrentUICulture = '$_'
                Import-Module '$Manifest'
                (Get-Help Get-TccImage).Synopsis
                (Get-Help about_TccRunbooks | Out-String)
                Connect-TccAccount -Simulated
                try { Get-TccImage img-unknown1 -ErrorAction Stop } catch { "`$_" }
"@)
            $text = $shell.Invoke() | ForEach-Object { "$_" }
        }
        finally {
            $runspace.Dispose()
        }
        $text | Should -HaveCount 3
        $text | ForEach-Object { $_ | Should -Match '\p{IsCJKUnifiedIdeographs}' }
    }
}

Describe 'Settings of the session' {
    It 'for all parameters named Region are no filter of Get-TccRegion' {
        $all = @(Get-TccRegion).Count
        $PSDefaultParameterValues = @{ '*:Region' = 'ap-guangzhou' }
        @(Get-TccRegion).Count | Should -Be $all
        (Get-TccImage -ImageName golden-web*).Region | Should -Be 'ap-guangzhou'
        foreach ($command in Get-Command -Module TencentImageReplication) {
            $command.Parameters.Values | Where-Object { $_.Aliases -contains 'Region' } | Should -BeNullOrEmpty -Because $command.Name
        }
    }

    It 'leave the manifest readable' {
        (Test-ModuleManifest $Manifest).ExportedCmdlets.Count | Should -BeGreaterThan 10
        (Get-Module -ListAvailable $Manifest).Name | Should -Be 'TencentImageReplication'
    }
}
