using System.Management.Automation;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class RemoveTccImageTests : IDisposable
{
    private const string Web = SimulatedWorld.WebImageId;
    private const string Database = SimulatedWorld.DatabaseImageId;
    private readonly CloudShell _shell = new();

    [Fact]
    public void The_snapshots_are_kept_without_IncludeSnapshot()
    {
        Assert.Empty(_shell.Run($"Remove-TccImage {Database} -Confirm:$false").All<object>());
        Assert.Null(_shell.Cloud.FindImage(Database));
        Assert.Contains(_shell.Cloud.Snapshots(), snapshot => snapshot.SnapshotId == "snap-gdb0sys1");

        var windows = _shell.Cloud.FindImage(SimulatedWorld.WindowsImageId)!.Snapshots[0].SnapshotId;
        _shell.Run($"Get-TccImage -ImageName win-* | Remove-TccImage -IncludeSnapshot -Confirm:$false");
        Assert.DoesNotContain(_shell.Cloud.Snapshots(), snapshot => snapshot.SnapshotId == windows);
    }

    [Fact]
    public void Many_images_are_deleted_with_few_requests_and_a_bad_one_does_not_stop_the_others()
    {
        for (var index = 0; index < 150; index++)
            _shell.AddImage($"old-{index}");
        _shell.AddImage("old-elsewhere", "ap-shanghai");
        var before = _shell.Cloud.Images().Count;

        var result = _shell.Run(
            $"Get-TccImage -Region ap-guangzhou, ap-shanghai -ImageName old-* | ForEach-Object {{ $_ }} | Remove-TccImage -Confirm:$false; '{SimulatedWorld.CreatingImageId}', 'img-unknown1', '{Web}', '{Database}' | Remove-TccImage -Confirm:$false");

        Assert.Equal(before - 152, _shell.Cloud.Images().Count);
        Assert.Equal(
            ["ImageBusy", "ImageNotFound", "InvalidImageId.InShared"],
            result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).Order(StringComparer.Ordinal));
        Assert.Equal(3 + 3, _shell.Cloud.Calls.Count(call => call.Action == "DeleteImages"));
    }

    [Fact]
    public void An_image_that_is_being_copied_is_refused_with_the_reason()
    {
        _shell.Run($"Copy-TccCustomImage {Database} ap-shanghai");

        var error = Assert.Single(_shell.Run($"Remove-TccImage {Database} -Confirm:$false").Errors);

        Assert.StartsWith("ImageBusy,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ResourceBusy, error.CategoryInfo.Category);
        Assert.Contains("it is being copied", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Wait-TccImage -ImageId img-gdb02024", error.Advice(), StringComparison.Ordinal);
        Assert.Equal(0, _shell.CallsOf("DeleteImages"));
    }

    [Fact]
    public void Unshare_deletes_a_shared_image()
    {
        var error = Assert.Single(_shell.Run($"Remove-TccImage {Web} -Confirm:$false").Errors);
        Assert.StartsWith("InvalidImageId.InShared,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Unshare", error.Advice(), StringComparison.Ordinal);

        _shell.Host.Choice = "&Yes";
        Assert.Empty(_shell.Run($"Remove-TccImage {Web} -Unshare").Errors);

        Assert.Contains("Stop sharing with 1 account and permanently delete img-gweb2024", Assert.Single(_shell.Host.Questions), StringComparison.Ordinal);
        Assert.Null(_shell.Cloud.FindImage(Web));
    }

    [Theory]
    [InlineData("&Yes", 0)]
    [InlineData("&No", 2)]
    [InlineData("Yes to &All", 0)]
    public void It_prompts_before_each_image_and_names_the_snapshots(string answer, int left)
    {
        _shell.Host.Choice = answer;

        _shell.Run($"'{Database}', '{SimulatedWorld.WindowsImageId}' | Remove-TccImage");

        Assert.Equal(answer.Contains("to", StringComparison.Ordinal) ? 1 : 2, _shell.Host.Questions.Count);
        Assert.Equal(
            "Permanently delete img-gdb02024 ('golden-db-2024') in ap-guangzhou but not its snapshots (300 GiB)? The snapshots are still billed.",
            _shell.Host.Questions[0]);
        Assert.Equal(left, _shell.Cloud.Images().Count(image => image.ImageId is Database or SimulatedWorld.WindowsImageId));
    }

    [Fact]
    public void WhatIf_deletes_and_unshares_nothing()
    {
        _shell.Run($"Remove-TccImage {Web} -Unshare -IncludeSnapshot -WhatIf");

        Assert.Contains("and its snapshots (50 GiB).", Assert.Single(_shell.Host.Lines), StringComparison.Ordinal);
        Assert.Single(_shell.Cloud.FindImage(Web)!.SharedWith);
    }

    [Theory]
    [InlineData(FaultKind.ResetAfterActing)]
    [InlineData(FaultKind.ResetBeforeActing)]
    [InlineData(FaultKind.StalledAnswer)]
    [InlineData(FaultKind.InternalErrorAfterActing)]
    public void After_a_lost_response_remaining_images_are_deleted_and_deleted_ones_are_no_error(FaultKind fault)
    {
        _shell.Cloud.Faults.Add(new FaultRule(fault) { Action = "DeleteImages" });

        Assert.Empty(_shell.Run($"'{Database}', '{SimulatedWorld.WindowsImageId}' | Remove-TccImage -Confirm:$false").All<object>());

        Assert.Null(_shell.Cloud.FindImage(Database));
        Assert.Null(_shell.Cloud.FindImage(SimulatedWorld.WindowsImageId));
    }

    [Fact]
    public void An_unknown_outcome_is_reported()
    {
        _shell.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "DeleteImages" });
        _shell.Cloud.Faults.Add(Clouds.Refusal("InternalError", "DescribeImages", times: 100) with { FirstCall = 2 });

        var error = Assert.Single(_shell.Run($"Remove-TccImage {Database} -Confirm:$false").Errors);

        Assert.StartsWith("ClientError.OutcomeUnknown,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(Database, error.TargetObject);
    }

    [Fact]
    public void An_image_that_is_in_use_is_refused_unless_forced()
    {
        _shell.Cloud.AddInstance("ins-00000001", Database);

        var error = Assert.Single(_shell.Run($"Remove-TccImage {Database} -WhatIf").Errors);

        Assert.StartsWith("ImageInUse,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal((ErrorCategory.ResourceBusy, Database), (error.CategoryInfo.Category, error.TargetObject));
        Assert.Contains("ins-00000001", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("-Force", error.Advice(), StringComparison.Ordinal);
        Assert.Empty(_shell.Host.Lines);

        Assert.Empty(_shell.Run($"Remove-TccImage {Database} -Force -Confirm:$false").All<object>());
        Assert.Null(_shell.Cloud.FindImage(Database));
        Assert.Equal(1, _shell.CallsOf("DescribeLaunchConfigurations"));
    }

    [Fact]
    public void A_key_without_the_permissions_gets_a_warning_before_the_question()
    {
        foreach (var action in new[] { "DescribeInstances", "DescribeLaunchTemplates", "DescribeLaunchConfigurations" })
            _shell.Cloud.Faults.Add(Clouds.Refusal("UnauthorizedOperation", action, times: 100));

        var result = _shell.Run($"'{Database}', '{SimulatedWorld.WindowsImageId}' | Remove-TccImage -Confirm:$false");

        Assert.Empty(result.Errors);
        Assert.Null(_shell.Cloud.FindImage(Database));
        Assert.Contains("launch templates (UnauthorizedOperation, DescribeLaunchTemplates)", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_of_another_account_is_refused()
    {
        using var shell = new CloudShell(SimulatedWorld.Partner);

        var error = Assert.Single(shell.Run($"Remove-TccImage {Web} -Confirm:$false").Errors);

        Assert.StartsWith("ImageNotOwn,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.PermissionDenied, error.CategoryInfo.Category);
    }

    public void Dispose() => _shell.Dispose();
}
