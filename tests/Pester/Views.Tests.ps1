BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-Module $Manifest
    Connect-TccAccount -Simulated -CopyDuration 0:10

    $escape = [string][char]27
    # What clears the screen and forges a line, in a name of at most 60 characters.
    $evil = "evil$escape[2J`nimg-forged01 NORMAL"
    $copy = Get-TccImage -ImageName golden-web* | Copy-TccCustomImage -DestinationRegion ap-shanghai -DestinationImageName $evil

    function Get-Line($Objects, [int] $Width = 120) {
        $Objects | Out-String -Width $Width -Stream | ForEach-Object { $_ -replace '\x1b\[[0-9;]*m' } | Where-Object { $_ }
    }
}

AfterAll {
    Disconnect-TccAccount
    Remove-Module TencentImageReplication
}

Describe 'Names of other people''s making' {
    It 'are kept by the objects' {
        $copy.ImageName | Should -BeExactly $evil
        (Get-TccImage -Region ap-shanghai -ImageId $copy.ImageId).ImageName | Should -BeExactly $evil
    }

    It 'are written out in tables' {
        $lines = Get-Line (Get-TccImage -Region ap-shanghai -ImageId $copy.ImageId)
        $lines -match 'img-forged01' | Should -BeLike "$($copy.ImageId) evil\x1b``[2J\nimg-forg*"
        $lines -join '' | Should -Not -Match $escape
        (Get-Line $copy) -join '' | Should -Match 'evil\\x1b\[2J\\n'
    }

    It 'are written out in lists, live or out of a file' {
        $image = Get-TccImage -Region ap-shanghai -ImageId $copy.ImageId
        $file = Join-Path $TestDrive 'image.xml'
        $image | Export-Clixml $file
        foreach ($list in @(Get-Line ($image | Format-List)), @(Get-Line (Import-Clixml $file | Format-List))) {
            $list -match '^ImageName ' | Should -BeLike '*: evil\x1b`[2J\nimg-forged01 NORMAL'
            $list -match '^Tags ' | Should -Not -BeNullOrEmpty
        }
    }

    It 'are written out in questions, verbose messages and errors' {
        $script = "Connect-TccAccount -Simulated; `$evil = 'evil' + [char]27 + '[2J' + [char]10 + 'forged'; " +
            "Get-TccImage -ImageName golden-web* | Copy-TccCustomImage -DestinationRegion ap-shanghai -DestinationImageName `$evil -WhatIf; " +
            "`$copy = Get-TccImage -ImageName golden-web* | Copy-TccCustomImage -DestinationRegion ap-shanghai -DestinationImageName `$evil; " +
            "Get-TccImage -ImageName golden-web* | Copy-TccCustomImage -DestinationRegion ap-shanghai -DestinationImageName `$evil -Verbose 4>&1 | Out-Null; " +
            "Copy-TccSharedImage -ImageId `$copy.ImageId -Region ap-shanghai -ErrorAction SilentlyContinue -ErrorVariable problem | Out-Null; `$problem | ForEach-Object { `$_.ToString(); `$_.Exception.Message }"
        $text = (Invoke-Fresh $script) -join '|'
        $text | Should -Match "as 'evil\\x1b\[2J\\nforged'"
        $text | Should -Match "\(.evil\\x1b\[2J\\nforged., ap-shanghai\)"
        $text | Should -Not -Match "$escape\[2J"
    }
}

Describe 'Colours' {
    It 'are never in what is redirected' {
        $files = 1..5 | ForEach-Object { Join-Path $TestDrive "$_.txt" }
        Get-TccImage > $files[0]
        Get-TccImage | Out-File $files[1]
        Get-TccImage | Out-String | Set-Content $files[2]
        Get-TccImage | Format-List | Out-String -Stream | Set-Content $files[3]
        Get-TccImage | Tee-Object $files[4] | Out-Null
        Get-Content $files | Should -Not -Match $escape
    }

    It 'are never in the output of a process that is redirected' {
        # What PowerShell itself colours are the names of columns.
        $rows = Invoke-Fresh 'Connect-TccAccount -Simulated; Get-TccImage' | Where-Object { $_ -match 'img-' }
        $rows.Count | Should -Be 4
        $rows | Should -Not -Match $escape
    }

    It 'are not asked of a host that has none, nor of Windows PowerShell' {
        [TencentImageReplication.Formatting.TccView]::State('NORMAL', $null, [pscustomobject]@{ OutputRendering = 'Ansi' }) | Should -Be 'NORMAL'
        [TencentImageReplication.Formatting.TccView]::State('NORMAL', $Host, $null) | Should -Be 'NORMAL'
        [TencentImageReplication.Formatting.TccView]::State('NORMAL', $Host, [pscustomobject]@{ OutputRendering = 'PlainText' }) | Should -Be 'NORMAL'
    }

    It 'do not need PSStyle, not even in strict mode' {
        Invoke-Fresh 'Set-StrictMode -Version Latest; Remove-Variable PSStyle -Force -ErrorAction Ignore; Connect-TccAccount -Simulated; Get-TccImage -ImageName win* | Out-String' |
            Out-String | Should -Match 'win-base-2022 +NORMAL'
    }
}

Describe 'Tables' {
    It 'group images by region' {
        $lines = Get-Line (Get-TccImage -Region ap-guangzhou, ap-shanghai)
        $lines -match '^ +Region: ' | ForEach-Object { $_.Trim() } | Should -Be 'Region: ap-guangzhou', 'Region: ap-shanghai'
    }

    It 'show what matters in <Width> columns' -ForEach @(
        @{ Width = 120; Images = 'State.*Sync%.*Platform.*Created \(UTC\)'; Copies = 'Region.*ImageId.*Status.*Duration.*ErrorCode'; Regions = 'Available.*DisplayName' }
        @{ Width = 80; Images = 'State.*Sync%.*Platform'; Copies = 'Region.*ImageId.*Status.*Duration'; Regions = 'Available.*DisplayName' }
    ) {
        $tables = @(Get-Line (Get-TccImage) $Width), @(Get-Line $copy $Width), @(Get-Line (Get-TccRegion) $Width), @(Get-Line (Get-TccContext) $Width)
        $tables | ForEach-Object { $_ | ForEach-Object { $_.Length | Should -BeLessOrEqual $Width } }
        $tables[0] -match '^ImageId' | Should -Match $Images
        $tables[1] -match '^ImageName' | Should -Match $Copies
        $tables[2] -match '^Region' | Should -Match $Regions
        $tables[3] -match '^Region' | Should -Match 'Simulated$'

        # A title that is squeezed into a column or two goes on, letter by letter, in lines of its own.
        $tables | ForEach-Object { $_ -match '^ {20,}\S{1,2}$' | Should -BeNullOrEmpty }
    }
}

Describe 'Errors' {
    It 'show their advice, and show it once, in <_>' -ForEach @(if ($PSEdition -eq 'Core') { 'ConciseView' }; 'NormalView') {
        $script = "`$ErrorView = '$_'; Connect-TccAccount -Simulated; " +
            "`$null = Copy-TccSharedImage img-gweb2024 -Region ap-guangzhou -ErrorAction SilentlyContinue -ErrorVariable problem; " +
            "`$problem[0].Exception.RecommendedAction; '=========='; `$problem[0] | Out-String"
        # A view wraps lines where it likes, and draws a bar before them.
        $advice, $view = ((Invoke-Fresh $script) -join '') -replace '[\s|]' -split '=========='

        $advice | Should -Match 'Copy-TccCustomImage'
        [regex]::Matches($view, [regex]::Escape($advice)).Count | Should -Be 1
    }
}
