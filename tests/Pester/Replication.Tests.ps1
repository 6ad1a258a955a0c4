BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-Module $Manifest
    Connect-TccAccount -Simulated -Region ap-guangzhou -CopyDuration 00:00:01

    # Every value of every row, as a person sees it in the file.
    function Get-Cell($Row) { $Row.psobject.Properties.Value }

    # Widths without what colours take.
    function Get-Line($Objects) {
        $Objects | Out-String -Width 120 -Stream | ForEach-Object { $_ -replace '\x1b\[[0-9;]*m' }
    }
}

AfterAll {
    Disconnect-TccAccount
    Remove-Module TencentImageReplication
}

Describe 'The main line' {
    BeforeAll {
        $file = Join-Path $TestDrive 'replication.csv'
        Get-TccImage -Region ap-guangzhou -ImageName 'golden-*' |
            Copy-TccCustomImage -DestinationRegion ap-shanghai, ap-beijing -OutVariable requested |
            Wait-TccImage -OutVariable copies |
            New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -Tag @{ env = 'test'; team = 'web' } -OutVariable instances |
            Export-Csv $file -NoTypeInformation
        $rows = Import-Csv $file
    }

    It 'leaves a row for each instance' {
        $rows.Count | Should -Be 4
        $rows | ForEach-Object { "$($_.InstanceName) $($_.Region)" } | Sort-Object |
            Should -Be 'golden-db-2024 ap-beijing', 'golden-db-2024 ap-shanghai', 'golden-web-2024 ap-beijing', 'golden-web-2024 ap-shanghai'
    }

    It 'leaves columns that people can read' {
        $rows[0].InstanceId | Should -Match '^ins-\w{8}$'
        $rows[0].ImageId | Should -Match '^img-\w{8}$'
        $rows[0].InstanceType | Should -Be 'S5.MEDIUM4'
        $rows[0].Tags | Should -Be 'env=test; team=web'
        $rows[0].PrivateIpAddress | Should -Match '^\d+\.\d+\.\d+\.\d+$'
        $rows[0].CreatedTime | Should -Not -BeNullOrEmpty
        $rows | ForEach-Object { Get-Cell $_ } | Should -Not -Match 'System\.|TencentImageReplication|\[\]'
    }

    It 'leaves copies that people can read' {
        $copies | Export-Csv (Join-Path $TestDrive 'copies.csv') -NoTypeInformation
        $read = Import-Csv (Join-Path $TestDrive 'copies.csv')

        $read.Count | Should -Be 4
        $read.Status | Should -Be (@('Completed') * 4)
        $read | ForEach-Object { Get-Cell $_ } | Should -Not -Match 'System\.|TencentImageReplication|\[\]'
    }

    It 'fits its tables into 120 columns, with nothing that matters cut off' {
        foreach ($objects in $requested, $copies, $instances) {
            $lines = Get-Line $objects
            ($lines | ForEach-Object Length | Measure-Object -Maximum).Maximum | Should -BeLessOrEqual 120
            foreach ($object in $objects) {
                $line = $lines -like "*$object*"
                $line | Should -BeLike "*$($object.Region)*"
                $line | Should -Not -Match ([char] 0x2026)
            }
        }
        Get-Line $copies | Select-String 'Completed' | Should -HaveCount 4
        Get-Line $instances | Select-String 'S5\.MEDIUM4' | Should -HaveCount 4
    }

    It 'shows all properties in a list' {
        $list = Get-Line ($copies[0] | Format-List)
        foreach ($property in $copies[0].psobject.Properties.Name) { $list -match "^$property\s+:" | Should -HaveCount 1 }
    }
}

Describe 'What fails' {
    It 'is a row and an error that says what to do' {
        $rows = Copy-TccCustomImage img-unknown1, img-gweb2024 -DestinationRegion ap-nanjing -ErrorVariable problem -ErrorAction SilentlyContinue

        $rows.Status | Sort-Object | Should -Be 'Requested', 'Failed'
        $problem.Count | Should -Be 1
        $problem.FullyQualifiedErrorId | Should -BeLike 'ImageNotFound,*'
        $problem.Exception.RecommendedAction | Should -Match 'Get-TccImage'
        $problem.TargetObject.SourceImageId | Should -Be 'img-unknown1'
    }

    It 'can be asked for again from a file' {
        $file = Join-Path $TestDrive 'failed.csv'
        Copy-TccCustomImage img-gdb02024 -DestinationRegion ap-singapore, ap-chengdu -ErrorAction SilentlyContinue |
            Export-Csv $file -NoTypeInformation

        $again = Import-Csv $file | Where-Object Status -eq Failed | Copy-TccCustomImage -WhatIf -ErrorVariable problem -ErrorAction SilentlyContinue
        $again.Region | Should -Be 'ap-singapore'
        $problem.FullyQualifiedErrorId | Should -BeLike 'CrossBorderNotEnabled,*'
    }

    It 'can be caught by its type' {
        Connect-TccAccount -Simulated -Region ap-guangzhou
        $caught = try {
            Get-TccImage -Region ap-nowhere -ErrorAction Stop -WarningAction SilentlyContinue
        }
        catch [TencentImageReplication.TccException] {
            $_.Exception
        }
        $caught.RequestId | Should -Match '^[0-9a-f-]{36}$'
        $caught.Action | Should -Be 'DescribeImages'
    }
}
