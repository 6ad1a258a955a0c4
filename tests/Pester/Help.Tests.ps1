BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $docs = [IO.Path]::Combine($PSScriptRoot, '..', '..', 'docs', 'en-US')
    $maml = [xml](Get-Content ([IO.Path]::Combine($Package, 'en-US', 'TencentImageReplication.dll-Help.xml')) -Raw -Encoding utf8)

    $commands = (Test-ModuleManifest $Manifest).ExportedCmdlets.Keys | Sort-Object | ForEach-Object { @{ Name = $_ } }
    $examples = foreach ($command in $maml.helpItems.command) {
        $ofCommand = foreach ($example in $command.examples.example) { @{ Title = $example.title.Trim(' -'); Code = $example.code } }
        @{ Name = $command.details.name; Examples = $ofCommand }
    }

    $topics = foreach ($file in Get-ChildItem $docs -Filter about_*.md) {
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
    $variables = 'TENCENTCLOUD_SECRET_ID', 'TENCENTCLOUD_SECRET_KEY', 'TENCENTCLOUD_REGION'

    # Runs what help tells people to type, on a simulated cloud of its own, and returns errors and warnings.
    function Invoke-Example([string] $Code) {
        # Nobody is there to answer.
        function Read-Host { ConvertTo-SecureString 'Example-Passw0rd' -AsPlainText -Force }
        function Get-Credential { New-Object pscredential 'AKIDEXAMPLE0123456789', (Read-Host) }

        $ProgressPreference = 'SilentlyContinue'
        Disconnect-TccAccount
        Connect-TccAccount -Simulated -CopyDuration 00:00:01
        Push-Location $TestDrive
        try {
            & ([scriptblock]::Create($Code)) 2>&1 3>&1 |
                Where-Object { $_ -is [Management.Automation.ErrorRecord] -or $_ -is [Management.Automation.WarningRecord] } |
                ForEach-Object { "$_" }
        }
        finally {
            Pop-Location
            foreach ($variable in $variables) { [Environment]::SetEnvironmentVariable($variable, $null) }
        }
    }
}

AfterAll {
    Disconnect-TccAccount
    Remove-Module TencentImageReplication
}

Describe 'Help of <Name>' -ForEach $commands {
    BeforeAll {
        $command = Get-Command $Name
        $help = Get-Help $Name -Full
        $documented = @($help.parameters.parameter | Where-Object { $_ })
    }

    It 'has every part' {
        $help.Synopsis.Trim() | Should -Not -BeNullOrEmpty
        $help.description.Text | Should -Not -BeNullOrEmpty
        $help.alertSet.alert.Text -join ' ' | Should -Match '(?s)Cost: .*Permissions \(CAM\): '
        $help.inputTypes.inputType.type.name | Should -Not -BeNullOrEmpty
        @($help.examples.example).Count | Should -BeGreaterOrEqual 3
        foreach ($example in $help.examples.example) { $example.remarks[0].Text | Should -Not -BeNullOrEmpty }
        $help.relatedLinks.navigationLink.linkText | Should -Not -BeNullOrEmpty
    }

    It 'describes each parameter, and no other' {
        $documented.name | Sort-Object | Should -Be @((Get-ShownParameter $command).Name | Sort-Object -Unique)
        $documented | ForEach-Object { $_.description.Text | Should -Not -BeNullOrEmpty -Because "-$($_.name) needs a description" }
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
            Get-Help $link -ErrorAction Stop | Should -Not -BeNullOrEmpty
        }
    }

    It 'shows in a console' {
        Get-Help $Name -Full | Out-String -Width 100 | Should -Match '(?s)SYNOPSIS.*SYNTAX.*DESCRIPTION.*NOTES.*Example 3.*RELATED LINKS\s+\w'
        Get-Help $Name -Examples | Out-String -Width 100 | Should -Match '(?s)Example 1: .*Example 3: '
    }
}

Describe 'Examples of <Name>' -ForEach $examples {
    It '<Title>' -ForEach $Examples {
        if ($PSEdition -ne 'Core' -and $Code -match ' -Parallel ') {
            Set-ItResult -Skipped -Because 'this needs PowerShell 7'
        }

        # A console of 100 columns breaks what is wider in the middle of a word.
        $Code -split '\r?\n' | Where-Object Length -gt 96 | Should -BeNullOrEmpty
        Invoke-Example $Code | Should -BeNullOrEmpty
    }
}

Describe 'Topic <Name>' -ForEach $topics {
    It 'shows in a console' {
        $text = Get-Help $Name | Out-String
        $text | Should -Match "(?s)TOPIC\s+$Name\s.*SHORT DESCRIPTION.*LONG DESCRIPTION.*SEE ALSO"
        $text -split '\r?\n' | Where-Object Length -gt 100 | Should -BeNullOrEmpty
    }

    It 'has code that runs (block <Number>)' -ForEach $Blocks {
        Invoke-Example $Code | Should -BeNullOrEmpty
    }
}
