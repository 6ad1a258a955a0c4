BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-Module $Manifest
    $ConfirmPreference = 'None'
    $regions = 'ap-guangzhou', 'ap-shanghai', 'ap-beijing'

    # The scenario rollout with short waits. Scripts fail in ap-beijing, and ap-nanjing has no room for a copy.
    $scenario = Join-Path $TestDrive 'publish.json'
    $text = Get-Content ([IO.Path]::Combine($Package, 'scenarios', 'rollout.json')) -Raw -Encoding UTF8
    $world = $text -replace '"(preparation|batchDuration|surgeDuration)": "00:00:01"', '"$1": "00:00:00.2"' | ConvertFrom-Json
    $world.PSObject.Properties.Remove('$schema')
    $world.settings | Add-Member -NotePropertyMembers @{
        copyDuration   = '00:00:00.3'
        launchDuration = '00:00:00.1'
        agentDelay     = '00:00:00.1'
        imageQuotas    = @{ 'ap-nanjing' = 1 }
        launches       = @{ commands = @(@{ output = "ready`n" }) }
        launchesOf     = @{ 'ap-beijing' = @{ commands = @(@{ output = "nginx.service: failed`n"; exitCode = 3 }) } }
    }
    $world.images += [pscustomobject]@{ imageName = 'build-tools'; region = 'ap-nanjing'; createdTime = '-9.00:00:00' }
    $world | ConvertTo-Json -Depth 9 | Set-Content $scenario

    function New-Plan([string] $Name, [string] $Family, [string] $Accounts = '') {
        "@{ PlanVersion = 1; Source = @{ Region = 'ap-guangzhou' }; $Accounts Families = @( $Family ) }" | Set-Content (Join-Path $TestDrive $Name)
        Join-Path $TestDrive $Name
    }

    function Get-PresentImage {
        @(Get-TccLaunchTemplate -Region $regions) + @(Get-TccAutoScalingGroup -Region $regions) | Sort-Object Region, { "$_" } | ForEach-Object ImageId
    }

    function Select-Kind($Rows, [string] $Type) { @($Rows | Where-Object { $_.GetType().Name -eq $Type }) }
}

AfterAll {
    Disconnect-TccAccount
    Remove-Module TencentImageReplication
}

