BeforeDiscovery {
    . "$PSScriptRoot/Shell.ps1"
    $canStartJobs = Test-StartJob
    $names = 'de-DE', 'fr-FR', 'th-TH', 'fa-IR', 'ar-SA', 'da-DK', 'zh-CN', 'en-US'
    $formats = @(
        @{ Format = 'CSV'; Save = { param($File) $copies | Export-Csv $File -NoTypeInformation }; Read = { param($File) Import-Csv $File } }
        @{ Format = 'JSON'; Save = { param($File) ConvertTo-Json @($copies) | Set-Content $File }; Read = { param($File) Get-Content $File -Raw | ConvertFrom-Json | ForEach-Object { $_ } } }
        @{ Format = 'Clixml'; Save = { param($File) $copies | Export-Clixml $File }; Read = { param($File) Import-Clixml $File } }
    )
    # All pairs for CSV, whose values are texts; of the others each culture once as the writer and once as the reader.
    $pairs = foreach ($format in $formats) {
        foreach ($writer in 0..7) {
            $readers = if ($format.Format -eq 'CSV') { 0..7 } else { , (($writer + 3) % 8) }
            foreach ($reader in $readers) { $format + @{ Writer = $names[$writer]; Reader = $names[$reader] } }
        }
    }
    $cultures = $names | ForEach-Object { @{ Name = $_ } }
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-Module $Manifest
    Connect-TccAccount -Simulated -CopyDuration 0:0:1
    $before = [cultureinfo]::CurrentCulture
    $copies = Get-TccImage -ImageName golden-* | Copy-TccCustomImage -DestinationRegion ap-shanghai | Wait-TccImage

    function Set-Culture([string] $Name) { [Threading.Thread]::CurrentThread.CurrentCulture = $Name }

    function Get-Line([object[]] $Rows) {
        $Rows | Sort-Object ImageId | ForEach-Object { "$($_.ImageId) $($_.Status) $($_.RequestedAt) $($_.CompletedAt) $($_.Duration)" }
    }
}

AfterAll {
    [Threading.Thread]::CurrentThread.CurrentCulture = $before
    Disconnect-TccAccount
    Remove-Module TencentImageReplication
}

Describe 'Rows that are saved in <Writer> and read in <Reader>' -ForEach $pairs {
    It 'are the same in <Format>' {
        $file = Join-Path $TestDrive "$Writer $Format"
        try {
            Set-Culture $Writer
            & $Save $file
            Set-Culture $Reader
            $rows = & $Read $file | Wait-TccImage -ErrorAction Stop
        }
        finally {
            Set-Culture $before
        }

        Get-Line $rows | Should -Be @(Get-Line $copies)
    }
}

Describe 'Objects in <Name>' -ForEach $cultures {
    It 'have the same text' {
        $image = Get-TccImage -ImageName golden-web*
        $text = { ($image | ConvertTo-Csv -NoTypeInformation), ($image | ConvertTo-Json), ($copies | Format-Table | Out-String), ('{0:yyyy-MM-dd}' -f $image.CreatedTime) }
        $expected = & $text
        try {
            Set-Culture $Name
            $actual = & $text
        }
        finally {
            Set-Culture $before
        }

        "$actual" | Should -BeExactly "$expected"
        $image.CreatedTime.Utc | Should -Match '^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ$'
    }
}

Describe 'JSON' {
    It 'has a time as one text, and an enum as its name' {
        $json = $copies[0] | ConvertTo-Json -Compress
        $json | Should -Match '"Status":"Completed"'
        $json | Should -Match '"RequestedAt":\{"Utc":"20[-0-9]+T[0-9:.]+Z"\}'
        (Copy-TccCustomImage -ImageId $copies[0].SourceImageId -DestinationRegion ap-beijing -CarryOver Tag, Family | ConvertTo-Json) |
            Should -Match '"CarryOver": *"Family, Tag"'
    }
}

