BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-Module $Manifest

    function Complete([string] $Typed) { (TabExpansion2 $Typed $Typed.Length).CompletionMatches }

    # The error of a connection that fails.
    function Get-Failure([string] $Scenario) {
        try { Connect-TccAccount -Simulated -SimulatedScenario $Scenario } catch { $_ }
    }
}

AfterAll { Remove-Module TencentImageReplication }

Describe 'A scenario that comes with the module' {
    AfterEach { Disconnect-TccAccount }

    It 'full-quota refuses a copy to one region' {
        Connect-TccAccount -Simulated -SimulatedScenario full-quota -CopyDuration 0:0:0
        $rows = Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-nanjing -ErrorAction SilentlyContinue -ErrorVariable failures
        ($rows | Where-Object Region -eq ap-shanghai).Status | Should -Be 'Failed'
        "$failures" | Should -Match 'ImageQuotaLimitExceeded'
        (Get-TccImageQuota -Region ap-shanghai).Used | Should -Be 2
    }

    It 'failing-region fails a copy and a list for a while' {
        Connect-TccAccount -Simulated -SimulatedScenario failing-region -CopyDuration 0:0:0.2
        $rows = Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing | Wait-TccImage -ErrorAction SilentlyContinue -ErrorVariable failures
        ($rows | Sort-Object Region).Status | Should -Be 'Completed', 'Failed'
        "$failures" | Should -Match 'CREATEFAILED'
        @(Get-TccImage -Region ap-nanjing).Count | Should -Be 0
    }

    It 'busy-source refuses a second copy' {
        Connect-TccAccount -Simulated -SimulatedScenario busy-source
        Copy-TccCustomImage img-gweb2024 ap-shanghai -BusySource Fail -ErrorAction SilentlyContinue -ErrorVariable failures |
            ForEach-Object Status | Should -Be 'Failed'
        "$failures" | Should -Match 'img-gweb2024'
    }

    It 'vanishing-copy loses a copy' {
        Connect-TccAccount -Simulated -SimulatedScenario vanishing-copy -CopyDuration 0:0:0
        Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing | Out-Null
        # Wait-TccImage reports it after two minutes: a new copy can be invisible for a while.
        (Get-TccImage -Region ap-shanghai, ap-beijing).Region | Should -Be 'ap-beijing'
    }

    It 'slow-region leaves a copy in progress' {
        Connect-TccAccount -Simulated -SimulatedScenario slow-region
        (Copy-TccCustomImage img-gweb2024 ap-shanghai).Status | Should -Be 'Requested'
    }

    It 'lossy-network breaks requests, and copies are complete all the same' {
        Connect-TccAccount -Simulated -SimulatedScenario lossy-network -CopyDuration 0:0:0.2
        $rows = Get-TccImage -ImageName golden-* | Copy-TccCustomImage -DestinationRegion ap-shanghai, ap-beijing | Wait-TccImage
        $rows.Status | Should -Be (@('Completed') * 4)
    }

    It 'boot-tests starts an instance in one region, and not in another' {
        Connect-TccAccount -Simulated -SimulatedScenario boot-tests -CopyDuration 0:0:0
        $rows = Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing | Wait-TccImage |
            New-TccInstanceFromImage -InstanceType S5.SMALL2 -Wait -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failures
        ($rows | Where-Object Region -EQ ap-beijing).State | Should -Be 'RUNNING'
        ($rows | Where-Object Region -EQ ap-shanghai).State | Should -Be 'LAUNCH_FAILED'
        "$failures" | Should -Match 'ap-shanghai'
    }

    It 'rollout has four old instances in each of three regions' {
        Connect-TccAccount -Simulated -SimulatedScenario rollout
        $old = Get-TccInstance -Region ap-guangzhou, ap-shanghai, ap-beijing | Where-Object InstanceName -eq as-web
        $old | Group-Object Region | ForEach-Object Count | Should -Be 4, 4, 4
        ($old.ImageId | Sort-Object -Unique) | Should -Be 'img-bweb2023', 'img-gweb2023', 'img-sweb2023'
    }

    It 'is in the package, for changes' {
        $names = (Complete 'Connect-TccAccount -Simulated -SimulatedScenario ').CompletionText | Where-Object { $_ -notmatch '[\\/]' }
        foreach ($name in $names) {
            $file = [IO.Path]::Combine($Package, 'scenarios', "$name.json")
            $said = @(Connect-TccAccount -Simulated -SimulatedScenario $file -Verbose 4>&1)
            $said[0].Message | Should -Be (Get-Content $file -Raw -Encoding utf8 | ConvertFrom-Json).description
        }
    }
}

Describe 'A scenario of one''s own' {
    AfterEach { Disconnect-TccAccount }

    It 'is found from the location of the shell' {
        Set-Content "$TestDrive/mine.json" '{ "images": [ { "imageName": "mine" } ] }'
        Push-Location TestDrive:\
        try { Connect-TccAccount -Simulated -SimulatedScenario ./mine.json } finally { Pop-Location }
        (Get-TccImage -ImageName mine).SizeGB | Should -Be 50
    }

    It 'has its own accounts' {
        Set-Content "$TestDrive/empty.json" (@{
                world    = 'Empty'
                accounts = @{ accountId = '100000000042' }, @{ accountId = '100000000043' }
                images   = , @{ imageName = 'base'; region = 'ap-guangzhou'; sharedWith = , '100000000043' }
            } | ConvertTo-Json -Depth 4)
        Connect-TccAccount -Simulated -SimulatedScenario "$TestDrive/empty.json"
        (Get-TccImage).ImageName | Should -Be 'base'
        Connect-TccAccount -Simulated -SimulatedAccount Recipient
        (Get-TccImage -ImageType Shared).ImageName | Should -Be 'base'
    }

    It 'names its mistakes with file and line, and leaves the present cloud alone' {
        Connect-TccAccount -Simulated
        Copy-TccCustomImage img-gweb2024 ap-shanghai | Out-Null
        $file = Join-Path $TestDrive 'wrong.json'
        Set-Content $file "{`n  `"settings`": { `"copyDuratoin`": 1 },`n  `"images`": [ { `"imageName`": `"x`", `"region`": `"mars`" } ]`n}"

        $failure = Get-Failure $file

        $failure.FullyQualifiedErrorId | Should -BeLike 'InvalidScenario,*'
        "$failure" | Should -Match ([regex]::Escape("$file(2): 'copyDuratoin' is not known here"))
        @(Get-TccImage -Region ap-shanghai).Count | Should -Be 1
    }

    It 'that does not exist is reported with the names that do' {
        $failure = Get-Failure 'full-qouta'
        $failure.FullyQualifiedErrorId | Should -BeLike 'ScenarioNotFound,*'
        "$failure" | Should -Match "'full-qouta'.*full-quota"
    }
}

Describe 'Tab' {
    It 'offers the scenarios with what they play' {
        $match = Complete 'Connect-TccAccount -Simulated -SimulatedScenario full'
        $match.CompletionText | Should -Be 'full-quota'
        $match.ToolTip | Should -Match 'quota of custom images'
    }

    It 'offers files too' {
        Set-Content "$TestDrive/mine.json" '{}'
        Push-Location $TestDrive
        try {
            (Complete 'Connect-TccAccount -Simulated -SimulatedScenario ./mi').CompletionText | Should -Match 'mine\.json$'
            (Complete "Connect-TccAccount -Simulated -SimulatedScenario './mi").CompletionText | Should -Match "mine\.json'$"
        }
        finally { Pop-Location }
    }
}
