namespace TencentImageReplication.Demo;

/// <summary>The steps of the demo.</summary>
internal static class DemoScript
{
    internal static IReadOnlyList<DemoStep> Steps { get; } =
    [
        new(
            "A simulated cloud with two accounts. Copies take 10 to 30 minutes in reality, and 8 seconds here.",
            "Connect-TccAccount -Simulated -CopyDuration 00:00:08 -PassThru"),
        new(
            "The golden images in Guangzhou.",
            "Get-TccImage -Region ap-guangzhou -ImageName 'golden-*'"),
        new(
            "Copy both to two regions, and wait until each can be used.",
            """
            Get-TccImage -Region ap-guangzhou -ImageName 'golden-*' |
                Copy-TccCustomImage -DestinationRegion ap-shanghai, ap-beijing |
                Wait-TccImage -OutVariable copies
            """),
        new(
            "Start a machine from each copy, in its region.",
            "$copies | New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -Wait"),
        new(
            "Run again, it copies nothing twice: what is there is reused.",
            """
            Get-TccImage -Region ap-guangzhou -ImageName 'golden-*' |
                Copy-TccCustomImage -DestinationRegion ap-shanghai, ap-beijing |
                ForEach-Object { "$($_.ImageName) in $($_.Region): $($_.Status), reused: $($_.Reused)" }
            """),
        new(
            "A replication plan says which images belong where. To compare changes nothing: Nanjing has no copy.",
            """
            $plan = "$([IO.Path]::GetTempPath())replication-demo.psd1"
            [IO.File]::WriteAllText($plan, "@{ PlanVersion = 1; Source = @{ Region = 'ap-guangzhou' }
                Families = @( @{ Name = 'golden-web'; ImageName = 'golden-web-*'
                    Targets = @( @{ Regions = 'ap-shanghai', 'ap-beijing', 'ap-nanjing' } ) } ) }")
            Compare-TccReplicationPlan $plan
            """),
        new(
            "Sync does what is left, and nothing twice.",
            "Sync-TccReplicationPlan $plan -OutVariable rows; [IO.File]::Delete($plan)"),
        new(
            "The other account, with which one of the images is shared.",
            "Connect-TccAccount -Simulated -SimulatedAccount Recipient"),
        new(
            "It copies the shared image inside its region, which makes it a custom image of its own.",
            """
            Get-TccImage -Region ap-guangzhou -ImageType Shared |
                Copy-TccSharedImage |
                Wait-TccImage
            """),
        new(
            "The image now belongs to the second account.",
            "Get-TccImage -Region ap-guangzhou"),
        new(
            "One page for the manager, without scripts. It is in the folder for temporary files: open it in a browser.",
            """
            $copies + $rows |
                Export-TccReplicationReport "$([IO.Path]::GetTempPath())replication-report.html" -PassThru |
                ForEach-Object FullName
            """),
        new(
            "Forget the simulated cloud.",
            "Disconnect-TccAccount"),
    ];
}
