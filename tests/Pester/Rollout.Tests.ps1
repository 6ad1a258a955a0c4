BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-Module $Manifest
    Disconnect-TccAccount
    Connect-TccAccount -Simulated -SimulatedScenario rollout -CopyDuration 00:00:01
    $regions = 'ap-guangzhou', 'ap-shanghai', 'ap-beijing'
    $ConfirmPreference = 'None'
    $file = Join-Path $TestDrive 'rollout.csv'
    $images = @(
        Get-TccImage img-gweb2024
        Copy-TccCustomImage img-gweb2024 -DestinationRegion ap-shanghai, ap-beijing | Wait-TccImage
    )
    $targets = @{ LaunchTemplateName = 'web'; AutoScalingGroupName = 'web'; Refresh = $true; BatchCount = 2 }

    function Get-PresentImage {
        @(Get-TccLaunchTemplate -Region $regions) + @(Get-TccAutoScalingGroup -Region $regions) | Sort-Object Region, { "$_" } | ForEach-Object ImageId
    }
    $before = Get-PresentImage
}

AfterAll {
    Disconnect-TccAccount
    Remove-Module TencentImageReplication
}

Describe 'A rollout' {
    It 'changes nothing with -WhatIf' {
        $rows = $images | Publish-TccImage @targets -WhatIf
        $rows.Status | Sort-Object -Unique | Should -Be 'Planned'
        Get-PresentImage | Should -Be $before
    }

    It 'stops at a batch that fails' {
        $rows = $images | Publish-TccImage @targets -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem.FullyQualifiedErrorId | Should -BeLike 'RefreshPaused,*'
        $rows.Status | Should -Be 'Published', 'Published', 'Published', 'Paused', 'NotStarted', 'NotStarted'
        ($rows | Where-Object Status -eq Paused).GroupDisabled | Should -BeTrue
        (Get-TccAutoScalingGroup -Region ap-shanghai).Enabled | Should -BeFalse
        $rows | Export-Csv $file -NoTypeInformation
    }

    It 'is resumed from a file' {
        $rows = Import-Csv $file | Publish-TccImage -Refresh -BatchCount 2
        $rows.Status | Should -Be 'Unchanged', 'Unchanged', 'Unchanged', 'Published', 'Published', 'Published'
        (Get-TccAutoScalingGroup -Region $regions).Enabled | Should -Be $true, $true, $true
        Get-PresentImage | Sort-Object -Unique | Should -Be ($images.ImageId | Sort-Object)
        $rows | Export-Csv $file -NoTypeInformation
    }

    It 'has nothing to do afterwards' {
        ($images | Publish-TccImage @targets).Status | Sort-Object -Unique | Should -Be 'Unchanged'
    }

    It 'fits into <Width> columns' -ForEach @(@{ Width = 80 }, @{ Width = 120 }) {
        $lines = Import-Csv $file | Publish-TccImage -WhatIf | Out-String -Width $Width -Stream
        $lines | Where-Object Length -gt $Width | Should -BeNullOrEmpty
        $lines -match '^Kind' | Should -Match 'Target +ImageId +Change +Status'
    }

    It 'is undone from a file' {
        (Import-Csv $file | Undo-TccImagePublication).Status | Sort-Object -Unique | Should -Be 'Undone'
        Get-PresentImage | Should -Be $before
        (Import-Csv $file | Undo-TccImagePublication).Status | Sort-Object -Unique | Should -Be 'Unchanged'
    }
}
