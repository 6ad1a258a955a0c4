BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    . "$PSScriptRoot/HelpFacts.ps1"

    $commands = foreach ($culture in $Cultures) {
        (Test-ModuleManifest $Manifest).ExportedCmdlets.Keys | Sort-Object | ForEach-Object { @{ Name = $_; Culture = $culture } }
    }
    # The code of all cultures is the same, as a test of the help builder says: it is run once.
    $maml = [xml](Get-Content ([IO.Path]::Combine($Package, 'en-US', 'TencentImageReplication.dll-Help.xml')) -Raw -Encoding utf8)
    $examples = foreach ($command in $maml.helpItems.command) {
        $ofCommand = foreach ($example in $command.examples.example) { @{ Title = $example.title.Trim(' -'); Code = $example.code } }
        @{ Name = $command.details.name; Examples = $ofCommand }
    }

    $topics = foreach ($culture in $Cultures) {
        foreach ($file in Get-ChildItem (Join-Path $Docs $culture) -Filter about_*.md) { @{ Name = $file.BaseName; Culture = $culture } }
    }
    $topicCode = foreach ($file in Get-ChildItem (Join-Path $Docs 'en-US') -Filter about_*.md) {
        # What is not marked as PowerShell is not for typing.
        $blocks = [regex]::Matches((Get-Content $file.FullName -Raw -Encoding utf8), '(?ms)^```powershell\r?\n(.*?)^```')
        $number = 0
        $ofTopic = foreach ($block in $blocks) { @{ Number = ++$number; Code = $block.Groups[1].Value } }
        @{ Name = $file.BaseName; Blocks = $ofTopic }
    }
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    . "$PSScriptRoot/HelpFacts.ps1"
    Import-Module $Manifest
    $variables = 'TENCENTCLOUD_SECRET_ID', 'TENCENTCLOUD_SECRET_KEY', 'TENCENTCLOUD_REGION', 'TCC_METADATA_ENDPOINT'

    # For examples that need more than a session has: an instance with a role, and a user who has a profile.
    $simulator = Start-Simulator (Join-Path $TestDrive 'help.json')
    $savedHome = $env:HOME
    $userFolder = if (-not (Test-OwnCredentials)) { New-UserFolder "$TestDrive" }
    if ($userFolder) {
        Write-Private (Join-Path $userFolder '.tccli/prod.credential') (
            @{ secretId = $simulator.Account.secretId; secretKey = $simulator.Account.secretKey } | ConvertTo-Json)
    }

    # A simulated cloud in which nothing takes long: most of the time of the examples is spent waiting.
    $quick = Join-Path $TestDrive 'quick.json'
    $moment = '00:00:00.100'
    @{
        settings = @{
            createDuration = $moment; launchDuration = $moment; stopDuration = $moment; terminateDuration = $moment; agentDelay = $moment
            commandDelivery = $moment; commandDuration = $moment
            refreshes = @{ preparation = $moment; batchDuration = $moment; surgeDuration = $moment }
        }
    } | ConvertTo-Json -Depth 3 | Set-Content $quick -Encoding utf8

    # Get-Help keeps what it has read, whatever the culture is by then: each has a runspace of its own.
    $runspaces = @{}
    function Invoke-InCulture([string] $Culture, [string] $Script) {
        if (-not $runspaces[$Culture]) {
            $runspaces[$Culture] = [runspacefactory]::CreateRunspace()
            $runspaces[$Culture].Open()
            $null = Invoke-InCulture $Culture "Import-Module '$Manifest'"
        }
        $shell = [powershell]::Create()
        try {
            $shell.Runspace = $runspaces[$Culture]
            $shell.AddScript("`$ErrorActionPreference = 'Stop'; [Threading.Thread]::CurrentThread.CurrentUICulture = '$Culture'; $Script").Invoke()
        }
        finally {
            $shell.Dispose()
        }
    }

    # Runs what help tells people to type, on a simulated cloud of its own, and returns errors and warnings.
    function Invoke-Example([string] $Code) {
        # Nobody is there to answer.
        function Read-Host { ConvertTo-SecureString 'Example-Passw0rd' -AsPlainText -Force }
        function Get-Credential { New-Object pscredential 'AKIDEXAMPLE0123456789', (Read-Host) }

        $ProgressPreference = 'SilentlyContinue'
        Disconnect-TccAccount
        Connect-TccAccount -Simulated -SimulatedScenario $quick -CopyDuration 00:00:00.1
        Push-Location $TestDrive
        if ($Code -match '-CvmRole') {
            $env:TCC_METADATA_ENDPOINT = $simulator.Endpoint
            $PSDefaultParameterValues = @{ 'Connect-TccAccount:Endpoint' = $simulator.Endpoint }
        }
        if ($Code -match '-ProfileName') { $env:HOME = $userFolder }
        try {
            & ([scriptblock]::Create($Code)) 2>&1 3>&1 |
                Where-Object { $_ -is [Management.Automation.ErrorRecord] -or $_ -is [Management.Automation.WarningRecord] } |
                ForEach-Object { "$_" }
        }
        finally {
            Pop-Location
            $env:HOME = $savedHome
            foreach ($variable in $variables) { [Environment]::SetEnvironmentVariable($variable, $null) }
        }
    }
}

AfterAll {
    $runspaces.Values | ForEach-Object { $_.Dispose() }
    Stop-Simulator $simulator
    Remove-UserFolder $userFolder
    Disconnect-TccAccount
    Remove-Module TencentImageReplication
}