Describe 'A plan that verifies and publishes' {
    BeforeAll {
        Disconnect-TccAccount
        Connect-TccAccount -Simulated -SimulatedScenario $scenario
        $family = @'
@{ Name = 'web'; ImageName = 'golden-web-2024'
   Targets = @{ Regions = 'ap-guangzhou', 'ap-shanghai', 'ap-beijing'
                Publish = @{ LaunchTemplate = 'web'; AutoScalingGroup = 'web'; Refresh = @{ BatchCount = 2 } } }
   Verify  = @{ InstanceType = 'S5.MEDIUM4'; Command = 'systemctl is-active nginx'; ExpectedOutput = 'ready' } }
'@
        $plan = New-Plan web.psd1 $family
        $corrected = New-Plan corrected.psd1 ($family -replace "; Command .*'ready'")
        $before = Get-PresentImage
        $journal = Join-Path $TestDrive 'publish.jsonl'
    }

    It 'is compared when its images are copied' {
        $null = Sync-TccReplicationPlan $plan
        $rows = @(Compare-TccReplicationPlan $plan)
        $rows | ForEach-Object { "$($_.Region) $($_.State) $($_.Action)" } |
            Should -Be ($regions | ForEach-Object { "$_ Outdated Verify, Publish" })
        $rows[1].Reason | Should -Be "launch template 'web' starts from img-sweb2023, scaling group 'web' starts from img-sweb2023"
    }

    It 'is not published without -Publish' {
        $rows = @(Sync-TccReplicationPlan $plan)
        $rows | ForEach-Object { "$($_.GetType().Name) $($_.Status)" } | Should -Be (@('TccReplicationRow Skipped') * 3)
        Get-PresentImage | Should -Be $before
    }

    It 'says with -WhatIf in one line for each test and target what it would do, and does nothing' {
        $transcript = Join-Path $TestDrive 'whatif.txt'
        $null = Start-Transcript $transcript
        try { $rows = @(Sync-TccReplicationPlan $plan -Publish -WhatIf) } finally { $null = Stop-Transcript }
        $lines = @(Get-Content $transcript | Where-Object { $_ -match '^What if: ' })
        foreach ($region in $regions) {
            @($lines -match "What if: Test img-\w+ .* instance in $region\.").Count | Should -Be 1
            @($lines -match "What if: Publish img-\w+ in the launch template 'web' .* in $region").Count | Should -Be 1
            @($lines -match "What if: Publish img-\w+ in the scaling group 'web' .* in $region and reinstall its 4 instances in 2 batches").Count | Should -Be 1
        }
        $lines.Count | Should -Be 9
        (Select-Kind $rows TccImagePublication).Status | Should -Be (@('Planned') * 6)
        (Select-Kind $rows TccReplicationRow).Status | Should -Be (@('Planned') * 3)
        $rows.Count | Should -Be 9
        Get-PresentImage | Should -Be $before
        Get-TccInstance -Region $regions | Where-Object { $_.Tags.ImageReplicationTest } | Should -BeNullOrEmpty
    }

    It 'starts nothing while a region is out of sync' {
        $blocked = New-Plan blocked.psd1 @'
@{ Name = 'web'; ImageName = 'golden-web-2024'
   Targets = @( @{ Regions = 'ap-guangzhou'; Publish = @{ LaunchTemplate = 'web' } }, @{ Regions = 'ap-nanjing' } ) }
'@
        $rows = @(Sync-TccReplicationPlan $blocked -Publish -ErrorAction SilentlyContinue)
        Select-Kind $rows TccImagePublication | ForEach-Object { "$($_.Region) $($_.TargetName) $($_.Status): $($_.Reason)" } |
            Should -Be 'ap-guangzhou web NotStarted: not in sync: ap-nanjing'
        (Select-Kind $rows TccReplicationRow | Where-Object Region -eq ap-guangzhou).Status | Should -Be 'Skipped'
        Get-PresentImage | Should -Be $before
    }

    It 'publishes nothing if one image does not pass its test' {
        $rows = @(Sync-TccReplicationPlan $plan -Publish -JournalPath $journal -ErrorAction SilentlyContinue -ErrorVariable problem)
        Select-Kind $rows TccImageTest | Sort-Object Region | ForEach-Object { "$($_.Region) $($_.Status) $($_.ErrorCode)" } |
            Should -Be 'ap-beijing Failed ScriptFailed', 'ap-guangzhou Passed ', 'ap-shanghai Passed '
        Select-Kind $rows TccImagePublication | ForEach-Object { "$($_.Region) $($_.Status) $($_.ErrorCode)" } | Should -Be @(
            'ap-guangzhou NotStarted ', 'ap-guangzhou NotStarted ', 'ap-shanghai NotStarted ', 'ap-shanghai NotStarted '
            'ap-beijing Failed TestNotPassed', 'ap-beijing Failed TestNotPassed'
        )
        Select-Kind $rows TccReplicationRow | ForEach-Object { "$($_.Region) $($_.Status)" } |
            Should -Be 'ap-guangzhou Skipped', 'ap-shanghai Skipped', 'ap-beijing Failed'
        Get-PresentImage | Should -Be $before

        $problem.FullyQualifiedErrorId | Should -Be 'TestNotPassed,TencentImageReplication.Commands.SyncTccReplicationPlanCommand'
        "$problem" | Should -Match 'in ap-beijing did not pass its test, so it is not published.*exit code 3.*Correct the cause and run the plan again'
    }

    It 'tests only what has not passed, and stops at a batch that fails' {
        (Compare-TccReplicationPlan $plan).Action | Should -Be 'Publish', 'Publish', 'Verify, Publish'
        $script:all = @(Sync-TccReplicationPlan $corrected -Publish -JournalPath $journal -ErrorAction SilentlyContinue -ErrorVariable problem)
        $problem.FullyQualifiedErrorId | Should -BeLike 'RefreshPaused,*'
        Select-Kind $all TccImageTest | ForEach-Object { "$($_.Region) $($_.Status)" } | Should -Be 'ap-beijing Passed'
        $script:published = Select-Kind $all TccImagePublication
        $published | ForEach-Object { "$($_.Region) $($_.Kind) $($_.Status)" } | Should -Be @(
            'ap-guangzhou LaunchTemplate Published', 'ap-guangzhou AutoScalingGroup Published'
            'ap-shanghai LaunchTemplate Published', 'ap-shanghai AutoScalingGroup Paused'
            'ap-beijing LaunchTemplate NotStarted', 'ap-beijing AutoScalingGroup NotStarted'
        )
        Select-Kind $all TccReplicationRow | ForEach-Object { "$($_.Region) $($_.Status)" } |
            Should -Be 'ap-guangzhou Completed', 'ap-shanghai Failed', 'ap-beijing Skipped'
    }

    It 'is resumed with its rows, and then has nothing to do' {
        $script:resumed = @($published | Publish-TccImage -Refresh -BatchCount 2)
        $resumed.Status | Should -Be 'Unchanged', 'Unchanged', 'Unchanged', 'Published', 'Published', 'Published'
        (Compare-TccReplicationPlan $plan).State | Should -Be 'InSync', 'InSync', 'InSync'
        Get-PresentImage | Sort-Object -Unique | Should -Be ((Compare-TccReplicationPlan $plan).ImageId | Sort-Object)
        $again = @(Sync-TccReplicationPlan $plan -Publish)
        $again | ForEach-Object { "$($_.GetType().Name) $($_.Status)" } | Should -Be (@('TccReplicationRow Unchanged') * 3)
    }

    It 'has a journal with the tests and the targets' {
        $lines = @(Get-Content $journal | ConvertFrom-Json)
        $lines | Group-Object Event | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Count)" } |
            Should -Be 'decided 6', 'ended 6', 'published 12', 'tested 4'
        $test = $lines | Where-Object { $_.Event -eq 'tested' -and $_.Status -eq 'Failed' }
        "$($test.Version) $($test.Region) $($test.ScriptStatus) $($test.ErrorCode)" | Should -Be 'golden-web-2024 ap-beijing FAILED ScriptFailed'
        $paused = $lines | Where-Object Status -eq Paused
        "$($paused.Event) $($paused.Kind) $($paused.TargetId) $($paused.PreviousImageId) $($paused.RefreshProgress)" |
            Should -Be 'published AutoScalingGroup asg-shweb001 img-sweb2023 50'
    }

    It 'has rows of three types, all of which a report takes' {
        $page = Join-Path $TestDrive 'report.html'
        $all | Export-TccReplicationReport $page -JournalPath $journal
        $html = Get-Content $page -Raw -Encoding UTF8
        # One of each type.
        $html | Should -Match ($all | Where-Object { $_.ImageId -and $_.Region -eq 'ap-shanghai' })[0].ImageId
        $html | Should -Match (Select-Kind $all TccImageTest)[0].InstanceId
        $html | Should -Match 'asg-shweb001'
    }

    It 'has rows of three types that fit into <Width> columns together' -ForEach @(@{ Width = 80 }, @{ Width = 160 }) {
        $mixed = @(Select-Kind $all TccReplicationRow) + $all
        $lines = $mixed | Out-String -Width $Width -Stream
        $lines | Where-Object Length -gt $Width | Should -BeNullOrEmpty
        @($lines -match '^TargetId +: ').Count | Should -Be 6
        $lines -match '^(LaunchConfigurationId|RequestId|ErrorMessage) ' | Should -BeNullOrEmpty
        $lines -match 'ap-beijing' | Should -Match 'Verify, Publish|Region'
    }

    It 'is undone, live and from a file' {
        $file = Join-Path $TestDrive 'publications.csv'
        $resumed | Export-Csv $file -NoTypeInformation
        $first = @($published | Where-Object Kind -eq LaunchTemplate | Undo-TccImagePublication)
        $first | ForEach-Object { "$($_.Region) $($_.Status)" } | Should -Be 'ap-guangzhou Undone', 'ap-shanghai Undone', 'ap-beijing Unchanged'
        $null = Import-Csv $file | Undo-TccImagePublication
        $published | Where-Object Kind -eq AutoScalingGroup | Undo-TccImagePublication | Out-Null
        Get-PresentImage | Should -Be $before
        (Compare-TccReplicationPlan $plan).State | Should -Be 'Outdated', 'Outdated', 'Outdated'
    }
}

