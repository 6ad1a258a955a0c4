# Where the key comes from: each source in a process of its own, with all the others present and wrong.
BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $userHasOwn = Test-OwnCredentials
    $isCore = $PSEdition -eq 'Core'
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $simulator = Start-Simulator (Join-Path $TestDrive 'sim.json')
    $owner = $simulator.Account
    $root = if (-not (Test-OwnCredentials)) { New-UserFolder (Join-Path $TestDrive 'home') }
    $variables = 'TENCENTCLOUD_SECRET_ID', 'TENCENTCLOUD_SECRET_KEY', 'TENCENTCLOUD_TOKEN', 'TENCENTCLOUD_REGION', 'TENCENTCLOUD_CREDENTIALS_FILE',
        'TENCENTCLOUD_ROLE_ARN', 'TENCENTCLOUD_ROLE_SESSION_NAME', 'TCCLI_PROFILE', 'TCC_METADATA_ENDPOINT', 'HOME', 'HTTPS_PROXY'
    $saved = @{}
    foreach ($name in $variables) { $saved[$name] = [Environment]::GetEnvironmentVariable($name) }
    $role = 'qcs::cam::uin/100000000001:roleName/image-replication'
    $wrong = @{ secretId = 'AKIDwrong000000000000000000000000000'; secretKey = 'wrongSecretKeyThatNobodyMaySee01' }

    function Write-Ini($Path, $Key) { Write-Private $Path "[default]`nsecret_id = $($Key.secretId)`nsecret_key = $($Key.secretKey)" }
    function Write-Profile($Name, $Key) {
        Write-Private (Join-Path $root ".tccli/$Name.credential") (@{ secretId = $Key.secretId; secretKey = $Key.secretKey } | ConvertTo-Json)
        Set-Content (Join-Path $root ".tccli/$Name.configure") (@{ _sys_param = @{ region = 'ap-guangzhou' }; cvm = @{ endpoint = $simulator.Endpoint } } | ConvertTo-Json)
    }

    # All sources, with the right key in one of them.
    function Set-Source([string] $Right) {
        function Key([string] $Name) { if ($Name -eq $Right) { $owner } else { $wrong } }
        [Environment]::SetEnvironmentVariable('HOME', $root)
        [Environment]::SetEnvironmentVariable('TENCENTCLOUD_SECRET_ID', (Key Environment).secretId)
        [Environment]::SetEnvironmentVariable('TENCENTCLOUD_SECRET_KEY', (Key Environment).secretKey)
        [Environment]::SetEnvironmentVariable('TENCENTCLOUD_CREDENTIALS_FILE', (Join-Path $TestDrive 'named'))
        [Environment]::SetEnvironmentVariable('TCC_METADATA_ENDPOINT', $simulator.Endpoint)
        Write-Ini (Join-Path $TestDrive 'named') (Key Named)
        Write-Ini (Join-Path $root '.tencentcloud/credentials') (Key File)
        Write-Profile default (Key Default)
        Write-Profile prod (Key Profile)
    }
    function Clear-Variable([string[]] $Name) { foreach ($one in $Name) { [Environment]::SetEnvironmentVariable($one, $null) } }

    # Connects, and gives the source that was used and how many images there are to see with it.
    function Use-Source([string] $Connect) {
        Invoke-Fresh "$Connect -Endpoint $($simulator.Endpoint) -Region ap-guangzhou -WarningAction SilentlyContinue; (Get-TccContext).CredentialSource; @(Get-TccImage -ErrorAction Continue).Count"
    }
}

AfterAll {
    Stop-Simulator $simulator
    Remove-UserFolder $root
    foreach ($name in $saved.Keys) { [Environment]::SetEnvironmentVariable($name, $saved[$name]) }
}

