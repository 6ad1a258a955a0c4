BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-Module $Manifest

    # A role of the second account, which the first one can assume, and a second version of an image.
    $scenario = Join-Path $TestDrive 'accounts.json'
    @'
{ "roles": [ { "accountId": "100000000002", "name": "images", "trustedAccounts": ["100000000001"] } ],
  "images": [ { "imageName": "golden-web-2025", "region": "ap-guangzhou", "accountId": "100000000001", "createdTime": "-2.00:00:00" } ] }
'@ | Set-Content $scenario

    function New-Plan([string] $Name, [string] $Family) {
        @"
@{ PlanVersion = 1
   Source   = @{ Region = 'ap-guangzhou' }
   Accounts = @{ prod = @{ AssumeRoleArn = 'qcs::cam::uin/100000000002:roleName/images' } }
   Families = @( $Family ) }
"@ | Set-Content (Join-Path $TestDrive $Name)
        Join-Path $TestDrive $Name
    }

    function Start-Cloud {
        Disconnect-TccAccount
        Connect-TccAccount -Simulated -CopyDuration 0:0:0.3 -SimulatedScenario $scenario
    }
}

AfterAll {
    Disconnect-TccAccount
    Remove-Module TencentImageReplication
}

Describe 'A plan in two accounts' {
    BeforeAll {
        Start-Cloud
        $plan = New-Plan two.psd1 @'
@{ Name = 'golden-web'; ImageName = 'golden-web-*'
   Targets   = @( @{ Regions = 'ap-shanghai' }, @{ Account = 'prod'; Regions = 'ap-guangzhou', 'ap-beijing' } )
   CarryOver = 'Tag', 'Family'
   Retention = @{ KeepVersions = 1 } }
'@
        $before = @(Compare-TccReplicationPlan $plan)
        $rows = @(Sync-TccReplicationPlan $plan)
        $after = @(Compare-TccReplicationPlan $plan)
    }

    It 'is compared without a change' {
        $before | ForEach-Object { "$($_.Account) $($_.Region) $($_.State) $($_.Action)" } |
            Should -Be 'self ap-shanghai Missing Copy', 'prod ap-guangzhou Missing Share, Copy', 'prod ap-beijing Missing Copy'
        $before.Version | Select-Object -Unique | Should -Be 'golden-web-2025'
    }

    It 'is carried out, in both accounts' {
        $rows | ForEach-Object { "$($_.Account) $($_.Region) $($_.Status) $($_.Ready)" } | Sort-Object |
            Should -Be 'prod ap-beijing Completed True', 'prod ap-guangzhou Completed True', 'self ap-shanghai Completed True'
        $rows | ForEach-Object { "$($_.Account) $($_.AccountId)" } | Sort-Object -Unique | Should -Be 'prod 100000000002', 'self 100000000001'
        $after.State | Select-Object -Unique | Should -Be 'InSync'
    }

    It 'does nothing twice' {
        (Sync-TccReplicationPlan $plan).Status | Select-Object -Unique | Should -Be 'Unchanged'
    }

    It 'has rows that other commands process, each in its account' {
        $images = @($after | Wait-TccImage)
        $images.ImageId | Sort-Object | Should -Be ($after.ImageId | Sort-Object)
        $created = @($after | Where-Object Account -eq prod | New-TccInstanceFromImage -InstanceType S5.MEDIUM4)
        $created.Region | Sort-Object | Should -Be 'ap-beijing', 'ap-guangzhou'
        ($after | Get-TccImageUsage).Id | Sort-Object | Should -Be ($created.InstanceId | Sort-Object)
        { $after | Wait-TccImage -Context (Get-TccContext) -ErrorAction Stop } | Should -Throw -ErrorId 'RowOfOtherAccount,*'
    }

    It 'has rows that show no connection' {
        $text = ($after | Format-List * | Out-String), ($after | Format-Custom -Depth 9 | Out-String), ($after | ConvertTo-Json -Depth 9),
            ($after | ConvertTo-Csv | Out-String), [Management.Automation.PSSerializer]::Serialize($after, 9)
        $text | ForEach-Object { $_ | Should -Match 'golden-web-2025'; $_ | Should -Not -Match 'Context|SecretId|CredentialSource|roleName' }
    }

    It 'has rows that survive a file, and commands refuse those of the other account' {
        $csv = Join-Path $TestDrive 'rows.csv'
        $rows | Export-Csv $csv -NoTypeInformation
        $images = @(Import-Csv $csv | Wait-TccImage -ErrorAction SilentlyContinue -ErrorVariable problems)
        $images.Region | Should -Be 'ap-shanghai'
        $problems.FullyQualifiedErrorId | Select-Object -Unique | Should -Be 'RowOfOtherAccount,TencentImageReplication.Commands.WaitTccImageCommand'

        $partner = Connect-TccAccount -Simulated -SimulatedAccount Recipient -PassThru
        $null = Connect-TccAccount -Simulated
        $others = @(Import-Csv $csv | Where-Object Account -eq prod | Wait-TccImage -Context $partner)
        $others.Region | Sort-Object | Should -Be 'ap-beijing', 'ap-guangzhou'
    }

    It 'has rows that a job returns' -Skip:(-not (Get-Command Start-ThreadJob -ErrorAction SilentlyContinue)) {
        $read = Import-TccReplicationPlan $plan
        $context = Get-TccContext
        $job = Start-ThreadJob { Import-Module $using:Manifest; Sync-TccReplicationPlan $using:read -Context $using:context }
        @($job | Receive-Job -Wait -AutoRemoveJob).Count | Should -Be 3
    }
}

