BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $simulator = Start-Simulator (Join-Path $TestDrive 'sim.json') '--copy-duration', '00:00:02', '--launch-duration', '00:00:01'
    $ahead = Start-Simulator (Join-Path $TestDrive 'ahead.json') '--clock-offset', '00:10:00'

    $saved = @{}
    foreach ($name in 'TENCENTCLOUD_SECRET_ID', 'TENCENTCLOUD_SECRET_KEY', 'TENCENTCLOUD_TOKEN', 'TENCENTCLOUD_REGION') {
        $saved[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, $null)
    }

    # What connects a fresh process: with the key in its environment, as a runbook has it.
    $secret = $simulator.Account.secretKey
    $connect = "Connect-TccAccount -Endpoint $($simulator.Endpoint) -Region ap-guangzhou;"

    function Set-Key([string] $Id, [string] $Key) {
        [Environment]::SetEnvironmentVariable('TENCENTCLOUD_SECRET_ID', $Id)
        [Environment]::SetEnvironmentVariable('TENCENTCLOUD_SECRET_KEY', $Key)
    }

    # The error of a script in a fresh process, as it is shown and as a script sees it.
    function Get-Failure([string] $Script) {
        $text = "try { $Script } catch { `$_ | Out-String -Width 500; " +
            '[pscustomobject]@{ Id = $_.FullyQualifiedErrorId; Category = "$($_.CategoryInfo.Category)"; Message = "$_"; Advice = $_.Exception.RecommendedAction; RequestId = $_.Exception.RequestId } | ConvertTo-Json -Compress }'
        $output = @(Invoke-Fresh $text)
        $failure = $output[-1] | ConvertFrom-Json
        $failure | Add-Member Shown ($output[0..($output.Count - 2)] -join "`n") -PassThru
    }
}

AfterAll {
    Stop-Simulator $simulator
    Stop-Simulator $ahead
    foreach ($name in $saved.Keys) { [Environment]::SetEnvironmentVariable($name, $saved[$name]) }
}

Describe 'A runbook that was cut off' {
    BeforeAll { Set-Key $simulator.Account.secretId $secret }

    It 'goes on in another process from <Format>' -ForEach @(
        @{ Format = 'Export-Csv'; Save = 'Export-Csv -NoTypeInformation -Path'; Read = 'Import-Csv'; Region = 'ap-shanghai' }
        @{ Format = 'Export-Clixml'; Save = 'Export-Clixml'; Read = 'Import-Clixml'; Region = 'ap-beijing' }
    ) {
        $file = Join-Path $TestDrive "copies-$Region"
        $sent = Invoke-Fresh "$connect Get-TccImage -ImageName golden-* | Copy-TccCustomImage -DestinationRegion $Region | $Save '$file'; 'cut off'"
        $sent | Should -Be 'cut off'

        $rows = Invoke-Fresh "$connect $Read '$file' | Wait-TccImage -OutVariable copies | New-TccInstanceFromImage -InstanceType S5.MEDIUM4 | ConvertTo-Csv; `$copies | ForEach-Object { `"`$(`$_.Status) `$(`$_.Duration -gt 0)`" }"

        $rows | Select-Object -Last 2 | Should -Be 'Completed True', 'Completed True'
        $instances = $rows | Select-Object -SkipLast 2 | ConvertFrom-Csv
        $instances.InstanceName | Sort-Object | Should -Be 'golden-db-2024', 'golden-web-2024'
        $instances.Region | Should -Be $Region, $Region
    }

    It 'copies nothing twice when it is run again' {
        Invoke-Fresh "$connect Get-TccImage -ImageName golden-* | Copy-TccCustomImage -DestinationRegion ap-shanghai, ap-beijing | ForEach-Object { `"`$(`$_.Status) `$(`$_.Reused)`" }" |
            Should -Be (@('Completed True') * 4)
    }
}