Describe 'Times' {
    It 'compare with Get-Date in a zone that is not UTC' {
        $zone = $env:TZ
        try {
            $env:TZ = 'Asia/Shanghai'
            $text = Invoke-Fresh @'
                Connect-TccAccount -Simulated
                $now = Get-Date
                $t = [TencentImageReplication.TccTime]$now
                ($t -eq $now), ($t -eq $now.ToUniversalTime()), ($t.AddHours(1) -gt $now), ($t.AddHours(1) -gt $now.ToUniversalTime()),
                    ($now.AddHours(1) -gt $t), ($now.AddHours(-1) -lt $t), ($now -eq $t), (($now.AddHours(1) - $t) -eq '1:00'), (($t - $now) -eq 0),
                    ($t -gt $now), ($now -gt $t), ($t -lt $now.ToUniversalTime()), ((New-TimeSpan $t $now) -ne 0)
'@
        }
        finally {
            $env:TZ = $zone
        }

        $text -join ' ' | Should -Be ((@('True') * 9 + @('False') * 4) -join ' ')
    }

    It 'sort, are measured and are selected' {
        $images = Get-TccImage
        @($images | Sort-Object CreatedTime -Descending)[0].CreatedTime | Should -Be ($images | Measure-Object CreatedTime -Maximum).Maximum
        @($images | Where-Object CreatedTime -lt (Get-Date)).Count | Should -Be $images.Count
        @($images | Where-Object CreatedTime -gt '2020-01-01').Count | Should -Be $images.Count
        @($images | Where-Object CreatedTime -lt (Get-Date).AddYears(-20)).Count | Should -Be 0
        ($images[0].CreatedTime | Get-Date).Kind | Should -Be Local
    }

    It 'are times in what a job returns, and statuses are names' -Skip:(-not $canStartJobs) {
        $job = Start-Job { Import-Module $using:Manifest; Connect-TccAccount -Simulated; Copy-TccCustomImage img-gweb2024 ap-shanghai }
        $row = $job | Receive-Job -Wait -AutoRemoveJob
        $row.RequestedAt | Should -BeOfType ([TencentImageReplication.TccTime])
        $row.RequestedAt | Should -BeLessThan (Get-Date).AddHours(1)
        $row.Status | Should -BeExactly 'Requested'
    }

    It 'are told in ConstrainedLanguage as the help says' {
        $text = Invoke-Fresh @'
            Connect-TccAccount -Simulated
            $t = (Get-TccImage -ImageName golden-web*)[0].CreatedTime
            $old = Get-Date '2020-01-01'
            $ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
            ($old -lt $t), ([datetime]$t -gt $old), ($t -eq $t), ($t.Utc -like '2*Z'), ((Get-Date) - $t -gt '0:00'), ("$t" -eq $t.Utc)
            try { $t -gt $old } catch { 'refused' }
            try { $t.AddDays(1) } catch { 'refused' }
'@
        $text -join ' ' | Should -Be 'True True True True True True refused refused'
    }
}

Describe 'Times of older versions' {
    It 'are read where they can be told, and are an error that names the row where not' {
        $file = Join-Path $TestDrive 'old.csv'
        $copies | Select-Object * | ForEach-Object { $_.RequestedAt = '25/03/2026 14:07:09'; $_ } | Export-Csv $file -NoTypeInformation
        Import-Csv $file | Wait-TccImage | ForEach-Object { "$($_.RequestedAt)" | Should -Be '2026-03-25T14:07:09Z' }

        (Get-Content $file) -replace '25/03/2026', '05/03/2026' | Set-Content $file
        $rows = Import-Csv $file | Wait-TccImage -ErrorAction SilentlyContinue -ErrorVariable problem
        $rows.Count | Should -Be $copies.Count
        $problem.Count | Should -Be $copies.Count
        "$($problem[0])" | Should -BeLike "*$($rows[0].ImageId)*RequestedAt*05/03/2026*"
    }
}
