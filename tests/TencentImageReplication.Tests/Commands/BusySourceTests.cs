using System.Globalization;
using System.Management.Automation;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>Images that are already being copied, and copies that do not end.</summary>
public sealed class BusySourceTests : IDisposable
{
    private readonly CloudShell _shell = new();

    public BusySourceTests() => _shell.Run("Copy-TccCustomImage img-gweb2024 ap-beijing");

    [Fact]
    public void The_wait_shows_its_progress_and_its_limit()
    {
        var result = _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai");

        Assert.Equal(ImageCopyStatus.Requested, Assert.Single(result.Of<TccImageCopy>()).Status);
        Assert.Contains("for up to 30 min", Assert.Single(result.Warnings), StringComparison.Ordinal);
        var progress = result.Progress;
        Assert.Contains(progress, record => record.StatusDescription == "golden-web-2024 → ap-shanghai (img-gweb2024 in ap-guangzhou): 0 min 15 s of at most 30 min 0 s.");
        Assert.Contains(progress, record => record.PercentComplete is > 50 and < 100);
        Assert.Equal(ProgressRecordType.Completed, progress[^1].RecordType);
        Assert.Single(progress, record => record.RecordType == ProgressRecordType.Completed);
    }

    [Fact]
    public void Several_waits_share_one_bar()
    {
        _shell.Run("Copy-TccCustomImage img-gdb02024 ap-beijing");

        var progress = _shell.Run("Copy-TccCustomImage img-gweb2024, img-gdb02024 ap-shanghai").Progress;

        Assert.Single(progress.Select(record => record.ActivityId).Distinct());
        Assert.Contains(progress, record => record.StatusDescription.EndsWith("And 1 more.", StringComparison.Ordinal));
        Assert.Equal(ProgressRecordType.Completed, progress[^1].RecordType);
    }

    [Fact]
    public void Fail_does_not_wait()
    {
        var began = _shell.Time.Elapsed;

        var result = _shell.Run("Copy-TccCustomImage img-gweb2024, img-gdb02024 ap-shanghai -BusySource Fail");

        Assert.InRange(_shell.Time.Elapsed - began, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal("ImageNotNormal", Assert.Single(result.Errors).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(
            [("img-gdb02024", ImageCopyStatus.Requested), ("img-gweb2024", ImageCopyStatus.Failed)],
            result.Of<TccImageCopy>().Select(row => (row.SourceImageId, row.Status)).Order());
        Assert.Empty(result.Progress);
    }

    [Fact]
    public void A_copy_that_does_not_end_is_told_with_the_time_since_which_it_copies()
    {
        _shell.Cloud.Options.CopiesTo["ap-shanghai"] = new CopyLifeCycle { Ending = CopyEnding.Stuck };
        _shell.Run("Copy-TccCustomImage img-gdb02024 ap-shanghai");
        var since = _shell.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        _shell.Time.Advance(TimeSpan.FromDays(3));

        var result = _shell.Run("Copy-TccCustomImage img-gdb02024 ap-shanghai | Wait-TccImage -TimeoutSec 600");

        Assert.Contains($"has been copying since {since}", Assert.Single(result.Warnings), StringComparison.Ordinal);
        var row = Assert.Single(result.Of<TccImageCopy>());
        Assert.Equal((ImageCopyStatus.TimedOut, true), (row.Status, row.Reused));
        Assert.Contains($"SYNCING since {since}", row.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("(3 days)", row.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("may be stuck", Assert.Single(result.Errors).Advice(), StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();
}
