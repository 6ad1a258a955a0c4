using System.Management.Automation;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class NewTccImageTests : IDisposable
{
    private readonly CloudShell _shell = new();

    private SimulatedInstance StartInstance(string imageId = SimulatedWorld.DatabaseImageId)
    {
        var id = _shell.Run($"New-TccInstanceFromImage {imageId} -InstanceType S5.MEDIUM4 -Wait").All<TccInstance>()[0].InstanceId;
        return _shell.Cloud.Instances().Single(instance => instance.InstanceId == id);
    }

    private IEnumerable<SimulatedImage> Named(string name) => _shell.Cloud.Images().Where(image => image.ImageName == name);

    [Fact]
    public void A_created_image_can_be_piped_into_waiting_and_copying()
    {
        var instance = StartInstance();

        var made = Assert.Single(_shell.Run(
            $"""
            $made = New-TccImage {instance.InstanceId} db-2026 -Description 'after the update' -ImageFamily golden-db -ForcePowerOff -Sysprep `
                -DataDiskId {instance.DataDisks[0].DiskId} -Tag env=test, team=data
            $made
            """).All<TccImage>());
        var ready = Assert.Single(_shell.Run("$made | Wait-TccImage").All<TccImage>());
        var copy = Assert.Single(_shell.Run("$made | Copy-TccCustomImage -DestinationRegion ap-shanghai | Wait-TccImage").All<TccImageCopy>());

        Assert.Equal(("CREATING", "db-2026", "PRIVATE_IMAGE", SimulatedWorld.Region), (made.State, made.ImageName, made.ImageType, made.Region));
        Assert.Equal(
            ("NORMAL", "after the update", "golden-db", "env=test; team=data", 2),
            (ready.State, ready.Description, ready.ImageFamily, ready.Tags.ToString(), ready.SnapshotIds.Count));
        Assert.Equal((ImageCopyStatus.Completed, made.ImageId), (copy.Status, copy.SourceImageId));
    }

    [Fact]
    public void Several_instances_get_images_with_different_names()
    {
        _shell.Run("Get-TccImage -ImageName golden-* | New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -Wait");

        var images = _shell.Run("Get-TccInstance | New-TccImage -ImageName { \"$($_.InstanceName)-new\" } | Wait-TccImage").All<TccImage>();

        Assert.Equal(["golden-db-2024-new", "golden-web-2024-new"], images.Select(image => image.ImageName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_taken_name_is_an_error_that_names_the_image_and_the_others_continue()
    {
        var instance = StartInstance();

        var result = _shell.Run($"'golden-db-2024', 'new' | ForEach-Object {{ [pscustomobject]@{{ InstanceId = '{instance.InstanceId}'; ImageName = $_ }} }} | New-TccImage");

        Assert.Equal("new", Assert.Single(result.Of<TccImage>()).ImageName);
        var error = Assert.Single(result.Errors);
        Assert.StartsWith("ImageNameTaken,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ResourceExists, error.CategoryInfo.Category);
        Assert.Contains("Wait-TccImage -ImageId img-gdb02024", error.Advice(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.ResetAfterActing)]
    [InlineData(FaultKind.TruncatedAnswer)]
    [InlineData(FaultKind.StalledAnswer)]
    [InlineData(FaultKind.InternalErrorAfterActing)]
    public void After_a_lost_response_the_image_is_found_by_name_and_not_created_twice(FaultKind fault)
    {
        var instance = StartInstance();
        _shell.Cloud.Faults.Add(new FaultRule(fault) { Action = "CreateImage" });

        var made = Assert.Single(_shell.Run($"New-TccImage {instance.InstanceId} db-2026").All<TccImage>());

        Assert.Equal(Assert.Single(Named("db-2026")).ImageId, made.ImageId);
        Assert.Equal(1, _shell.Cloud.Calls.Count(call => call.Action == "CreateImage"));
    }

    [Theory]
    [InlineData(FaultKind.ResetBeforeActing)]
    [InlineData(FaultKind.InternalErrorBeforeActing)]
    public void An_image_that_was_not_created_is_retried(FaultKind fault)
    {
        var instance = StartInstance();
        _shell.Cloud.Faults.Add(new FaultRule(fault) { Action = "CreateImage", Times = 2 });

        var made = Assert.Single(_shell.Run($"New-TccImage {instance.InstanceId} db-2026 | Wait-TccImage").All<TccImage>());

        Assert.Equal(Assert.Single(Named("db-2026")).ImageId, made.ImageId);
        Assert.Equal(3, _shell.Cloud.Calls.Count(call => call.Action == "CreateImage"));
    }

    [Fact]
    public void An_invisible_image_of_a_lost_request_is_not_created_twice()
    {
        var instance = StartInstance();
        _shell.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "CreateImage" });
        // The search for the image fails, so the request is retried, and the service says that the name exists.
        _shell.Cloud.Faults.Add(Clouds.Refusal("InternalError", "DescribeImages", times: 40) with { FirstCall = 2 });

        var result = _shell.Run($"New-TccImage {instance.InstanceId} db-2026");

        Assert.Single(Named("db-2026"));
        Assert.Empty(result.Output);
        var error = Assert.Single(result.Errors);
        Assert.StartsWith("ClientError.OutcomeUnknown,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Get-TccImage -ImageName 'db-2026'", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_image_is_created_again_from_its_snapshots()
    {
        var image = Assert.Single(_shell.Run(
            """
            $old = Get-TccImage img-gdb02024
            $old | Remove-TccImage -Confirm:$false
            New-TccImage -SnapshotId snap-gdb0sys1, snap-gdb0dat1 -ImageName golden-db-2024 -Region $old.Region | Wait-TccImage
            """).All<TccImage>());

        Assert.Equal(("NORMAL", "snap-gdb0sys1; snap-gdb0dat1"), (image.State, image.SnapshotIds.ToString()));
    }

    [Fact]
    public void A_refusal_of_the_service_has_its_code()
    {
        var instance = StartInstance();
        _shell.Run($"New-TccImage {instance.InstanceId} first");

        var error = Assert.Single(_shell.Run($"New-TccImage {instance.InstanceId} second").Errors);

        Assert.StartsWith("OperationDenied.InstanceOperationInProgress,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(instance.InstanceId, error.TargetObject);
        Assert.Contains("Wait until", error.Advice(), StringComparison.Ordinal);
        Assert.StartsWith("InvalidInstanceId.NotFound,", Assert.Single(_shell.Run("New-TccImage ins-00000000 x").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_names_the_shutdown_and_creates_nothing()
    {
        var result = _shell.Run("New-TccImage ins-12345678 new -WhatIf; New-TccImage ins-12345678 new -ForcePowerOff -WhatIf; New-TccImage -SnapshotId snap-1 -ImageName new -WhatIf");

        Assert.Empty(result.Output);
        Assert.Empty(result.Errors);
        Assert.Equal(3, _shell.Host.Lines.Count);
        Assert.Contains("may be missing", _shell.Host.Lines[0], StringComparison.Ordinal);
        Assert.Contains("Shut down instance ins-12345678 in ap-guangzhou and create image", _shell.Host.Lines[1], StringComparison.Ordinal);
        Assert.Contains("snap-1", _shell.Host.Lines[2], StringComparison.Ordinal);
        Assert.Equal(0, _shell.CallsOf("CreateImage"));
    }

    [Fact]
    public void A_missing_instance_or_name_is_an_error()
    {
        Assert.StartsWith("NoInstanceId,", Assert.Single(_shell.Run("New-TccImage -ImageName x").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("NoImageName,", Assert.Single(_shell.Run("New-TccImage ins-12345678").Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_disks_of_the_instance_complete()
    {
        var instance = StartInstance();

        var offer = Assert.Single(_shell.Complete($"New-TccImage -InstanceId {instance.InstanceId} -ImageName x -DataDiskId "));

        Assert.Equal(instance.DataDisks[0].DiskId, offer.CompletionText);
    }

    public void Dispose() => _shell.Dispose();
}