Describe 'Retention' {
    BeforeAll {
        Start-Cloud
        $old = New-Plan old.psd1 "@{ Name = 'web'; ImageName = 'golden-web-2024'; Targets = @{ Regions = 'ap-shanghai' } }"
        $null = Sync-TccReplicationPlan $old
        $plan = New-Plan keep.psd1 "@{ Name = 'web'; ImageName = 'golden-web-*'; Targets = @{ Regions = 'ap-shanghai' }; Retention = @{ KeepVersions = 1 } }"
    }

    It 'removes nothing without -Prune' {
        $null = Sync-TccReplicationPlan $plan
        (Compare-TccReplicationPlan $plan | Where-Object Version -eq golden-web-2024).State | Should -Be 'Surplus'
    }

    It 'asks before it removes' {
        # Nobody is there to answer.
        $text = Invoke-Fresh "Connect-TccAccount -Simulated -CopyDuration 0:0:0.3 -SimulatedScenario '$scenario'
            `$null = Sync-TccReplicationPlan '$old'; `$null = Sync-TccReplicationPlan '$plan'
            try { Sync-TccReplicationPlan '$plan' -Prune } catch { 'refused' }
            @(Get-TccImage -Region ap-shanghai -ImageName golden-web*).Count"
        $text | Where-Object { $_ } | Select-Object -Last 1 | Should -Be '2'
        $text | Should -Contain 'refused'
    }

    It 'removes the copy and its snapshots, and never the source' {
        $removed = Sync-TccReplicationPlan $plan -Prune -Confirm:$false | Where-Object Status -eq Removed
        "$($removed.Version) $($removed.Region)" | Should -Be 'golden-web-2024 ap-shanghai'
        (Get-TccImage -Region ap-shanghai -ImageName golden-web*).ImageName | Should -Be 'golden-web-2025'
        (Get-TccImage -ImageName golden-web-2024).State | Should -Be 'NORMAL'
    }
}

Describe 'The journal' {
    It 'is a line of JSON for each decision and result' {
        Start-Cloud
        $journal = Join-Path $TestDrive 'sync.jsonl'
        $plan = New-Plan journal.psd1 "@{ Name = 'web'; ImageName = 'golden-web-2025'; Targets = @{ Regions = 'ap-shanghai' } }"
        $null = Sync-TccReplicationPlan $plan -JournalPath $journal
        (Get-Content $journal | ConvertFrom-Json).Event | Should -Be 'decided', 'requested', 'ended'
    }
}

Describe 'A plan file' {
    It 'is read as data: nothing in it runs' {
        $canary = Join-Path $TestDrive 'canary.txt'
        $file = New-Plan code.psd1 "@{ Name = 'x'; ImageName = 'x'; Targets = @{ Regions = (Set-Content '$canary' ran) } }"
        Import-TccReplicationPlan $file -ErrorAction SilentlyContinue -ErrorVariable problem | Should -BeNullOrEmpty
        $problem.FullyQualifiedErrorId | Should -BeLike 'InvalidPlan,*'
        "$problem" | Should -Match ([regex]::Escape("code.psd1:4: Set-Content"))
        $canary | Should -Not -Exist
    }

    It 'has all its mistakes in one error' {
        $file = Join-Path $TestDrive 'bad.json'
        '{ "PlanVersion": 1,', '  "Source": { "Region": "ap-guangzhou", "Zone": 1 },', '  "Families": [ { "Name": "x", "Targets": [] } ] }' | Set-Content $file
        Import-TccReplicationPlan $file -ErrorAction SilentlyContinue -ErrorVariable problem
        @($problem).Count | Should -Be 1
        @("$problem" -split '\r?\n' -match '^bad\.json:').Count | Should -Be 3
    }

    It 'is found by wildcards and from the pipeline, without a connection' {
        $folder = Join-Path $TestDrive 'plans'
        $null = New-Item $folder -ItemType Directory
        foreach ($name in 'a', 'b') {
            New-Plan "plans/$name.psd1" "@{ Name = '$name'; ImageName = '$name'; Targets = @{ Regions = 'ap-shanghai' } }" | Out-Null
        }
        Invoke-Fresh "(Import-TccReplicationPlan '$folder/*.psd1').Families; (Get-ChildItem '$folder' | Import-TccReplicationPlan).Families" |
            Should -Be 'a', 'b', 'a', 'b'
    }

    It 'in the package has a schema for editors' {
        $schema = Get-Content ([IO.Path]::Combine($Package, 'schemas', 'replication-plan.schema.json')) -Raw | ConvertFrom-Json
        $schema.title | Should -Be 'A replication plan'
    }

    It 'completes the families of the plan' {
        $plan = New-Plan complete.psd1 "@{ Name = 'golden-web'; ImageName = 'x'; Targets = @{ Regions = 'ap-shanghai' } }"
        $line = "Compare-TccReplicationPlan '$plan' -Family g"
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'golden-web'
    }
}