Describe 'A plan of two accounts' {
    BeforeAll {
        # A launch template of the same name in each account.
        $accounts = Join-Path $TestDrive 'accounts.json'
        @'
{ "settings": { "copyDuration": "00:00:00.3" },
  "roles": [ { "accountId": "100000000002", "name": "images", "trustedAccounts": ["100000000001"] } ],
  "images": [
    { "imageId": "img-own02023", "imageName": "golden-web-2023", "region": "ap-shanghai", "createdTime": "-400.00:00:00" },
    { "imageId": "img-prod2023", "imageName": "golden-web-2023", "region": "ap-guangzhou", "accountId": "100000000002", "createdTime": "-400.00:00:00" } ],
  "launchTemplates": [
    { "launchTemplateId": "lt-ownweb01", "launchTemplateName": "web", "versions": [ { "imageId": "img-own02023", "instanceType": "S5.SMALL2" } ] },
    { "launchTemplateId": "lt-prodweb1", "launchTemplateName": "web", "accountId": "100000000002", "versions": [ { "imageId": "img-prod2023", "instanceType": "S5.SMALL2" } ] } ] }
'@ | Set-Content $accounts
        Disconnect-TccAccount
        $own = Connect-TccAccount -Simulated -SimulatedScenario $accounts -PassThru
        $partner = Connect-TccAccount -Simulated -SimulatedAccount Recipient -PassThru
        $null = Connect-TccAccount -Simulated
        $family = @'
@{ Name = 'web'; ImageName = 'golden-web-2024'
   Targets = @( @{ Regions = 'ap-shanghai' PUBLISH }, @{ Account = 'prod'; Regions = 'ap-guangzhou' PUBLISH } ) }
'@
        $role = "Accounts = @{ prod = @{ AssumeRoleArn = 'qcs::cam::uin/100000000002:roleName/images' } };"
        $copies = New-Plan copies.psd1 ($family -replace 'PUBLISH') $role
        $plan = New-Plan both.psd1 ($family -replace 'PUBLISH', '; Publish = @{ LaunchTemplate = "web" }') $role
        $null = Sync-TccReplicationPlan $copies
        $rows = @(Compare-TccReplicationPlan $copies)

        function Get-PresentImageOfBoth {
            (Get-TccLaunchTemplate -Region ap-shanghai -Context $own).ImageId
            (Get-TccLaunchTemplate -Region ap-guangzhou -Context $partner).ImageId
        }
        function Format-Publication($Rows) { $Rows | ForEach-Object { "$($_.AccountId) $($_.Region) $($_.TargetId) $($_.Status)" } | Sort-Object }
        $published = '100000000001 ap-shanghai lt-ownweb01 Published', '100000000002 ap-guangzhou lt-prodweb1 Published'
    }

    It 'has rows that are published together, each in its account' {
        $script:first = @($rows | Publish-TccImage -LaunchTemplateName web)
        Format-Publication $first | Should -Be $published
        Get-PresentImageOfBoth | Should -Be $rows.ImageId
        Format-Publication ($rows | Publish-TccImage -LaunchTemplateName web) | Should -Be ($published -replace 'Published', 'Unchanged')
    }

    It 'is in sync then' {
        (Compare-TccReplicationPlan $plan).State | Should -Be 'InSync', 'InSync'
    }

    It 'publishes in both accounts, and its publications are undone in both' {
        $null = $first | Where-Object AccountId -eq 100000000001 | Undo-TccImagePublication
        $null = $first | Where-Object AccountId -eq 100000000002 | Undo-TccImagePublication -Context $partner
        Get-PresentImageOfBoth | Should -Be 'img-own02023', 'img-prod2023'

        $publications = Select-Kind (Sync-TccReplicationPlan $plan -Publish) TccImagePublication
        Format-Publication $publications | Should -Be $published
        Get-PresentImageOfBoth | Should -Be $rows.ImageId
        Format-Publication ($publications | Undo-TccImagePublication) | Should -Be ($published -replace 'Published', 'Undone')
        Get-PresentImageOfBoth | Should -Be 'img-own02023', 'img-prod2023'
    }
}
