using System.Collections;
using System.Management.Automation;
using TencentImageReplication.Formatting;

namespace TencentImageReplication.Tests.Formatting;

public sealed class TccViewTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("golden-web", "golden-web")]
    [InlineData("黄金 ü", "黄金 ü")]
    [InlineData("a\u001b[2J\r\nb\tc\u009b", "a\\x1b[2J\\r\\nb\\tc\\x9b")]
    [InlineData("exe.\u202egpj", "exe.\\u202egpj")]
    [InlineData("a\u200bb\u2028c", "a\\u200bb\\u2028c")]
    public void Control_characters_are_escaped(string? text, string expected) =>
        Assert.Equal(expected, TccView.Text(text));

    [Fact]
    public void Live_and_saved_collections_read_as_one_line()
    {
        Assert.Equal("env=prod; team=w\\neb", TccView.Text(new TccTagCollection(new Dictionary<string, string> { ["team"] = "w\neb", ["env"] = "prod" })));
        Assert.Equal("env=prod; team=web", TccView.Text(new Hashtable { ["team"] = "web", ["env"] = "prod" }));
        Assert.Equal("snap-1; snap-2", TccView.Text(new ArrayList { "snap-1", "snap-2" }));
    }

    [Theory]
    [InlineData("NORMAL")]
    [InlineData("FORMATTING")]
    public void A_state_has_no_colour_if_nothing_would_remove_it(string state) =>
        Assert.Equal(state, ViewColours.Of(state, host: null, style: null));

    [Theory]
    [InlineData("NORMAL", null, false, "", "NORMAL")]
    [InlineData("NORMAL", null, true, "", "NORMAL (Deprecated)")]
    [InlineData("NORMAL", null, true, "we\nb", "NORMAL (Deprecated), we\\nb")]
    [InlineData("SYNCING", 45, null, "web", "SYNCING 45%, web")]
    public void The_state_of_an_image_has_its_progress_and_family(string state, int? percent, bool? deprecated, string family, string expected) =>
        Assert.Equal(expected, TccView.StateAndFamily(new PSObject(new TccImage
        {
            State = state,
            SyncPercent = percent,
            Deprecated = deprecated,
            ImageFamily = family,
        })));

    [Theory]
    [InlineData("Missing", null, null, "150 GiB", "Missing", "150 GiB")]
    [InlineData("InSync", null, null, null, "InSync", "")]
    [InlineData("InSync", "Unchanged", null, null, "InSync", "")]
    [InlineData("Missing", "Completed", null, "150 GiB", "Completed", "150 GiB")]
    [InlineData("Surplus", "Removed", null, "version 4 of 3", "Removed", "version 4 of 3")]
    [InlineData("Missing", "Failed", "InternalError", null, "Failed", "InternalError")]
    [InlineData("Unknown", null, "InternalError", null, "Unknown", "InternalError")]
    [InlineData("Blocked", null, "QuotaFull", "no free image", "Blocked", "no free image")]
    public void A_row_of_a_plan_shows_its_state_or_its_result(
        string state, string? status, string? error, string? reason, string expectedState, string expectedReason)
    {
        var row = new PSObject(new TccReplicationRow
        {
            State = Enum.Parse<TccReplicationState>(state),
            Status = status is null ? null : Enum.Parse<TccReplicationStatus>(status),
            ErrorCode = error,
            Reason = reason,
        });

        Assert.Equal((expectedState, expectedReason), (TccView.CurrentState(row), TccView.ReasonOrError(row)));
    }

    [Fact]
    public void Tests_and_targets_of_a_run_show_the_version_they_belong_to()
    {
        var plan = new TccReplicationRow { Family = "web", Version = "web-2026", Account = "prod", Status = TccReplicationStatus.Completed };
        var test = new PSObject(new TccImageTest { Status = TccImageTestStatus.Failed, ErrorCode = "ScriptFailed", PlanRow = plan });
        var target = new PSObject(new TccImagePublication
        {
            Kind = TccPublicationKind.LaunchTemplate,
            TargetName = "blue",
            Version = 7,
            Status = TccPublicationStatus.Unchanged,
            Reason = "nothing to do",
            PlanRow = plan,
        });

        Assert.Equal(["web", "web-2026", "prod", "Failed", "Verify", "ScriptFailed"], Cells(test));
        Assert.Equal(["web", "web-2026", "prod", "Unchanged", "Publish blue", "LaunchTemplate blue: nothing to do"], Cells(target));

        static IReadOnlyList<string> Cells(PSObject row) =>
            [TccView.Family(row), TccView.Version(row), TccView.Account(row), TccView.CurrentState(row), TccView.Action(row), TccView.ReasonOrError(row)];
    }

    [Theory]
    [InlineData(ImageCopyStatus.Completed, null, false, null, "Completed")]
    [InlineData(ImageCopyStatus.Completed, null, true, null, "Completed (Reused)")]
    [InlineData(ImageCopyStatus.Copying, 7, true, null, "Copying 7% (Reused)")]
    [InlineData(ImageCopyStatus.Failed, null, false, "ImageNotFound", "Failed: ImageNotFound")]
    public void The_status_of_a_copy_has_its_progress_and_error(ImageCopyStatus status, int? percent, bool reused, string? error, string expected) =>
        Assert.Equal(expected, TccView.StatusAndError(new PSObject(new TccImageCopy
        {
            Status = status,
            SyncPercent = percent,
            Reused = reused,
            ErrorCode = error,
        })));

    [Fact]
    public void The_state_of_an_instance_has_its_address() =>
        Assert.Equal(
            "RUNNING (Reused), 10.0.0.5",
            TccView.StateAndAddress(new PSObject(new TccInstance { State = "RUNNING", Reused = true, PrivateIpAddress = "10.0.0.5" })));

    [Theory]
    [InlineData(true, "we\nb", "version 2", "we\\nb (IsDefault): version 2")]
    [InlineData(null, "web", "", "web")]
    public void The_name_of_a_use_has_its_detail(bool? isDefault, string name, string detail, string expected) =>
        Assert.Equal(expected, TccView.NameAndDetail(new PSObject(new TccImageUsage { IsDefault = isDefault, Name = name, Detail = detail })));

    [Fact]
    public void The_status_of_a_group_has_its_activity_and_instances()
    {
        var group = new PSObject(new TccAutoScalingGroup { Status = "NORMAL", InActivity = true, InstanceCount = 3, DesiredCapacity = 4 });

        Assert.Equal(("NORMAL (InActivity)", "3/4"), (TccView.StatusAndActivity(group), TccView.Instances(group)));
    }
}