Describe 'The key that is used' -Skip:$userHasOwn {
    BeforeEach { Clear-Variable $variables }

    It 'is that of the parameters' {
        Set-Source None
        Use-Source "Connect-TccAccount -SecretId $($owner.secretId) -SecretKey (ConvertTo-SecureString '$($owner.secretKey)' -AsPlainText -Force)" |
            Should -Be 'given to Connect-TccAccount', '4'
    }

    It 'is that of the PSCredential' {
        Set-Source None
        Use-Source "Connect-TccAccount -Credential ([pscredential]::new('$($owner.secretId)', (ConvertTo-SecureString '$($owner.secretKey)' -AsPlainText -Force)))" |
            Should -Be 'given to Connect-TccAccount', '4'
    }

    It 'is that of the profile that is named' {
        Set-Source Profile
        Use-Source 'Connect-TccAccount -ProfileName prod' | Should -Be "profile 'prod' of tccli", '4'
    }

    It 'is that of the CVM role that is asked for' {
        Set-Source None
        Use-Source 'Connect-TccAccount -CvmRole' | Should -Be "CVM role 'image-replication'", '4'
        Use-Source 'Connect-TccAccount -CvmRole -RoleName image-replication' | Should -Be "CVM role 'image-replication'", '4'
    }

    It 'is that of the environment, before any file' {
        Set-Source Environment
        Use-Source 'Connect-TccAccount' | Should -Be 'environment variables', '4'
    }

    It 'is that of the file that the environment names' {
        Set-Source Named
        Clear-Variable 'TENCENTCLOUD_SECRET_ID', 'TENCENTCLOUD_SECRET_KEY'
        Use-Source 'Connect-TccAccount' | Should -Be "file $(Join-Path $TestDrive 'named')", '4'
    }

    It 'is that of the user''s file' {
        Set-Source File
        Clear-Variable 'TENCENTCLOUD_SECRET_ID', 'TENCENTCLOUD_SECRET_KEY', 'TENCENTCLOUD_CREDENTIALS_FILE'
        Use-Source 'Connect-TccAccount' | Should -Be "file $(Join-Path $root '.tencentcloud/credentials')", '4'
    }

    It 'is that of the profile <Profile>, with its region and endpoint' -ForEach @(
        @{ Profile = 'default'; Source = 'Default'; Variable = $null }
        @{ Profile = 'prod'; Source = 'Profile'; Variable = 'prod' }
    ) {
        Set-Source $Source
        Clear-Variable 'TENCENTCLOUD_SECRET_ID', 'TENCENTCLOUD_SECRET_KEY', 'TENCENTCLOUD_CREDENTIALS_FILE'
        Remove-Item (Join-Path $root '.tencentcloud/credentials')
        [Environment]::SetEnvironmentVariable('TCCLI_PROFILE', $Variable)

        # Nothing is said to the command, which connects by itself.
        Invoke-Fresh '$all = @(Get-TccImage -Verbose 4>&1); ($all | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] -and $_ -match "^Credentials" }).Message; @($all | Where-Object ImageId).Count' |
            Should -Be "Credentials: profile '$Profile' of tccli", '4'
    }

    It 'is that of the CVM role when there is nothing else' {
        Set-Source None
        Clear-Variable 'TENCENTCLOUD_SECRET_ID', 'TENCENTCLOUD_SECRET_KEY', 'TENCENTCLOUD_CREDENTIALS_FILE'
        Remove-Item (Join-Path $root '.tencentcloud/credentials'), (Join-Path $root '.tccli/*')
        Use-Source 'Connect-TccAccount' | Should -Be "CVM role 'image-replication'", '4'
    }

    It 'is that of a role, assumed with any of them' {
        Set-Source Environment
        Use-Source "Connect-TccAccount -AssumeRoleArn $role -RoleSessionName tests" | Should -Be "role $role, assumed with environment variables", '4'
        Use-Source "Connect-TccAccount -CvmRole -AssumeRoleArn $role -DurationSeconds 900" | Should -Be "role $role, assumed with CVM role 'image-replication'", '4'

        [Environment]::SetEnvironmentVariable('TENCENTCLOUD_ROLE_ARN', $role)
        [Environment]::SetEnvironmentVariable('TENCENTCLOUD_ROLE_SESSION_NAME', 'tests')
        Use-Source 'Connect-TccAccount' | Should -Be "role $role, assumed with environment variables", '4'
    }

    It 'is never shown' {
        Set-Source Named
        Clear-Variable 'TENCENTCLOUD_SECRET_ID', 'TENCENTCLOUD_SECRET_KEY'
        $all = Invoke-Fresh ("`$VerbosePreference = `$DebugPreference = 'Continue'; Connect-TccAccount -AssumeRoleArn $role -Endpoint $($simulator.Endpoint) -Region ap-guangzhou -PassThru | Format-List * -Force; " +
            'Get-TccImage img-gweb2024, img-unknown1 -ErrorAction SilentlyContinue; $error | Format-List * -Force; Get-TccContext | Format-Custom -Depth 5; Get-TccContext | ConvertTo-Json -Depth 3 -WarningAction SilentlyContinue') | Out-String

        $all | Should -Match 'assumed with file'
        $all | Should -Match 'AssumeRole in ap-guangzhou'
        $all | Should -Match 'ImageNotFound'
        $all.Contains($owner.secretKey) | Should -BeFalse
        $all | Should -Not -Match 'EXAMPLE(KEY|TOKEN)role'
    }
}

