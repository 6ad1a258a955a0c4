BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Import-Module $Manifest
    Connect-TccAccount -Simulated

    function Complete([string] $Typed) {
        (TabExpansion2 $Typed $Typed.Length).CompletionMatches
    }
}

AfterAll {
    Disconnect-TccAccount
    Remove-Module TencentImageReplication
}

Describe 'Tab' {
    It 'offers destinations that the image may go to' {
        $regions = (Complete 'Get-TccImage | Copy-TccCustomImage -DestinationRegion ').CompletionText
        $regions | Should -Contain 'ap-shanghai'
        $regions | Should -Not -Contain 'ap-guangzhou'
        $regions | Should -Not -Contain 'ap-singapore'
        (Complete 'Copy-TccCustomImage -AllowCrossBorder -DestinationRegion ').CompletionText | Should -Contain 'ap-singapore'
    }

    It 'leaves out destinations that are there already' {
        $regions = (Complete 'Copy-TccCustomImage -DestinationRegion ap-shanghai, ').CompletionText
        $regions | Should -Contain 'ap-beijing'
        $regions | Should -Not -Contain 'ap-shanghai'
    }

    It 'finds an image by its name' {
        $match = Complete 'Wait-TccImage -ImageId golden-web'
        $match.CompletionText | Should -Be 'img-gweb2024'
        $match.ToolTip | Should -Match '^golden-web-2024 '
    }

    It 'offers the zones that sell an instance type' {
        (Complete 'New-TccInstanceFromImage img-gweb2024 -InstanceType S6.MEDIUM4 -Zone ').CompletionText | Should -Be 'ap-guangzhou-7'
        (Complete 'New-TccInstanceFromImage img-gweb2024 -InstanceType S6').ToolTip | Should -Be '2 vCPU, 4 GiB'
    }

    It 'uses the connection and the region of variables' {
        $region = 'ap-beijing'
        Complete 'Copy-TccCustomImage -Region $region -DestinationRegion ap-beij' | Should -BeNullOrEmpty
    }
}

Describe 'Tab in a fresh process' {
    It 'loads no dependency when the words are fixed by the command' {
        Invoke-Fresh "`$null = TabExpansion2 'Connect-TccAccount -Language ' 29; @([AppDomain]::CurrentDomain.GetAssemblies().Location) -like '*dependencies*'" |
            Should -BeNullOrEmpty
    }

    It 'works without a connection' {
        Invoke-Fresh "(TabExpansion2 'Get-TccImage -Region jaka' 25).CompletionMatches.CompletionText; (TabExpansion2 'Get-TccImage img-' 17).CompletionMatches.Count; `$Error.Count" |
            Should -Be 'ap-jakarta', '0', '0'
    }
}
