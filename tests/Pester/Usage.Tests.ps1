BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-Module $Manifest
    Disconnect-TccAccount
    Connect-TccAccount -Simulated -CopyDuration 00:00:01
}

AfterAll {
    Disconnect-TccAccount
    Remove-Module TencentImageReplication
}

Describe 'The uses of images' {
    It 'are rows with the image and what uses it' {
        $rows = @(Get-TccImageUsage | Where-Object Kind -eq Instance | Sort-Object Id)
        $rows.Id | Should -Be 'ins-9bxebleo', 'ins-golden02'
        $rows.ImageName | Should -Be 'golden-web-2024', 'golden-db-2024'
        $rows.AccountId | Sort-Object -Unique | Should -Be '100000000001'
    }

    It 'are found for images of the pipeline' {
        (Get-TccImage -ImageName golden-db* | Get-TccImageUsage).Id | Should -Be 'ins-golden02'
        Get-TccImage -ImageName win* | Get-TccImageUsage | Should -BeNullOrEmpty
    }

    It 'begin with a new instance of a copy' {
        $copy = Copy-TccCustomImage img-gweb2024 ap-shanghai | Wait-TccImage
        $copy | Get-TccImageUsage | Should -BeNullOrEmpty
        $instance = $copy | New-TccInstanceFromImage -InstanceType S5.MEDIUM4
        $row = $copy | Get-TccImageUsage
        "$($row.Region) $($row.ImageId) $($row.Id)" | Should -Be "ap-shanghai $($copy.ImageId) $($instance.InstanceId)"
    }

    It 'are the same in a file' {
        $csv, $xml = 'usage.csv', 'usage.xml' | ForEach-Object { Join-Path $TestDrive $_ }
        $rows = @(Get-TccImageUsage)
        $rows | Export-Csv $csv -NoTypeInformation
        $rows | Export-Clixml $xml
        $properties = 'ImageId', 'ImageName', 'AccountId', 'Region', 'Kind', 'Id', 'Name', 'Detail'
        $expected = $rows | Select-Object $properties | ConvertTo-Csv -NoTypeInformation
        Import-Csv $csv | Select-Object $properties | ConvertTo-Csv -NoTypeInformation | Should -Be $expected
        Import-Clixml $xml | Select-Object $properties | ConvertTo-Csv -NoTypeInformation | Should -Be $expected
    }

    It 'keep an image from being deleted' {
        Remove-TccImage img-gdb02024 -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem.FullyQualifiedErrorId | Should -BeLike 'ImageInUse,*'
        $problem.Exception.Message | Should -Match 'ins-golden02'
        Remove-TccImage img-gdb02024 -Force -Confirm:$false
        Get-TccImage img-gdb02024 -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'fit into <Width> columns' -ForEach @(@{ Width = 60 }, @{ Width = 80 }, @{ Width = 120 }) {
        $lines = Get-TccImageUsage | Out-String -Width $Width -Stream
        $lines | Where-Object Length -gt $Width | Should -BeNullOrEmpty
        $lines -match '^ImageId' | Should -Match 'Kind +Id +Name$'
    }
}

Describe 'Launch templates and scaling groups' {
    BeforeAll {
        Connect-TccAccount -Simulated -SimulatedScenario rollout
        $regions = 'ap-guangzhou', 'ap-shanghai', 'ap-beijing'
    }

    It 'use the images that they create instances from' {
        foreach ($target in @(Get-TccLaunchTemplate -Region $regions) + @(Get-TccAutoScalingGroup -Region $regions)) {
            $used = Get-TccImageUsage -ImageId $target.ImageId -Region $target.Region
            $used.Kind | Sort-Object -Unique | Should -Be 'Instance', 'LaunchTemplateVersion', 'LaunchConfiguration'
        }
    }

    It 'keep their properties in a file' {
        $file = Join-Path $TestDrive 'targets.xml'
        $targets = @(Get-TccLaunchTemplate -Region $regions) + @(Get-TccAutoScalingGroup -Region $regions)
        $targets.Count | Should -Be 6
        $targets | Export-Clixml $file
        $read = Import-Clixml $file
        ($read | Select-Object * -ExcludeProperty CreatedTime | ConvertTo-Json) | Should -Be ($targets | Select-Object * -ExcludeProperty CreatedTime | ConvertTo-Json)
        ($read | Where-Object LaunchTemplateId | Get-TccLaunchTemplate).LaunchTemplateId | Should -Be ($targets.LaunchTemplateId | Where-Object { $_ })
    }

    It 'fit into <Width> columns' -ForEach @(@{ Width = 60 }, @{ Width = 80 }, @{ Width = 120 }) {
        $templates = Get-TccLaunchTemplate | Out-String -Width $Width -Stream
        $groups = Get-TccAutoScalingGroup | Out-String -Width $Width -Stream
        @($templates) + @($groups) | Where-Object Length -gt $Width | Should -BeNullOrEmpty
        $templates -match '^TemplateId' | Should -Match 'TemplateName +Version +ImageId +InstanceType$'
        $groups -match '^GroupId' | Should -Match 'GroupName +ImageId +Instances +Status$'
    }

    It 'are completed by their names' {
        (TabExpansion2 'Get-TccLaunchTemplate -LaunchTemplateName w' 43).CompletionMatches.CompletionText | Should -Be 'web'
        (TabExpansion2 'Get-TccAutoScalingGroup -AutoScalingGroupName w' 47).CompletionMatches.CompletionText | Should -Be 'web'
    }

    It 'are no error where there are none' {
        Get-TccLaunchTemplate -Region ap-tokyo | Should -BeNullOrEmpty
        Get-TccAutoScalingGroup -Region ap-tokyo | Should -BeNullOrEmpty
    }
}