Describe 'What a stranger is told' {
    It 'when there are no credentials' {
        Set-Key $null $null
        $failure = Get-Failure 'Get-TccImage -Region ap-guangzhou'

        $failure.Id | Should -BeLike 'NotConnected,*'
        $failure.Message | Should -Match 'no connection to Tencent Cloud'
        $failure.Shown | Should -Match 'no connection to Tencent Cloud'
        $failure.Advice | Should -Match 'Connect-TccAccount.*TENCENTCLOUD_SECRET_ID'
    }

    It 'when only half of a key is there' {
        Set-Key $simulator.Account.secretId $null
        $failure = Get-Failure 'Get-TccImage -Region ap-guangzhou'

        $failure.Category | Should -Be 'AuthenticationError'
        $failure.Message | Should -Match 'TENCENTCLOUD_SECRET_ID is set, but TENCENTCLOUD_SECRET_KEY is not'
    }

    It 'when the secret is wrong' {
        Set-Key $simulator.Account.secretId 'wrongSecretKeyThatNobodyMaySee01'
        $failure = Get-Failure "$connect Get-TccImage -ErrorAction Stop"

        $failure.Id | Should -BeLike 'AuthFailure.SignatureFailure,*'
        $failure.Category | Should -Be 'AuthenticationError'
        $failure.Message | Should -Match 'AuthFailure\.SignatureFailure, DescribeImages in ap-guangzhou, request ID [0-9a-f-]{36}'
        $failure.RequestId | Should -Match '^[0-9a-f-]{36}$'
        $failure.Advice | Should -Match 'Copy both again'
        $failure.Shown | Should -Match 'request ID'
    }

    It 'when the clock is off by ten minutes' {
        Set-Key $ahead.Account.secretId $ahead.Account.secretKey
        $failure = Get-Failure "Connect-TccAccount -Endpoint $($ahead.Endpoint) -Region ap-guangzhou; Copy-TccCustomImage img-gweb2024 ap-shanghai -ErrorAction Stop | Out-Null"

        $failure.Id | Should -BeLike 'AuthFailure.SignatureExpire,*'
        $failure.Category | Should -Be 'AuthenticationError'
        $failure.Message | Should -Match 'request ID [0-9a-f-]{36}'
        $failure.Advice | Should -Match 'clock'
    }

    It 'when nothing listens there' {
        Set-Key $simulator.Account.secretId $secret
        $failure = Get-Failure 'Connect-TccAccount -Endpoint http://127.0.0.1:1 -Region ap-guangzhou; Get-TccImage -ErrorAction Stop'

        $failure.Id | Should -BeLike 'ClientError.*'
        $failure.Category | Should -Be 'ConnectionError'
        $failure.Message | Should -Match '127\.0\.0\.1'
        $failure.Message | Should -Match 'ClientError\.\w+, DescribeImages in ap-guangzhou'
        $failure.Advice | Should -Match 'Get-TccContext.*network'
        $failure.RequestId | Should -BeNullOrEmpty
    }
}

Describe 'Secrets of a whole run' {
    It 'are in no stream, view or transcript' {
        Set-Key $simulator.Account.secretId $secret
        $transcript = Join-Path $TestDrive 'run.txt'
        $output = Invoke-Fresh ("Start-Transcript '$transcript' | Out-Null; `$VerbosePreference = `$DebugPreference = 'Continue'; $connect " +
            "`$password = ConvertTo-SecureString ('Pass' + '-Word-' + 2024) -AsPlainText -Force; " +
            'Get-TccContext | Format-List * -Force; Get-TccContext | ConvertTo-Json -Depth 4 -WarningAction SilentlyContinue; ' +
            'Copy-TccCustomImage img-gweb2024, img-unknown1 ap-nanjing -ErrorAction SilentlyContinue | Wait-TccImage | ' +
            'New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -Password $password -ErrorAction SilentlyContinue | Format-List * -Force; ' +
            'New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Password $password -SystemDiskSizeGB 20 -ErrorAction SilentlyContinue; ' +
            '$error | Format-List * -Force; Get-TccContext | Format-Custom -Depth 4; Stop-Transcript | Out-Null')

        # What the test itself typed is not what the module shows.
        $typed = Get-Content $transcript | Where-Object { $_ -notmatch 'EncodedCommand|Host Application' }
        $all = ($output + $typed) -join "`n"
        $all | Should -Match 'InstanceId +: ins-'
        $all | Should -Match 'ImageNotFound'
        $all | Should -Match 'VERBOSE|DEBUG'
        $all.Contains($secret) | Should -BeFalse
        $all | Should -Not -Match 'Pass-Word-2024'
    }
}