Describe 'What is wrong with a key' {
    BeforeEach {
        Clear-Variable $variables
        if ($root) {
            [Environment]::SetEnvironmentVariable('HOME', $root)
            Remove-Item (Join-Path $root '.tencentcloud/*'), (Join-Path $root '.tccli/*')
        }
        $file = Join-Path $TestDrive 'broken'
        # With the rights that a test before has given it.
        Remove-Item $file -ErrorAction Ignore
        [Environment]::SetEnvironmentVariable('TENCENTCLOUD_CREDENTIALS_FILE', $file)

        function Get-Failure([string] $Script) {
            Invoke-Fresh "try { $Script } catch { [pscustomobject]@{ Id = `$_.FullyQualifiedErrorId; Message = `"`$_`"; Advice = `$_.Exception.RecommendedAction; Category = `"`$(`$_.CategoryInfo.Category)`" } | ConvertTo-Json -Compress }" |
                Select-Object -Last 1 | ConvertFrom-Json
        }
    }

    It 'is told by file and line, not by what stands there' {
        Write-Private $file "[default]`nsecret_id = AKIDabc`nhushhush"
        $failure = Get-Failure 'Get-TccImage -Region ap-guangzhou'
        $failure.Id | Should -BeLike 'ClientError.CredentialError,*'
        $failure.Category | Should -Be 'AuthenticationError'
        $failure.Message | Should -Match ([regex]::Escape($file) + '.*line 3')
        $failure.Message | Should -Not -Match 'hush'
        $failure.Advice | Should -Match 'about_TccCredentials'
    }

    It 'is a warning when others can read it' -Skip:(-not $isCore) {
        Write-Ini $file $owner
        Grant-Everyone $file
        $connect = "Connect-TccAccount -Endpoint $($simulator.Endpoint) -Region ap-guangzhou 3>&1"
        $output = Invoke-Fresh "$connect; $connect; @(Get-TccImage 3>&1).Count"
        $output | Should -HaveCount 2
        $output[0] | Should -Match ('Other users .* read the secrets in ' + [regex]::Escape($file))
        if (-not $OnWindows) { $output[0] | Should -Match 'chmod 600' }
        $output[1] | Should -Be '4'
    }

    It 'is told when a temporary key has ended' -Skip:$userHasOwn {
        Clear-Variable 'TENCENTCLOUD_CREDENTIALS_FILE'
        Write-Private (Join-Path $root '.tccli/sso.credential') '{"secretId": "AKIDabc", "secretKey": "hushhush", "token": "hushhush", "expiresAt": 1700000000}'
        $failure = Get-Failure 'Connect-TccAccount -ProfileName sso'
        $failure.Message | Should -Match 'expired at 2023-11-14.*tccli auth login --profile sso'
        $failure.Message | Should -Not -Match 'hush'
    }

    It 'is the role''s when it may not be assumed' {
        Write-Ini $file $owner
        $failure = Get-Failure "Connect-TccAccount -AssumeRoleArn qcs::cam::uin/100000000002:roleName/other -Endpoint $($simulator.Endpoint)"
        $failure.Id | Should -BeLike 'ResourceNotFound.RoleNotFound,*'
        $failure.Message | Should -Match 'Cannot assume the role qcs::cam::uin/100000000002:roleName/other'
        $failure.Advice | Should -Match 'sts:AssumeRole'
    }

    It 'is forgotten once the key has been put right' {
        Write-Ini $file @{ secretId = $owner.secretId; secretKey = 'wrongSecretKeyThatNobodyMaySee01' }
        $connect = "Connect-TccAccount -AssumeRoleArn $role -Endpoint $($simulator.Endpoint) -Region ap-guangzhou"
        $right = "[default]`nsecret_id = $($owner.secretId)`nsecret_key = $($owner.secretKey)"
        Invoke-Fresh "try { $connect } catch { `$_.Exception.Code }; Set-Content '$file' '$right'; $connect; @(Get-TccImage).Count" |
            Should -Be 'AuthFailure.SignatureFailure', '4'
    }

    It 'is told within three seconds when the metadata service hangs' {
        # It takes the connection and says nothing.
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        try {
            [Environment]::SetEnvironmentVariable('TCC_METADATA_ENDPOINT', "http://127.0.0.1:$($listener.LocalEndpoint.Port)")
            $failure = Get-Failure 'Connect-TccAccount -CvmRole'
            $failure.Message | Should -Match 'did not respond within 2 seconds'
            $failure.Message | Should -Match 'Only a CVM instance'
        }
        finally { $listener.Stop() }
    }
}

Describe 'The proxy of the platform' {
    It 'is asked for the way to Tencent Cloud' -Skip:(-not $isCore) {
        Clear-Variable $variables
        $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
        $listener.Start()
        try {
            [Environment]::SetEnvironmentVariable('TENCENTCLOUD_SECRET_ID', $wrong.secretId)
            [Environment]::SetEnvironmentVariable('TENCENTCLOUD_SECRET_KEY', $wrong.secretKey)
            [Environment]::SetEnvironmentVariable('HTTPS_PROXY', "http://127.0.0.1:$($listener.LocalEndpoint.Port)")
            $asked = $listener.AcceptTcpClientAsync()
            $shell = Start-Shell '-NoProfile', '-NonInteractive', '-Command', "Import-Module '$Manifest'; Get-TccImage -Region ap-guangzhou" -OutputFile (
                Join-Path $TestDrive 'proxy.out') -ErrorFile (Join-Path $TestDrive 'proxy.err')
            try {
                $asked.Wait(30000) | Should -BeTrue
                $reader = [IO.StreamReader]::new($asked.Result.GetStream())
                $reader.ReadLine() | Should -Be 'CONNECT cvm.tencentcloudapi.com:443 HTTP/1.1'
            }
            finally { $shell.Kill() }
        }
        finally { $listener.Stop() }
    }
}