Describe 'Help' {
    It 'is in the package for each culture' {
        foreach ($culture in $Cultures) {
            $pages = (Get-ChildItem (Join-Path $Docs $culture) -Filter *.md).BaseName
            $maml = [xml](Get-Content ([IO.Path]::Combine($Package, $culture, 'TencentImageReplication.dll-Help.xml')) -Raw -Encoding utf8)
            @($maml.helpItems.command.details.name) + @((Get-ChildItem (Join-Path $Package $culture) -Filter *.help.txt).Name -replace '\.help\.txt$') |
                Sort-Object | Should -Be @($pages | Sort-Object) -Because "all pages of docs/$culture are help"
        }
    }
}

Describe 'Help of <Name> in <Culture>' -ForEach $commands {
    BeforeAll {
        $marks = $HelpMarks[$Culture]
        $command = Get-Command $Name
        $help = Invoke-InCulture $Culture "Get-Help $Name -Full"
        $documented = @($help.parameters.parameter | Where-Object { $_ })
    }

    It 'has a page' {
        [IO.Path]::Combine($Docs, $Culture, "$Name.md") | Should -Exist -Because "$Name needs help in $Culture"
    }

    It 'has every part' {
        $help.Synopsis.Trim() | Should -Not -BeNullOrEmpty
        $help.description.Text | Should -Not -BeNullOrEmpty
        $help.alertSet.alert.Text -join ' ' | Should -Match "(?s)$($marks.Cost).*$($marks.Permissions)"
        $help.inputTypes.inputType.type.name | Should -Not -BeNullOrEmpty
        @($help.examples.example).Count | Should -BeGreaterOrEqual 3
        foreach ($example in $help.examples.example) { $example.remarks[0].Text | Should -Not -BeNullOrEmpty }
        $help.relatedLinks.navigationLink.linkText | Should -Not -BeNullOrEmpty
    }

    It 'describes each parameter, and no other' {
        $shown = @((Get-ShownParameter $command).Name | Sort-Object -Unique)
        $names = @($documented.name)
        $names | Where-Object { $_ -notin $shown } | Should -BeNullOrEmpty -Because "docs/$Culture/$Name.md tells of parameters that there are"
        $shown | Where-Object { $_ -notin $names } | Should -BeNullOrEmpty -Because "docs/$Culture/$Name.md tells of each parameter"
        $documented | ForEach-Object { $_.description.Text | Should -Not -BeNullOrEmpty -Because "-$($_.name) needs a description in $Culture" }
    }

    It 'tells the facts of each parameter' {
        $actual = foreach ($parameter in $documented | Sort-Object name) { ConvertFrom-ParameterHelp $parameter }
        $expected = foreach ($parameter in Get-ShownParameter $command | Sort-Object Name -Unique) { Get-ParameterFact $command $parameter }
        $actual | Should -Be $expected
    }

    It 'tells the syntax of each parameter set' {
        @($help.syntax.syntaxItem | ForEach-Object { ConvertFrom-SyntaxHelp $_ }) | Should -Be @($command.ParameterSets | ForEach-Object { Get-SyntaxFact $_ })
    }

    It 'tells what comes out' {
        $types = @($command.OutputType.Name | Sort-Object)
        if ($types.Count -eq 0) { $types = @('None') }
        @($help.returnValues.returnValue.type.name | Sort-Object) | Should -Be $types
    }

    It 'names commands and topics that there are' {
        foreach ($link in $help.relatedLinks.navigationLink.linkText | Where-Object { $_ -notlike '*://*' }) {
            Invoke-InCulture $Culture "Get-Help '$link' -ErrorAction Stop" | Should -Not -BeNullOrEmpty
        }
    }

    It 'shows in a console' {
        # The headings are PowerShell's own, in the languages that it has.
        Invoke-InCulture $Culture "Get-Help $Name -Full | Out-String -Width 100" | Should -Match "(?s)$($marks.Full)"
        Invoke-InCulture $Culture "Get-Help $Name -Examples | Out-String -Width 100" | Should -Match "(?s)$($marks.Example -f 1).*$($marks.Example -f 3)"
    }

    It 'is in its language' {
        $prose = @($help.Synopsis; $help.description.Text; $help.examples.example.remarks.Text; $documented.description.Text) | Where-Object { "$_".Trim() }
        $prose | Where-Object { ($_ -match '\p{IsCJKUnifiedIdeographs}') -ne $marks.IsChinese } | Should -BeNullOrEmpty
    }
}

Describe 'Examples of <Name>' -ForEach $examples {
    It '<Title>' -ForEach $Examples {
        if ($PSEdition -ne 'Core' -and $Code -match ' -Parallel ') {
            Set-ItResult -Skipped -Because 'this needs PowerShell 7'
        }
        if (-not $userFolder -and $Code -match '-ProfileName') {
            Set-ItResult -Skipped -Because 'this user has credentials, which a test leaves alone'
        }

        # A console of 100 columns breaks what is wider in the middle of a word.
        $Code -split '\r?\n' | Where-Object Length -gt 96 | Should -BeNullOrEmpty
        Invoke-Example $Code | Should -BeNullOrEmpty
    }
}

Describe 'Topic <Name> in <Culture>' -ForEach $topics {
    It 'shows in a console' {
        $text = Invoke-InCulture $Culture "Get-Help $Name | Out-String"
        $text | Should -Match "(?s)TOPIC\s+$Name\s.*SHORT DESCRIPTION.*LONG DESCRIPTION.*SEE ALSO"
        $text -split '\r?\n' | Where-Object Length -gt 100 | Should -BeNullOrEmpty
        $text -match '\p{IsCJKUnifiedIdeographs}' | Should -Be $HelpMarks[$Culture].IsChinese
    }
}

Describe 'Code of topic <Name>' -ForEach $topicCode {
    It 'runs (block <Number>)' -ForEach $Blocks {
        Invoke-Example $Code | Should -BeNullOrEmpty
    }
}
