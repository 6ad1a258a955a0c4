BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-Module $Manifest
    Connect-TccAccount -Simulated -CopyDuration 0:0:1

    $escape = [string][char]27
    # What clears the screen and forges a line, in a name of at most 60 characters.
    $evil = "evil$escape[2J`nimg-forged01 NORMAL"
    $copy = Get-TccImage -ImageName golden-web* | Copy-TccCustomImage -DestinationRegion ap-shanghai -DestinationImageName $evil

    Set-TccImage img-gdb02024 -Deprecated -ImageFamily golden-db
    Grant-TccImageSharePermission img-gdb02024 -AccountId 100000000002 | Out-Null
    $null = Copy-TccCustomImage img-gweb2024 -DestinationRegion ap-nanjing | Wait-TccImage
    $some = Copy-TccCustomImage img-gweb2024 -DestinationRegion ap-guangzhou, ap-nanjing, ap-singapore -ErrorAction SilentlyContinue
    @'
@{ PlanVersion = 1
   Source   = @{ Region = 'ap-guangzhou' }
   Families = @(
     @{ Name = 'golden-web'; ImageName = 'golden-web-*'; Targets = @{ Regions = 'ap-nanjing', 'ap-chengdu' } }
     @{ Name = 'os'; ImageName = 'win-*'; Targets = @{ Regions = 'ap-chengdu' } } ) }
'@ | Set-Content (Join-Path $TestDrive images.psd1)
    # One object of each kind and state, in this order.
    $objects = [ordered]@{
        Images    = @(Get-TccImage -Region ap-guangzhou)
        Copies    = @($some) + @(Copy-TccCustomImage img-gweb2024 -DestinationRegion ap-beijing -WhatIf)
        Instances = @($some | Where-Object Region -eq ap-nanjing | New-TccInstanceFromImage -InstanceType S5.MEDIUM4)
        Regions   = @(Get-TccRegion)
        Contexts  = @(Get-TccContext)
        Quotas    = @(Get-TccImageQuota)
        Shares    = @(Get-TccImageSharePermission img-gdb02024)
        Plans     = @(Import-TccReplicationPlan (Join-Path $TestDrive images.psd1))
        Rows      = @(Compare-TccReplicationPlan (Join-Path $TestDrive images.psd1))
    }

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

    It 'do not need PSStyle, not even in strict mode' {
        Invoke-Fresh 'Set-StrictMode -Version Latest; Remove-Variable PSStyle -Force -ErrorAction Ignore; Connect-TccAccount -Simulated; Get-TccImage -ImageName win* | Out-String' |
            Out-String | Should -Match 'win-base-2022 .*NORMAL'
    }
}

Describe 'Tables' {
    It 'group images by region' {
        $lines = Get-Line (Get-TccImage -Region ap-guangzhou, ap-shanghai)
        $lines -match '^ +Region: ' | ForEach-Object { $_.Trim() } | Should -Be 'Region: ap-guangzhou', 'Region: ap-shanghai'
    }

    It 'show what matters in <Width> columns' -ForEach @(
        @{ Width = 160 }, @{ Width = 120 }, @{ Width = 100 }, @{ Width = 81 }, @{ Width = 80 }, @{ Width = 70 }, @{ Width = 60 }
    ) {
        $images, $copies, $instances, $regions, $contexts, $quotas, $shares, $plans, $rows = $objects.Values | ForEach-Object { , @(Get-Line $_ $Width) }
        $images, $copies, $instances, $regions, $contexts, $quotas, $shares, $plans, $rows | ForEach-Object { $_ | ForEach-Object { $_.Length | Should -BeLessOrEqual $Width } }
        $images -match '^ImageId' | Should -Match 'ImageName +SizeGB +Platform +Created +State$'
        $copies -match '^Region' | Should -Match 'ImageName +ImageId +Duration +Status$'
        $instances -match '^InstanceId' | Should -Match 'Instance.* +Region +Instance.* +State$'
        $regions -match '^Region' | Should -Match 'Area +Available +DisplayName$'
        $contexts -match '^Region' | Should -Match 'Site +SecretId +Source +Simulated$'
        $quotas -match '^Region' | Should -Match 'Quota +Used +Available$'
        $shares -match '^ImageId' | Should -Match 'ImageName +AccountId +Shared \(UTC\)$'
        $plans -match '^SourceRegion' | Should -Match 'Families +Accounts +Path$'
        # PowerShell leaves out or cuts the columns on the right that have no room.
        $titles = 'Family +Version +Account +Region +'
        $titles += if ($Width -ge 100) { 'State +Action +ImageId +Reason$' } elseif ($Width -ge 80) { 'State +Action$' } else { 'St' }
        $rows -match '^Family' | Should -Match "^$titles"

        # A title that is squeezed goes on in lines of its own. Those of instances and of plans are many or long.
        foreach ($table in @($images, $copies, $regions, $contexts, $quotas, $shares, $plans) + @(if ($Width -ge 80) { $instances, $rows })) {
            $titles = [array]::FindIndex([string[]] $table, [Predicate[string]] { $args[0] -match '^(Region|ImageId|InstanceId|SourceRegion|Family) ' })
            $table[$titles + 1] | Should -Match '^-[- ]+$'
        }
    }

    It 'show the whole error code where there is room, and what was reused' {
        $lines = Get-Line $objects.Copies 160
        $lines -match '^ap-singapore' | Should -Match 'Failed: CrossBorderNotEnabled$'
        $lines -match '^ap-nanjing +golden-web' | Should -Match ' Completed \(Reused\)$'
        $lines -match '^ap-beijing' | Should -Match ' WouldCopy$'
        Get-Line $objects.Copies 80 | Where-Object { $_ -match '^ap-nanjing +golden-web' } | Should -Match ' Completed \(Reused\)$'
    }

    It 'show the state of rows of a plan, the action and the reason' {
        $lines = Get-Line $objects.Rows 100
        $lines -match ' ap-nanjing ' | Should -Match '^golden-web +golden-web-2024 +self +ap-nanjing +InSync +img-\w{8} *$'
        $lines -match '^golden-web .* ap-chengdu ' | Should -Match ' Missing +Copy +50 GiB$'
        $lines -match '^os ' | Should -Match '^os +win-base-2022 +self +ap-chengdu +Missing +Copy '
    }

    It 'show the result of rows of a plan after a run' {
        $planned = Sync-TccReplicationPlan (Join-Path $TestDrive images.psd1) -Family os -WhatIf
        Get-Line $planned 100 | Where-Object { $_ -match '^os ' } | Should -Match ' Planned +Copy '
    }

    It 'show the family of images, and whether they are deprecated' {
        $lines = Get-Line $objects.Images 120
        $lines -match '^img-gdb02024' | Should -Match ' NORMAL \(Deprecated\), golden-db$'
        $lines -match '^img-win02022' | Should -Match ' NORMAL$'
    }
}

