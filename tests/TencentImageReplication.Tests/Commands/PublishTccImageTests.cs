using System.Management.Automation;
using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class PublishTccImageTests : IDisposable
{
    private const string Group = "asg-gzweb001";

    private readonly CloudShell _shell = new();
    private readonly SimulatedImage _old;
    private readonly SimulatedImage _new;

    public PublishTccImageTests()
    {
        _old = _shell.AddImage("web-2025");
        _new = _shell.AddImage("web-2026");
        _shell.Cloud.AddTemplate("web", _old.ImageId);
        var configuration = _shell.Cloud.AddConfiguration("web-conf", _old.ImageId);
        _shell.Cloud.AddScalingGroup(
            new SimulatedScalingGroup
            {
                AutoScalingGroupId = Group,
                AutoScalingGroupName = "web-blue",
                AccountId = configuration.AccountId,
                Region = configuration.Region,
                LaunchConfigurationId = configuration.LaunchConfigurationId,
            },
            newInstances: 4);
        _shell.Cloud.AddGroup("web-green", configuration);
        _shell.Set("new", _new.ImageId);
        _shell.Time.Advance(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void A_template_gets_a_version_with_the_image()
    {
        var row = Assert.Single(_shell.Run("Publish-TccImage $new -LaunchTemplateName web -Confirm:$false").All<TccImagePublication>());

        Assert.Equal(
            (TccPublicationKind.LaunchTemplate, "web", _old.ImageId, _new.ImageId, 1, 2, TccPublicationStatus.Published),
            (row.Kind, row.TargetName, row.PreviousImageId, row.ImageId, row.PreviousVersion!.Value, row.Version!.Value, row.Status));
        Assert.Equal(SimulatedWorld.Owner.AccountId, row.AccountId);
        Assert.Equal(2, Assert.Single(_shell.Cloud.LaunchTemplates()).DefaultVersion);
    }

    [Fact]
    public void WhatIf_names_groups_and_instances_and_changes_nothing()
    {
        var row = Assert.Single(_shell.Run("Publish-TccImage $new -AutoScalingGroupName web-blue -Refresh -BatchCount 1 -WhatIf").All<TccImagePublication>());

        Assert.Equal((TccPublicationStatus.Planned, 4), (row.Status, row.InstanceCount!.Value));
        var text = Assert.Single(_shell.Host.Lines, line => line.Contains("What if", StringComparison.Ordinal));
        foreach (var part in new[] { "reinstall its 4 instances in 1 batches", "The group is disabled", "All instances are down at the same time.", "web-blue, web-green" })
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Equal(0, _shell.CallsOf("ModifyLaunchConfigurationAttributes"));
        Assert.Equal(0, _shell.CallsOf("StartInstanceRefresh"));
    }

    [Theory]
    [InlineData("$rows")]
    [InlineData("$rows | ConvertTo-CsvRow")]
    [InlineData("$rows | ConvertTo-ClixmlObject")]
    public void A_rollout_is_undone_from_its_rows(string rows)
    {
        var published = _shell.Run("""
            $rows = Publish-TccImage $new -LaunchTemplateName web -AutoScalingGroupName web-blue -Refresh -BatchCount 2 -Confirm:$false
            $rows
            """).All<TccImagePublication>();
        Assert.All(published, row => Assert.Equal(TccPublicationStatus.Published, row.Status));
        Assert.Equal((100, false, "web-blue; web-green"), (published[1].RefreshProgress!.Value, published[1].GroupDisabled!.Value, published[1].AffectedGroup));

        var undone = _shell.Run($"{rows} | Undo-TccImagePublication -Confirm:$false").All<TccImagePublication>();

        Assert.All(undone, row => Assert.Equal(TccPublicationStatus.Undone, row.Status));
        Assert.Equal(1, Assert.Single(_shell.Cloud.LaunchTemplates()).DefaultVersion);
        Assert.Equal(_old.ImageId, Assert.Single(_shell.Cloud.LaunchConfigurations()).ImageId);
        Assert.All(_shell.Cloud.Instances(), instance => Assert.Equal(_old.ImageId, instance.ImageId));
    }

    [Fact]
    public void A_paused_row_is_an_error_and_is_resumed()
    {
        _shell.Cloud.Options.RefreshesOf[Group] = new RefreshLifeCycle { FailingBatches = [2], Failures = 1 };
        var paused = _shell.Run("$rows = Publish-TccImage $new -AutoScalingGroupName web-blue -Refresh -BatchCount 2 -Confirm:$false; $rows");

        Assert.StartsWith("RefreshPaused", Assert.Single(paused.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        var row = Assert.Single(paused.Of<TccImagePublication>());
        Assert.Equal((TccPublicationStatus.Paused, 50, true, "RefreshPaused"), (row.Status, row.RefreshProgress!.Value, row.GroupDisabled!.Value, row.ErrorCode));

        var resumed = Assert.Single(_shell.Run("$rows | ConvertTo-CsvRow | Publish-TccImage -Confirm:$false").All<TccImagePublication>());

        Assert.Equal((TccPublicationStatus.Published, 100, _old.ImageId), (resumed.Status, resumed.RefreshProgress!.Value, resumed.PreviousImageId));
        Assert.Equal(1, _shell.CallsOf("StartInstanceRefresh"));
    }

    [Fact]
    public void A_copy_that_failed_refuses_the_rollout()
    {
        var result = _shell.Run("""
            $copies = @(
                [pscustomobject]@{ ImageId = $new; Region = 'ap-guangzhou'; SourceImageId = 'img-source01'; Status = 'Completed' }
                [pscustomobject]@{ ImageId = ''; Region = 'ap-beijing'; SourceImageId = 'img-source01'; Status = 'Failed' })
            $copies | Publish-TccImage -LaunchTemplateName web -Confirm:$false
            """);

        Assert.Equal([TccPublicationStatus.NotStarted, TccPublicationStatus.Failed], result.Of<TccImagePublication>().Select(row => row.Status));
        Assert.StartsWith("CopyNotUsable", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(0, _shell.CallsOf("CreateLaunchTemplateVersion"));
    }

    [Theory]
    [InlineData("Publish-TccImage $new -Confirm:$false", "NoTarget")]
    [InlineData("Publish-TccImage $new -LaunchTemplateName web -Refresh -Confirm:$false", "RefreshWithoutGroup")]
    [InlineData("Publish-TccImage $new -LaunchTemplateName we* -Confirm:$false", "TargetNotFound")]
    [InlineData("'' , $null | Publish-TccImage -LaunchTemplateName web -Confirm:$false", "NoImageId")]
    [InlineData("1 | Undo-TccImagePublication -Confirm:$false", "NoPublication")]
    [InlineData("[pscustomobject]@{ TargetId = 'lt-1'; Kind = 'Template'; Region = 'ap-guangzhou'; ImageId = $new; Status = 'Published' } | Undo-TccImagePublication -Confirm:$false", "ValueNotRead")]
    [InlineData("[pscustomobject]@{ TargetId = 'lt-1'; Kind = 'LaunchTemplate'; AccountId = '100000000002'; Region = 'ap-guangzhou'; ImageId = $new; Status = 'Published' } | Undo-TccImagePublication -Confirm:$false", "RowOfOtherAccount")]
    public void Wrong_input_is_an_error(string script, string id)
    {
        string found;
        try
        {
            found = Assert.Single(_shell.Run(script).Errors).FullyQualifiedErrorId;
        }
        catch (RuntimeException exception)
        {
            found = exception.ErrorRecord.FullyQualifiedErrorId;
        }

        Assert.StartsWith(id, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_shown_and_removed()
    {
        var progress = _shell.Run("Publish-TccImage $new -AutoScalingGroupName web-blue -Refresh -BatchCount 2 -Confirm:$false").Progress;

        Assert.Contains(progress, bar => bar.StatusDescription == "2 of 4 instances, batch 2 of 2" && bar.PercentComplete == 50);
        Assert.Equal(ProgressRecordType.Completed, progress[progress.Count - 1].RecordType);
    }

    [Theory]
    [InlineData("Publish-TccImage -LaunchTemplateName w", "web")]
    [InlineData("Publish-TccImage -AutoScalingGroupName w", "web-blue web-green")]
    [InlineData("Publish-TccImage -LaunchConfigurationName w", "web-conf")]
    [InlineData("Publish-TccImage -LaunchConfigurationName x", "")]
    [InlineData("Publish-TccImage -Region ap-shanghai -LaunchConfigurationName w", "")]
    public void Names_are_completed(string typed, string expected) =>
        Assert.Equal(expected, string.Join(" ", _shell.Complete(typed).Select(result => result.CompletionText)));

    [Theory]
    [InlineData("asc-")]
    [InlineData("web")]
    public void Launch_configurations_are_completed_by_ID_or_by_name(string typed)
    {
        var result = Assert.Single(_shell.Complete($"Publish-TccImage -LaunchConfigurationId {typed}"));

        var configuration = Assert.Single(_shell.Cloud.LaunchConfigurations());
        Assert.Equal(configuration.LaunchConfigurationId, result.CompletionText);
        Assert.Equal($"web-conf ({configuration.LaunchConfigurationId}, {_old.ImageId}, ap-guangzhou)", result.ToolTip);
    }

    public void Dispose() => _shell.Dispose();
}
