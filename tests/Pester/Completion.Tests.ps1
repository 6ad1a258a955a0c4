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

Describe 'Tab before Connect-TccAccount' {
    BeforeAll {
        $simulator = Start-Simulator (Join-Path $TestDrive 'tab.json')
        $savedHome = $env:HOME
        $userFolder = if (-not (Test-OwnCredentials)) { New-UserFolder "$TestDrive" }
        if ($userFolder) {
            Write-Private (Join-Path $userFolder '.tccli/default.credential') (
                @{ secretId = $simulator.Account.secretId; secretKey = $simulator.Account.secretKey } | ConvertTo-Json)
            Write-Private (Join-Path $userFolder '.tccli/default.configure') (
                @{ _sys_param = @{ region = 'ap-guangzhou' }; cvm = @{ endpoint = $simulator.Endpoint } } | ConvertTo-Json)
            $env:HOME = $userFolder
        }
    }

    AfterAll {
        $env:HOME = $savedHome
        Stop-Simulator $simulator
        Remove-UserFolder $userFolder
    }

    It 'uses the credentials that the commands use' {
        if (-not $userFolder) { Set-ItResult -Skipped -Because 'this user has credentials, which a test leaves alone' }
        $script = @'
            function Complete($Typed) { (TabExpansion2 $Typed $Typed.Length).CompletionMatches.CompletionText -join ',' }
            Complete 'Get-TccImage golden-web'
            Complete 'Get-TccImage -ImageFamily '
            Complete 'Get-TccImage -Platform Ubu'
            Complete 'Get-TccImage -Tag team=w'
            Complete 'Copy-TccCustomImage img-gweb2024 -DestinationRegion guang'
            $Error.Count
            Connect-TccAccount -Simulated
            Disconnect-TccAccount
            Complete 'Get-TccImage golden-db'
'@
        Invoke-Fresh $script | Should -Be 'img-gweb2024', 'golden-web', 'Ubuntu', "'team=web'", 'ap-guangzhou-open', '0', 'img-gdb02024'
    }

    It 'uses none where another runspace has connected' {
        if (-not $userFolder) { Set-ItResult -Skipped -Because 'this user has credentials, which a test leaves alone' }
        $script = @'
            Connect-TccAccount -Simulated -SimulatedAccount Recipient
            $shell = [powershell]::Create().AddScript("Import-Module '$((Get-Module TencentImageReplication).Path)'; (TabExpansion2 'Get-TccImage golden-web' 23).CompletionMatches.CompletionText")
            "[$($shell.Invoke())]"
'@
        Invoke-Fresh $script | Should -Be '[]'
    }
}
