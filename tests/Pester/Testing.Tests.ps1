BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-Module $Manifest
    Disconnect-TccAccount
    Connect-TccAccount -Simulated -SimulatedScenario boot-tests
}

AfterAll {
    Disconnect-TccAccount
    Remove-Module TencentImageReplication
}

Describe 'Tests of copies' {
    BeforeAll {
        $test = @{ InstanceType = 'S5.MEDIUM4'; Command = 'systemctl is-active nginx'; ExpectedOutput = 'ready'; TimeoutSec = 60 }
        $regions = 'ap-shanghai', 'ap-beijing', 'ap-nanjing', 'ap-chongqing'
        $copies = @(Copy-TccCustomImage img-gdb02024 $regions | Wait-TccImage)
        $rows = @(@(Get-TccImage img-gweb2024) + $copies | Test-TccImage @test -Mark -WarningAction SilentlyContinue)
    }

    It 'have a row for each image' {
        $rows | Sort-Object Region | ForEach-Object { "$($_.Region) $($_.Status) $($_.ErrorCode) $($_.ScriptStatus)" } | Should -Be @(
            'ap-beijing Inconclusive AgentNotOnline '
            'ap-chongqing Failed ScriptTimedOut TIMEOUT'
            'ap-guangzhou Passed  SUCCESS'
            'ap-nanjing Failed ScriptFailed FAILED'
            'ap-shanghai Failed LaunchFailed '
        )
    }

    It 'leave no instance that runs' {
        Get-TccInstance -Region (@('ap-guangzhou') + $regions) | Where-Object { $_.Tags.ImageReplicationTest -and $_.State -eq 'RUNNING' } |
            Should -BeNullOrEmpty
    }

    It 'mark an image that passes with the date' {
        (Get-TccImage img-gweb2024).Tags.ImageReplicationVerified | Should -Match '^\d{4}-\d\d-\d\d$'
        $copies | Get-TccImage | Where-Object { $_.Tags.ImageReplicationVerified } | Should -BeNullOrEmpty
    }

    It 'are the same in a file' {
        $csv, $xml = 'tests.csv', 'tests.xml' | ForEach-Object { Join-Path $TestDrive $_ }
        $rows | Export-Csv $csv -NoTypeInformation
        $rows | Export-Clixml $xml
        $properties = 'ImageName', 'ImageId', 'AccountId', 'Region', 'Status', 'Price', 'Currency'
        $expected = $rows | Select-Object $properties | ConvertTo-Csv -NoTypeInformation
        Import-Csv $csv | Select-Object $properties | ConvertTo-Csv -NoTypeInformation | Should -Be $expected
        Import-Clixml $xml | Select-Object $properties | ConvertTo-Csv -NoTypeInformation | Should -Be $expected
    }

    It 'fit into <Width> columns' -ForEach @(@{ Width = 80 }, @{ Width = 120 }) {
        $lines = $rows | Out-String -Width $Width -Stream
        $lines | Where-Object Length -gt $Width | Should -BeNullOrEmpty
    }
}

Describe 'Instances that were left' {
    It 'are deleted by tag and age' {
        $test = @{ InstanceType = 'S5.MEDIUM4'; Command = 'x'; ExpectedOutput = 'never'; TimeoutSec = 60; KeepFailed = $true }
        $kept = Test-TccImage img-gweb2024 @test -WarningVariable warning -WarningAction SilentlyContinue
        "$warning" | Should -Match "$($kept.InstanceId).* is kept and billed until"
        $other = New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Wait
        Clear-TccImageTest
        (Get-TccInstance $kept.InstanceId).State | Should -Be RUNNING
        Clear-TccImageTest -OlderThan 0
        "$((Get-TccInstance $kept.InstanceId -ErrorAction SilentlyContinue).State)" | Should -BeIn 'TERMINATING', ''
        (Get-TccInstance $other.InstanceId).State | Should -Be RUNNING
        $other | Remove-TccInstance -Confirm:$false
        "$((Get-TccInstance $other.InstanceId -ErrorAction SilentlyContinue).State)" | Should -BeIn 'TERMINATING', ''
    }

    It 'are deleted by the next cleaner when a shell is killed in the middle of a test' {
        $simulator = Start-Simulator (Join-Path $TestDrive 'info.json') '--scenario', 'boot-tests'
        $saved = $env:TENCENTCLOUD_SECRET_ID, $env:TENCENTCLOUD_SECRET_KEY
        try {
            $env:TENCENTCLOUD_SECRET_ID, $env:TENCENTCLOUD_SECRET_KEY = $simulator.Account.secretId, $simulator.Account.secretKey
            $context = Connect-TccAccount -Endpoint $simulator.Endpoint -Region ap-guangzhou -PassThru
            $script = "Import-Module '$Manifest'; Connect-TccAccount -Endpoint $($simulator.Endpoint) -Region ap-guangzhou; " +
                "'img-gweb2024', 'img-gdb02024' | Test-TccImage -InstanceType S5.MEDIUM4 -Command check"
            $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($script))
            $files = 'out.txt', 'err.txt' | ForEach-Object { Join-Path $TestDrive $_ }
            $shell = Start-Shell ('-NoProfile', '-NonInteractive', '-EncodedCommand', $encoded) $files[0] $files[1]
            $patience = [DateTime]::UtcNow.AddMinutes(2)
            do {
                Start-Sleep -Milliseconds 100
                $left = @(Get-TccInstance -Context $context | Where-Object { $_.Tags.ImageReplicationTest })
            } until ($left.Count -eq 2 -or $shell.HasExited -or [DateTime]::UtcNow -gt $patience)
            $shell.HasExited | Should -BeFalse
            $shell.Kill()
            $left.Count | Should -Be 2

            Start-Sleep -Seconds 6
            (Get-TccInstance $left.InstanceId -Context $context).State | Should -Be RUNNING, RUNNING
            Clear-TccImageTest -Context $context -OlderThan 0
            Get-TccInstance -Context $context | Where-Object { $_.Tags.ImageReplicationTest -and $_.State -ne 'TERMINATING' } | Should -BeNullOrEmpty
        }
        finally {
            $env:TENCENTCLOUD_SECRET_ID, $env:TENCENTCLOUD_SECRET_KEY = $saved
            Stop-Simulator $simulator
        }
    }
}
