BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-Module $Manifest
}

AfterAll {
    Disconnect-TccAccount
    Remove-Module TencentImageReplication
}

Describe 'The life of an image' {
    BeforeAll {
        Disconnect-TccAccount
        Connect-TccAccount -Simulated -CopyDuration 00:00:01
        $made = New-TccInstanceFromImage img-gdb02024 -InstanceType S5.MEDIUM4 -Wait |
            New-TccImage -ImageName db-2026 -ForcePowerOff -Tag @{ env = 'test' } |
            Wait-TccImage
    }

    It 'begins with an instance' {
        $made.State | Should -Be 'NORMAL'
        "$($made.ImageName) $($made.Tags)" | Should -Be 'db-2026 env=test'
    }

    It 'makes no second image of the name' {
        New-TccImage ins-00000000 db-2026 -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem.FullyQualifiedErrorId | Should -BeLike 'ImageNameTaken,*'
        $problem.Exception.RecommendedAction | Should -Match "Wait-TccImage -ImageId $($made.ImageId)"
    }

    It 'is described and marked' {
        $now = $made | Set-TccImage -Description 'after the update' -ImageFamily golden-db -Deprecated -PassThru
        "$($now.Description) $($now.ImageFamily) $($now.Deprecated)" | Should -Be 'after the update golden-db True'
        $made | Set-TccImage -Deprecated:$false
        (Get-TccImage $made.ImageId).Deprecated | Should -BeFalse
    }

    It 'has an encrypted copy, which is not made twice' {
        $copy = $made | Copy-TccCustomImage -Encrypt -DestinationImageName db-2026-encrypted | Wait-TccImage
        "$($copy.Region) $($copy.Status) $($copy.Reused)" | Should -Be 'ap-guangzhou Completed False'
        ($made | Copy-TccCustomImage -Encrypt -DestinationImageName db-2026-encrypted).Reused | Should -BeTrue
    }

    It 'counts in the quota' {
        $quota = Get-TccImageQuota ap-guangzhou
        $quota.Used | Should -Be @(Get-TccImage).Count
        $quota.Available | Should -Be ($quota.Quota - $quota.Used)
    }

    It 'is not deleted while it is copied, and the error says why' {
        $made | Copy-TccCustomImage -DestinationRegion ap-shanghai -OutVariable copy | Out-Null
        Remove-TccImage $made.ImageId -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem.FullyQualifiedErrorId | Should -BeLike 'ImageBusy,*'
        $problem.Exception.Message | Should -Match 'being copied'
        $copy | Wait-TccImage | Out-Null
    }

    It 'ends without a word' {
        $made | Remove-TccImage -IncludeSnapshot -Confirm:$false | Should -BeNullOrEmpty
        Get-TccImage $made.ImageId -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }

    It 'asks before it ends' {
        $metadata = [Management.Automation.CommandMetadata](Get-Command Remove-TccImage)
        $metadata.ConfirmImpact | Should -Be 'High'
    }
}
