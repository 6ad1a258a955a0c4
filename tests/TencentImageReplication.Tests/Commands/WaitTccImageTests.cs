using System.Management.Automation;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class WaitTccImageTests : IDisposable
{
    private const string Wait = "TencentImageReplication.Commands.WaitTccImageCommand";
    private const string Copy = "$rows = @(Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing)";

    private readonly CloudShell _shell = new();

    [Theory]
    [InlineData("$rows | Wait-TccImage")]
    [InlineData("$rows | ConvertTo-CsvRow | Wait-TccImage")]
    [InlineData("$rows | ConvertTo-ClixmlObject | Wait-TccImage")]
    [InlineData("Wait-TccImage -InputObject $rows[0]; $rows[1] | Wait-TccImage")]
    public void Rows_are_emitted_completed_with_all_values(string script)
    {
        var result = _shell.Run($"{Copy}; {script}");

        var rows = result.All<TccImageCopy>();
        Assert.Equal(["ap-beijing", "ap-shanghai"], rows.Select(row => row.Region).Order(StringComparer.Ordinal));
        Assert.All(rows, row =>
        {
            Assert.Equal((ImageCopyStatus.Completed, "golden-web-2024", 50), (row.Status, row.ImageName, row.SizeGB));
            Assert.Equal(("img-gweb2024", "ap-guangzhou", false), (row.SourceImageId, row.SourceRegion, row.Reused));
            Assert.Equal(_shell.Cloud.FindImage(row.ImageId!)!.Region, row.Region);
            Assert.InRange(row.Duration!.Value, CloudShell.CopyDuration, CloudShell.CopyDuration + TimeSpan.FromMinutes(1));
            Assert.Equal(row.RequestedAt + row.Duration, row.CompletedAt);
            Assert.EndsWith("Z", $"{row.CompletedAt}", StringComparison.Ordinal);
            Assert.NotEmpty(row.RequestId!);
            Assert.Null(row.ErrorCode);
            Assert.Null(row.SyncPercent);
        });
    }

    [Fact]
    public void Each_row_is_emitted_when_its_copy_is_available()
    {
        Takes("ap-beijing", 5);
        Takes("ap-shanghai", 15);

        var result = _shell.Run($"{Copy}; $rows | Wait-TccImage | ForEach-Object {{ $_.Region; $clock.GetUtcNow().UtcDateTime - $_.CompletedAt }}");

        Assert.Equal(["ap-beijing", "ap-shanghai"], result.Output.Select(item => item.BaseObject).OfType<string>());
        Assert.All(result.Output.Select(item => item.BaseObject).OfType<TimeSpan>(), delay => Assert.InRange(delay, TimeSpan.Zero, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void A_failed_row_is_emitted_unchanged_without_a_second_error()
    {
        var result = _shell.Run("$failed = Copy-TccCustomImage img-unknown1 ap-shanghai 2>$null; $failed | Wait-TccImage; $failed | ConvertTo-CsvRow | Wait-TccImage");

        var rows = result.All<TccImageCopy>();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(
            ("img-unknown1", "ap-shanghai", ImageCopyStatus.Failed, "ImageNotFound"), (row.SourceImageId, row.Region, row.Status, row.ErrorCode)));
    }

    [Fact]
    public void A_row_that_times_out_is_an_error_and_can_be_resumed()
    {
        Takes("ap-beijing", 5);

        var result = _shell.Run($"{Copy}; $rows | Wait-TccImage -TimeoutSec 600 -OutVariable first; $first | Wait-TccImage");

        var rows = result.Of<TccImageCopy>();
        Assert.Equal(
            [("ap-beijing", ImageCopyStatus.Completed), ("ap-shanghai", ImageCopyStatus.TimedOut)],
            rows.Take(2).Select(row => (row.Region, row.Status)));
        Assert.Equal("WaitTimedOut", rows[1].ErrorCode);
        Assert.NotEmpty(rows[1].ErrorMessage!);
        Assert.Null(rows[1].CompletedAt);
        Assert.All(rows.Skip(2), row => Assert.Equal((ImageCopyStatus.Completed, null, null), (row.Status, row.ErrorCode, row.ErrorMessage)));

        AssertError(result, "WaitTimedOut", ErrorCategory.OperationTimeout, rows[1], $"Wait-TccImage -ImageId {rows[1].ImageId} -Region ap-shanghai");
        Assert.IsAssignableFrom<TimeoutException>(result.Errors[0].Exception);
    }

    [Fact]
    public void A_failed_copy_ends_its_row_immediately_and_the_others_continue()
    {
        _shell.Cloud.Options.CopiesTo["ap-shanghai"] = new CopyLifeCycle { Ending = CopyEnding.CreateFailed };

        var result = _shell.Run($"{Copy}; $rows | Wait-TccImage");

        var rows = result.Of<TccImageCopy>();
        Assert.Equal([("ap-shanghai", ImageCopyStatus.Failed), ("ap-beijing", ImageCopyStatus.Completed)], rows.Select(row => (row.Region, row.Status)));
        Assert.Equal("CREATEFAILED", rows[0].ErrorCode);
        AssertError(result, "CREATEFAILED", ErrorCategory.InvalidResult, rows[0], "pipe the row into");
    }

    [Fact]
    public void A_deleted_copy_ends_its_row()
    {
        _shell.Cloud.Options.CopiesTo["ap-shanghai"] = new CopyLifeCycle { Ending = CopyEnding.Disappears };

        var result = _shell.Run($"{Copy}; $rows | Wait-TccImage");

        var rows = result.Of<TccImageCopy>();
        Assert.Equal([("ap-shanghai", ImageCopyStatus.Failed), ("ap-beijing", ImageCopyStatus.Completed)], rows.Select(row => (row.Region, row.Status)));
        AssertError(result, "ImageVanished", ErrorCategory.InvalidResult, rows[0], "pipe the row into");
    }

    [Fact]
    public void A_region_that_keeps_refusing_has_rows_of_unknown_status_which_can_be_resumed()
    {
        _shell.Run(Copy);
        _shell.Cloud.Faults.Add(Clouds.Refusal("UnauthorizedOperation", "DescribeImages", "ap-shanghai", 100));

        var result = _shell.Run("$rows | Wait-TccImage -OutVariable ended");

        var rows = result.Of<TccImageCopy>();
        Assert.Equal([("ap-shanghai", ImageCopyStatus.Unknown), ("ap-beijing", ImageCopyStatus.Completed)], rows.Select(row => (row.Region, row.Status)));
        Assert.Equal("UnauthorizedOperation", rows[0].ErrorCode);
        AssertError(result, "UnauthorizedOperation", ErrorCategory.PermissionDenied, rows[0], "CAM");
        Assert.Contains("To resume waiting, pipe the row into Wait-TccImage", result.Errors[0].Advice(), StringComparison.Ordinal);
        Assert.IsType<TccException>(result.Errors[0].Exception);

        _shell.Cloud.Faults.Clear();
        var resumed = Assert.Single(_shell.Run(
            "$ended | ConvertTo-CsvRow | Where-Object Status -in TimedOut, Unknown | Wait-TccImage").All<TccImageCopy>());
        Assert.Equal(("ap-shanghai", ImageCopyStatus.Completed, null), (resumed.Region, resumed.Status, resumed.ErrorCode));
    }

    [Fact]
    public void A_key_that_is_refused_once_does_not_end_the_wait()
    {
        _shell.Run(Copy);
        _shell.Cloud.Faults.Add(Clouds.Refusal("AuthFailure.TokenFailure", "DescribeImages", times: 3));

        Assert.All(_shell.Run("$rows | Wait-TccImage").All<TccImageCopy>(), row => Assert.Equal(ImageCopyStatus.Completed, row.Status));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void A_wall_clock_that_is_set_during_the_wait_changes_neither_outcome_nor_duration(int hours)
    {
        var wall = new SkewedTime(_shell.Time, TimeSpan.Zero);
        var context = new TccContext(Clouds.Connect(_shell.Cloud).Connection, wall, new VirtualThreads(_shell.Time))
        {
            Region = "ap-guangzhou",
            Simulated = true,
        };
        _shell.Set("context", context);
        _shell.Run(Copy);
        using var timer = _shell.Time.CreateTimer(
            _ => wall.Skew = TimeSpan.FromHours(hours), null, TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan);

        var rows = _shell.Run("$rows | Wait-TccImage -Context $context -TimeoutSec 3000").All<TccImageCopy>();

        Assert.Equal(TimeSpan.FromHours(hours), wall.Skew);
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(ImageCopyStatus.Completed, row.Status));
        Assert.All(rows, row => Assert.InRange(row.Duration!.Value, CloudShell.CopyDuration, CloudShell.CopyDuration + TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void TimeoutSec_holds_while_the_service_throttles()
    {
        _shell.Run(Copy);
        _shell.Cloud.Faults.Add(new FaultRule(FaultKind.Throttled) { Action = "DescribeImages", Times = int.MaxValue });
        var before = _shell.Time.Elapsed;

        var result = _shell.Run("$rows | Wait-TccImage -TimeoutSec 60");

        Assert.All(result.Of<TccImageCopy>(), row => Assert.Equal((ImageCopyStatus.TimedOut, "WaitTimedOut"), (row.Status, row.ErrorCode)));
        Assert.InRange(_shell.Time.Elapsed - before, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(75));
    }

    [Fact]
    public void A_network_that_is_down_for_a_while_is_waited_out()
    {
        _shell.Run(Copy);
        _shell.Cloud.Faults.Add(new FaultRule(FaultKind.ConnectionRefused) { Action = "DescribeImages", Region = "ap-shanghai", Times = 30 });

        Assert.All(_shell.Run("$rows | Wait-TccImage").All<TccImageCopy>(), row => Assert.Equal(ImageCopyStatus.Completed, row.Status));
    }

    [Theory]
    [InlineData("'img-gweb2024', 'img-gdb02024' | Wait-TccImage")]
    [InlineData("Wait-TccImage img-gweb2024, img-gdb02024 -Region ap-guangzhou")]
    [InlineData("Get-TccImage -ImageName golden-* | Wait-TccImage")]
    [InlineData("Get-TccImage -ImageName golden-* | ConvertTo-CsvRow | Wait-TccImage")]
    [InlineData("Get-TccImage -ImageName golden-* | ConvertTo-ClixmlObject | Wait-TccImage")]
    [InlineData("'img-gweb2024', 'img-gdb02024' | ForEach-Object { [pscustomobject]@{ ImageId = $_; Region = '' } } | Wait-TccImage")]
    public void Images_are_emitted_with_their_current_state(string script)
    {
        _shell.Run("$null = Copy-TccCustomImage img-gweb2024 ap-shanghai");

        var images = _shell.Run(script).All<TccImage>();

        Assert.Equal(["golden-db-2024", "golden-web-2024"], images.Select(image => image.ImageName));
        Assert.All(images, image => Assert.Equal(("NORMAL", "ap-guangzhou"), (image.State, image.Region)));
    }

    [Fact]
    public void Image_IDs_are_waited_for_in_the_specified_region()
    {
        _shell.Run(Copy);

        var image = Assert.Single(_shell.Run("Wait-TccImage $rows[0].ImageId -Region $rows[0].Region").All<TccImage>());

        Assert.Equal("NORMAL", image.State);
    }

    [Fact]
    public void A_missing_image_is_an_error_and_the_others_continue()
    {
        var result = _shell.Run("'img-unknown1', $null, 'img-gweb2024' | Wait-TccImage");

        Assert.Equal("img-gweb2024", Assert.Single(result.Of<TccImage>()).ImageId);
        Assert.Equal(["NoImageId", "ImageVanished"], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal("img-unknown1", result.Errors[1].TargetObject);
        Assert.Contains("There is no image img-unknown1 in ap-guangzhou", result.Errors[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_in_creation_times_out_with_its_state()
    {
        var result = _shell.Run("Wait-TccImage img-building -TimeoutSec 60");

        var image = Assert.Single(result.Of<TccImage>());
        Assert.Equal("CREATING", image.State);
        AssertError(result, "WaitTimedOut", ErrorCategory.OperationTimeout, image, "Wait-TccImage -ImageId img-building -Region ap-guangzhou");
    }

    [Theory]
    [InlineData("Reused", "perhaps")]
    [InlineData("Duration", "20:03.1 min")]
    [InlineData("SizeGB", "fifty")]
    [InlineData("Region", "")]
    public void An_edited_row_can_be_waited_for(string column, string value)
    {
        _shell.Run($"{Copy}; $saved = @($rows | ConvertTo-CsvRow); $saved[0].{column} = '{value}'");

        // A missing region is the default region, or the specified one.
        var rows = _shell.Run("$saved[0] | Wait-TccImage -Region $rows[0].Region; $saved[1] | Wait-TccImage").All<TccImageCopy>();

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(ImageCopyStatus.Completed, row.Status));
    }

    [Theory]
    [InlineData("RequestedAt", "the day before yesterday")]
    [InlineData("RequestedAt", "05/03/2026 14:07:09")]
    [InlineData("CompletedAt", "05/03/2026 14:07:09")]
    public void A_time_that_cannot_be_told_is_an_error_that_names_the_row_and_the_copy_is_waited_for(string column, string value)
    {
        var result = _shell.Run($"{Copy}; $saved = @($rows | ConvertTo-CsvRow); $saved[0].{column} = '{value}'; $saved | Wait-TccImage");

        Assert.Equal([ImageCopyStatus.Completed, ImageCopyStatus.Completed], result.Of<TccImageCopy>().Select(row => row.Status));
        var error = Assert.Single(result.Errors);
        Assert.Equal($"TimeNotRead,{Wait}", error.FullyQualifiedErrorId);
        var row = Assert.IsType<TccImageCopy>(error.TargetObject);
        Assert.All([row.ImageId!, row.Region, column, value, "2026-11-29T08:30:00Z"], part => Assert.Contains(part, error.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Status", "Finished")]
    [InlineData("CarryOver", "Tags")]
    [InlineData("CarryOver", "Description;Tags")]
    [InlineData("CarryOver", "Descriptions")]
    [InlineData("CarryOver", "4096")]
    public void A_word_that_is_not_valid_is_an_error_that_names_it_and_the_copy_is_waited_for(string column, string value)
    {
        var result = _shell.Run($"{Copy}; $saved = @($rows | ConvertTo-CsvRow); $saved[0].{column} = '{value}'; $saved | Wait-TccImage");

        Assert.Equal([ImageCopyStatus.Completed, ImageCopyStatus.Completed], result.Of<TccImageCopy>().Select(row => row.Status));
        var error = Assert.Single(result.Errors);
        Assert.Equal($"ValueNotRead,{Wait}", error.FullyQualifiedErrorId);
        Assert.Contains($"'{value}'", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(column == "Status" ? "Completed" : "Description", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Description; Tag")]
    [InlineData("description,TAG")]
    public void Several_words_may_be_separated_as_in_a_spreadsheet(string value)
    {
        _shell.Run($"{Copy}; $saved = @($rows | ConvertTo-CsvRow); $saved[0].CarryOver = '{value}'");

        Assert.Equal(2, _shell.Run("$saved | Wait-TccImage").All<TccImageCopy>().Count);
    }

    [Theory]
    [InlineData("25/03/2026 14:07:09")]
    [InlineData("3/25/2026 2:07:09 PM")]
    [InlineData("25.03.2026 14:07:09")]
    [InlineData("2026/3/25 14:07:09")]
    [InlineData("25/3/2569 14:07:09")]
    [InlineData("2026-03-25T22:07:09+08:00")]
    public void A_time_of_a_file_of_an_older_version_is_read_in_UTC(string text)
    {
        _shell.Run($"{Copy}; $saved = @($rows | ConvertTo-CsvRow); $saved[0].RequestedAt = '{text}'");

        var row = Assert.Single(_shell.Run("$saved[0] | Wait-TccImage").All<TccImageCopy>());

        Assert.Equal("2026-03-25T14:07:09Z", $"{row.RequestedAt}");
    }

    [Fact]
    public void A_row_comes_back_from_what_JSON_makes_of_it()
    {
        _shell.Run($"{Copy}; $json = $rows | ForEach-Object {{ [pscustomobject]@{{ SourceImageId = $_.SourceImageId; SourceRegion = $_.SourceRegion; ImageId = $_.ImageId; Region = $_.Region; Status = \"$($_.Status)\"; RequestedAt = [pscustomobject]@{{ Utc = $_.RequestedAt.Utc }}; Duration = [pscustomobject]@{{ Ticks = 600000000L; Days = 0 }} }} }}");

        var rows = _shell.Run("$json | Wait-TccImage").All<TccImageCopy>();

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(row.RequestedAt + row.Duration, row.CompletedAt));
    }

    [Theory]
    [InlineData("Region", "Shanghai", "$saved | Wait-TccImage")]
    [InlineData("Region", "Shanghai", "$saved | Wait-TccImage -Region ap-shanghai")]
    [InlineData("ImageId", "the copy", "$saved | Wait-TccImage")]
    public void A_saved_row_without_image_or_region_is_an_error_and_the_others_continue(string column, string value, string script)
    {
        var result = _shell.Run($"{Copy}; $saved = @($rows | ConvertTo-CsvRow); $saved[0].{column} = '{value}'; {script}");

        Assert.Equal(ImageCopyStatus.Completed, Assert.Single(result.Of<TccImageCopy>()).Status);
        Assert.Contains(value, Assert.Single(result.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void PollIntervalSec_sets_the_pause()
    {
        _shell.Run($"{Copy}; $rows | Wait-TccImage -PollIntervalSec 120");

        Assert.InRange(_shell.Cloud.Calls.Count(call => call is { Action: "DescribeImages", Region: "ap-shanghai" }), 10, 13);
    }

    [Fact]
    public void Progress_shows_all_and_each_and_ends()
    {
        var progress = _shell.Run($"{Copy}; $rows | Wait-TccImage").Progress;

        var parents = progress.Where(record => record.ParentActivityId < 0).ToArray();
        var parent = Assert.Single(parents.Select(record => record.ActivityId).Distinct());
        Assert.Contains(parents, record => record.StatusDescription.StartsWith("0 of 2 done, about ", StringComparison.Ordinal));
        Assert.Contains(parents, record => record.SecondsRemaining > 0);
        Assert.Equal(ProgressRecordType.Completed, parents[^1].RecordType);
        Assert.Same(parents[^1], progress[^1]);

        var children = progress.Except(parents).ToArray();
        Assert.All(children, record => Assert.Equal(parent, record.ParentActivityId));
        Assert.Contains(children, record => record.Activity.StartsWith("golden-web-2024 → ap-shanghai (img-", StringComparison.Ordinal) && record.PercentComplete is > 0 and < 100);
        Assert.All(children.GroupBy(record => record.ActivityId), child => Assert.Equal(ProgressRecordType.Completed, child.Last().RecordType));
    }

    [Fact]
    public void Without_input_there_is_no_request() => Assert.Empty(_shell.Run("@() | Wait-TccImage").Output);

    private void Takes(string region, int minutes) =>
        _shell.Cloud.Options.CopiesTo[region] = new CopyLifeCycle { Duration = TimeSpan.FromMinutes(minutes) };

    private static void AssertError(ShellResult result, string id, ErrorCategory category, object target, string advice)
    {
        var error = Assert.Single(result.Errors);
        Assert.Equal($"{id},{Wait}", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(target, error.TargetObject is PSObject wrapped ? wrapped.BaseObject : error.TargetObject);
        Assert.Contains(advice, error.Advice(), StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();
}