Describe 'The language mode of the session' {
    BeforeAll {
        $saved = Join-Path $TestDrive 'objects.xml'
        $objects.Values | ForEach-Object { $_ } | Export-Clixml $saved
        $kinds = [ordered]@{} + $objects
        $kinds.Saved = Import-Clixml $saved

        # In a runspace of its own: a session does not leave ConstrainedLanguage again.
        function Get-Text([string] $Mode) {
            $shell = [powershell]::Create()
            try {
                $shell.AddScript({
                        param($Manifest, $Kinds, $Mode)
                        Import-Module $Manifest
                        $ExecutionContext.SessionState.LanguageMode = $Mode
                        foreach ($kind in $Kinds.Keys) {
                            foreach ($width in 60, 80, 160) {
                                "$kind, table of $width columns"
                                $Kinds[$kind] | Format-Table | Out-String -Width $width
                            }
                            "$kind, list"
                            $Kinds[$kind] | Format-List | Out-String -Width 120
                        }
                        "errors: $($Error.Count)"
                        $ExecutionContext.SessionState.LanguageMode
                    }).AddArgument($Manifest).AddArgument($kinds).AddArgument($Mode).Invoke() -split "`n"
            }
            finally { $shell.Dispose() }
        }
    }

    It 'changes no table and no list' {
        $free = Get-Text FullLanguage
        $constrained = Get-Text ConstrainedLanguage

        $constrained[-1] | Should -Be 'ConstrainedLanguage'
        $constrained[-2] | Should -Be 'errors: 0'
        # Each kind and width, and something in it.
        $free.Count | Should -BeGreaterThan 300
        $free -match 'golden-web-2024' | Should -Not -BeNullOrEmpty
        $constrained[0..($constrained.Count - 2)] | Should -BeExactly $free[0..($free.Count - 2)]
    }
}

Describe 'The properties of tables and lists' {
    It 'are in no file and no list of all properties' {
        foreach ($object in $objects.Values | ForEach-Object { @($_)[0] }) {
            $file = Join-Path $TestDrive 'one.xml'
            $object | Export-Clixml $file
            Import-Clixml $file | Export-Clixml "$file.again.xml"
            foreach ($one in $object, (Import-Clixml $file), (Import-Clixml "$file.again.xml")) {
                $one | ConvertTo-Csv -NoTypeInformation | Select-Object -First 1 | Should -Not -Match '"View'
                $one | ConvertTo-Json -Depth 3 | Should -Not -Match '"View'
                $one | Get-Member View* | Should -BeNullOrEmpty
                Get-Line ($one | Format-List *) | Should -Not -Match '^View'
                ($one | Select-Object *).psobject.Properties.Name | Should -Not -Match '^View'
            }
        }
    }

    It 'show what a job returns like live objects' {
        $job = Start-Job -ArgumentList $Manifest { Import-Module $args[0]; Connect-TccAccount -Simulated; Get-TccImage -ImageName golden-* }
        try { $returned = $job | Receive-Job -Wait } finally { $job | Remove-Job -Force }
        Get-Line $returned 120 | Where-Object { $_ -match '^img-' } | Should -Match 'NORMAL'
        $returned[0] | Get-Member View* | Should -BeNullOrEmpty
    }

    It 'do not lose what a script adds to an object' {
        $file = Join-Path $TestDrive 'added.xml'
        Get-TccImage img-gweb2024 | Add-Member Owner me -PassThru | Export-Clixml $file
        (Import-Clixml $file).Owner | Should -Be 'me'
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
