@{
    # Every import evaluates this file: PowerShell compiles less for a string and lists with commas than for an if and @( ) over lines.
    RootModule             = "bin/$PSEdition/TencentImageReplication.dll"
    ModuleVersion          = '0.1.0'
    GUID                   = '6acbb31b-f237-4a66-967f-e5087c839a4c'
    Author                 = 'TencentImageReplication contributors'
    CompanyName            = 'TencentImageReplication contributors'
    Copyright              = '(c) TencentImageReplication contributors. MIT licence.'
    Description            = 'Replicates Tencent Cloud CVM images: copies custom images to other regions and shared images into your account, waits until they are ready, and starts machines from them. For PowerShell 7.6 and Windows PowerShell 5.1.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')
    # Loaded before the types, which name methods of it.
    RequiredAssemblies     = "bin/$PSEdition/TencentImageReplication.dll"
    TypesToProcess         = @('bin/TencentImageReplication.Types.ps1xml')
    FormatsToProcess       = @('bin/TencentImageReplication.Format.ps1xml')
    CmdletsToExport        = @(
        'Clear-TccImageTest',
        'Compare-TccReplicationPlan',
        'Connect-TccAccount',
        'Copy-TccCustomImage',
        'Copy-TccSharedImage',
        'Disconnect-TccAccount',
        'Export-TccReplicationReport',
        'Get-TccAutoScalingGroup',
        'Get-TccContext',
        'Get-TccImage',
        'Get-TccImageQuota',
        'Get-TccImageSharePermission',
        'Get-TccImageUsage',
        'Get-TccInstance',
        'Get-TccLaunchTemplate',
        'Get-TccRegion',
        'Grant-TccImageSharePermission',
        'Import-TccReplicationPlan',
        'New-TccImage',
        'New-TccInstanceFromImage',
        'Publish-TccImage',
        'Remove-TccImage',
        'Remove-TccInstance',
        'Revoke-TccImageSharePermission',
        'Set-TccImage',
        'Sync-TccReplicationPlan',
        'Test-TccImage',
        'Undo-TccImagePublication',
        'Wait-TccImage'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @('Tencent', 'TencentCloud', 'QCloud', 'CVM', 'Image', 'Replication', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            # The build of the package adds ProjectUri, LicenseUri and IconUri if the property ProjectAddress is set. The
            # release notes are not here, because every import reads this file: the package contains the changelog.
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
