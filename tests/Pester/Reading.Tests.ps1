BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-Module $Manifest
    Connect-TccAccount -Simulated
}

AfterAll {
    Disconnect-TccAccount
    Remove-Module TencentImageReplication
}

Describe 'Reading from the simulated cloud' {
    It 'lists images' {
        (Get-TccImage -ImageName 'golden-*').ImageName | Sort-Object | Should -Be 'golden-db-2024', 'golden-web-2024'
    }

    It 'stops when a downstream command has enough' {
        (Get-TccImage | Select-Object -First 1).Region | Should -Be 'ap-guangzhou'
        @(Get-TccImage -First 2).Count | Should -Be 2
    }

    It 'exports a CSV file that people can read and that binds again' {
        $file = Join-Path $TestDrive 'images.csv'
        Get-TccImage -ImageName golden-web* | Export-Csv $file -NoTypeInformation

        $row = Import-Csv $file
        $row.Tags | Should -Be 'env=prod; team=web'
        $row.SnapshotIds | Should -Match '^snap-\w+$'
        $row.SyncPercent | Should -Be ''
        Get-Content $file -Raw | Should -Not -Match 'System\.|TencentImageReplication'
        (Import-Csv $file | Get-TccImage).ImageName | Should -Be 'golden-web-2024'
    }

    It 'survives Export-Clixml' {
        $file = Join-Path $TestDrive 'images.xml'
        Get-TccImage | Export-Clixml $file
        @(Import-Clixml $file | Get-TccImage).Count | Should -Be 4
    }

    It 'fits its tables into 120 columns' {
        $widths = & { Get-TccImage; Get-TccRegion } | Out-String -Width 120 -Stream |
            ForEach-Object { ($_ -replace '\x1b\[[0-9;]*m').Length }
        ($widths | Measure-Object -Maximum).Maximum | Should -BeLessOrEqual 120
        Get-TccImage | Out-String -Width 120 | Should -Match 'ImageId\W.*Created\W'
    }

    It 'says what to do about an error' {
        Get-TccImage img-unknown1 -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $problem.Exception.RecommendedAction | Should -Match 'Get-TccImage'
    }

    It 'passes a connection to other runspaces' -Skip:($PSEdition -ne 'Core') {
        $context = Get-TccContext
        $images = 1..3 | ForEach-Object -Parallel {
            Import-Module $using:Manifest
            Get-TccImage -Context $using:context -ImageName golden-web*
        }
        $images.ImageId | Should -Be (@('img-gweb2024') * 3)
    }
}

Describe 'Secrets' {
    It 'are in no stream, transcript or view' {
        $transcript = Join-Path $TestDrive 'transcript.txt'
        $script = "Start-Transcript '$transcript' | Out-Null; `$key = ConvertTo-SecureString 'verySecretKeyThatNobodyMaySee001' -AsPlainText -Force; " +
            '$context = Connect-TccAccount -SecretId AKIDabcdefghijklmnop -SecretKey $key -Region ap-guangzhou -Endpoint 127.0.0.1:1 -PassThru -Verbose -Debug; ' +
            '$context | Format-List * -Force; $context | Format-Custom -Depth 5; $context | ConvertTo-Json -Depth 5 -WarningAction SilentlyContinue; ' +
            'Get-TccImage -Verbose -Debug -ErrorAction SilentlyContinue; $error | Format-List * -Force; Stop-Transcript | Out-Null'
        $output = Invoke-Fresh $script
        # What the test itself typed is not what the module shows.
        $typed = Get-Content $transcript | Where-Object { $_ -notmatch 'EncodedCommand|Host Application' }
        ($output + $typed) -join "`n" | Should -Not -Match 'verySecretKeyThatNobodyMaySee001'
        $output -join "`n" | Should -Match 'AKID\.\.\.mnop'
    }
}
