BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-Module $Manifest
    $partnerId = '100000000002'
}

AfterAll {
    Disconnect-TccAccount
    Remove-Module TencentImageReplication
}

Describe 'The sharing story' {
    BeforeAll {
        Disconnect-TccAccount
        $owner = Connect-TccAccount -Simulated -CopyDuration 00:00:01 -PassThru
        $partner = Connect-TccAccount -Simulated -SimulatedAccount Recipient -PassThru

        $granted = Get-TccImage -Context $owner -ImageName 'golden-*' |
            Grant-TccImageSharePermission -Context $owner -AccountId $partnerId
        $copies = Get-TccImage -Context $partner -ImageType Shared |
            Copy-TccSharedImage -Context $partner |
            Wait-TccImage -Context $partner |
            Copy-TccCustomImage -Context $partner -DestinationRegion ap-shanghai, ap-beijing |
            Wait-TccImage -Context $partner
    }

    It 'gives a row for each image and account, new or not' {
        $granted.ImageName | Sort-Object | Should -Be 'golden-db-2024', 'golden-web-2024'
        $granted.AccountId | Should -Be $partnerId, $partnerId
        $granted.CreatedTime | ForEach-Object Utc | Should -Match '^20.*Z$'
    }

    It 'ends with images of the receiver in more regions' {
        $copies | ForEach-Object { "$($_.ImageName) $($_.Region) $($_.Status)" } | Sort-Object | Should -Be @(
            'golden-db-2024 ap-beijing Completed', 'golden-db-2024 ap-shanghai Completed'
            'golden-web-2024 ap-beijing Completed', 'golden-web-2024 ap-shanghai Completed')
        Get-TccImage -Context $partner -Region ap-beijing | ForEach-Object Creator | Sort-Object -Unique | Should -Be $partnerId
    }

    It 'is told by a file and taken back by it' {
        $file = Join-Path $TestDrive 'shared.csv'
        Get-TccImage -Context $owner | Get-TccImageSharePermission -Context $owner | Export-Csv $file -NoTypeInformation
        (Import-Csv $file).Count | Should -Be 2

        $back = Import-Csv $file | Revoke-TccImageSharePermission -Context $owner

        $back.Count | Should -Be 2
        Get-TccImage -Context $partner -ImageType Shared | Should -BeNullOrEmpty
    }

    # A console of 80 columns leaves the last one empty.
    It 'keeps its table within 80 columns, with nothing cut off' {
        $lines = $granted | Out-String -Width 79 -Stream | ForEach-Object { $_ -replace '\x1b\[[0-9;]*m' }
        ($lines | ForEach-Object Length | Measure-Object -Maximum).Maximum | Should -BeLessOrEqual 80
        $lines -like "*img-gdb02024*$partnerId*" | Should -HaveCount 1
        $lines | Should -Not -Match ([char] 0x2026)
    }
}

Describe 'Sharing that is refused' {
    BeforeAll {
        Disconnect-TccAccount
        Connect-TccAccount -Simulated
    }

    It 'names the account, says what to do, and shares with the others' {
        $rows = Grant-TccImageSharePermission img-gdb02024 999999, $partnerId -ErrorAction SilentlyContinue -ErrorVariable problem

        $rows.AccountId | Should -Be $partnerId
        $problem.FullyQualifiedErrorId | Should -BeLike 'InvalidAccountId.NotFound,*'
        $problem.TargetObject.AccountId | Should -Be '999999'
        $problem.Exception.RecommendedAction | Should -Match 'root account'
    }

    It 'happens before any call where the account cannot be one' {
        { Grant-TccImageSharePermission img-gdb02024 'somebody@example.org' } | Should -Throw '*is not an account ID*'
    }
}
