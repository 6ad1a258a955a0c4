BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $list = "@([AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { `$_.GetName().Name } | Where-Object { `$_ -in 'TencentImageReplication.Report', 'Fluid', 'Parlot' } | Sort-Object) -join ' '"
}

Describe 'The report of the package' {
    It 'is written from saved rows, in a session without a connection' {
        $csv = Join-Path $TestDrive 'copies.csv'
        $page = Join-Path $TestDrive 'report.html'
        $script = "Connect-TccAccount -Simulated -CopyDuration 0:0:0.3 -Region ap-guangzhou; Get-TccImage -ImageName 'golden-*' | Copy-TccCustomImage -DestinationRegion ap-shanghai | Wait-TccImage | Export-Csv '$csv' -NoTypeInformation"
        Invoke-Fresh $script | Should -BeNullOrEmpty

        Invoke-Fresh "(Import-Csv '$csv' | Export-TccReplicationReport '$page' -Title 'From a file' -PassThru).Name" | Should -Be 'report.html'

        $html = Get-Content $page -Raw -Encoding UTF8
        $html | Should -Match '<h1>From a file</h1>'
        $html | Should -Match 'golden-web-2024'
        $html | Should -Match '2 / 2'
        $html | Should -Not -Match '<script'
    }

    It 'loads its template engine, and no other command does' {
        Invoke-Fresh "Connect-TccAccount -Simulated; `$null = Get-TccImage; $list" | Should -Be ''
        $page = Join-Path $TestDrive 'empty.html'
        Invoke-Fresh "Export-TccReplicationReport '$page'; $list" | Should -Be 'Fluid Parlot TencentImageReplication.Report'
    }

    It 'loads the engine apart from those of other modules' -Skip:($PSEdition -ne 'Core') {
        $page = Join-Path $TestDrive 'apart.html'
        Invoke-Fresh "Export-TccReplicationReport '$page'; [Runtime.Loader.AssemblyLoadContext]::GetLoadContext(([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -eq 'Fluid' })).Name" |
            Should -Be 'TencentImageReplication'
    }
}
