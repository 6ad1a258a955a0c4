using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>The properties that copies get from their source in addition to the name.</summary>
public sealed class CarryOverTests : IDisposable
{
    private const string CopyAll = "$rows = @(Copy-TccCustomImage img-gweb2024 ap-shanghai -CarryOver Description, Family, Deprecated, Sharing, Tag)";
    private const string NotCarried = "TencentImageReplication.Commands.WaitTccImageCommand";

    private readonly CloudShell _shell = new();

    [Fact]
    public void Without_CarryOver_a_copy_has_only_the_name()
    {
        _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai -NoSourceTag | Wait-TccImage");

        var copy = Copy("ap-shanghai");
        Assert.Equal(("golden-web-2024", "", "", 0, 0), (copy.ImageName, copy.Description, copy.Family, copy.Tags.Count, copy.SharedWith.Count));
        Assert.Equal(0, _shell.CallsOf("ModifyImageAttribute") + _shell.CallsOf("TagResources") + _shell.CallsOf("ModifyImageSharePermission"));
    }

    [Theory]
    [InlineData("$rows | Wait-TccImage")]
    [InlineData("$rows | ConvertTo-CsvRow | Wait-TccImage")]
    [InlineData("$rows | ConvertTo-ClixmlObject | Wait-TccImage")]
    public void A_copy_gets_the_properties_once_it_is_available_also_in_another_shell(string wait)
    {
        _shell.Cloud.UpdateImage(SimulatedWorld.WebImageId, image => image with { Deprecated = true });

        var result = _shell.Run($"{CopyAll}; $rows; {wait}");

        var rows = result.All<TccImageCopy>();
        Assert.Equal("Description, Family, Deprecated, Sharing, Tag", $"{rows[0].CarryOver}");
        Assert.Equal((ImageCopyStatus.Completed, null), (rows[1].Status, rows[1].CarryOver));
        var copy = Copy("ap-shanghai");
        Assert.Equal(("The web server", "golden-web", true), (copy.Description, copy.Family, copy.Deprecated));
        Assert.Equal(["env=prod", "team=web"], OwnTags(copy).Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
        Assert.Equal([SimulatedWorld.Partner.AccountId], copy.SharedWith);
    }

    [Fact]
    public void Only_selected_properties_are_set_and_each_step_is_logged()
    {
        var result = _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai -CarryOver Description, Tag | Wait-TccImage -Verbose");

        Assert.Equal(("The web server", "", 2, 0), Facts(Copy("ap-shanghai")));
        Assert.Contains(result.Verbose, text => text.StartsWith("Carried over Description from img-gweb2024 to img-", StringComparison.Ordinal));
        Assert.Contains(result.Verbose, text => text.StartsWith("Carried over Tag from img-gweb2024 to img-", StringComparison.Ordinal));

        static (string, string, int, int) Facts(SimulatedImage copy) => (copy.Description, copy.Family, OwnTags(copy).Count(), copy.SharedWith.Count);
    }

    [Fact]
    public void A_failed_step_is_an_error_and_can_be_retried()
    {
        _shell.Run(CopyAll);
        _shell.Cloud.Faults.Add(Clouds.Refusal("UnauthorizedOperation", "TagResources"));

        var failed = _shell.Run("$rows = $rows | Wait-TccImage; $rows");

        var row = Assert.Single(failed.Of<TccImageCopy>());
        Assert.Equal((ImageCopyStatus.Completed, TccCarryOver.Tag, null), (row.Status, row.CarryOver, row.ErrorCode));
        var error = Assert.Single(failed.Errors);
        Assert.Equal($"UnauthorizedOperation,{NotCarried}", error.FullyQualifiedErrorId);
        Assert.Same(row, error.TargetObject);
        Assert.Contains("were not set on it: Tag.", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("Wait-TccImage", error.Advice(), StringComparison.Ordinal);
        Assert.Equal("The web server", Copy("ap-shanghai").Description);

        var again = _shell.Run("$rows | ConvertTo-CsvRow | Wait-TccImage");

        Assert.Null(Assert.Single(again.All<TccImageCopy>()).CarryOver);
        Assert.Equal(2, OwnTags(Copy("ap-shanghai")).Count());
        Assert.Equal(1, _shell.CallsOf("ModifyImageAttribute"));
    }

    [Fact]
    public void A_deleted_source_is_one_error_and_the_copy_is_available()
    {
        _shell.Run(CopyAll);
        _shell.Cloud.RemoveImage(SimulatedWorld.WebImageId);

        var result = _shell.Run("$rows | Wait-TccImage");

        Assert.Equal(ImageCopyStatus.Completed, Assert.Single(result.Of<TccImageCopy>()).Status);
        Assert.Equal($"CarryOverSourceGone,{NotCarried}", Assert.Single(result.Errors).FullyQualifiedErrorId);
    }

    [Fact]
    public void Sources_and_their_shares_are_read_once_for_all_copies()
    {
        _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing, ap-nanjing, ap-chengdu -CarryOver Sharing | Wait-TccImage");

        Assert.Equal(4, _shell.CallsOf("ModifyImageSharePermission"));
        // One request for the source and one for each copy.
        Assert.Equal(5, _shell.CallsOf("DescribeImageSharePermission"));
    }

    [Fact]
    public void A_refused_account_does_not_affect_the_others_and_is_named()
    {
        _shell.Cloud.UpdateImage(SimulatedWorld.WebImageId, image => image with { SharedWith = ["999999", .. image.SharedWith] });

        var result = _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai -CarryOver Sharing | Wait-TccImage");

        var row = Assert.Single(result.Of<TccImageCopy>());
        Assert.Equal((ImageCopyStatus.Completed, TccCarryOver.Sharing), (row.Status, row.CarryOver));
        Assert.Equal([SimulatedWorld.Partner.AccountId], Copy("ap-shanghai").SharedWith);
        var error = Assert.Single(result.Errors);
        Assert.Equal($"InvalidAccountId.NotFound,{NotCarried}", error.FullyQualifiedErrorId);
        Assert.Contains("999999", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_retried_row_keeps_its_CarryOver()
    {
        _shell.Cloud.Faults.Add(Clouds.Refusal("ImageQuotaLimitExceeded", "SyncImages"));

        var result = _shell.Run($"{CopyAll} 2>$null; $rows | ConvertTo-CsvRow | Copy-TccCustomImage | Wait-TccImage");

        Assert.Equal(ImageCopyStatus.Completed, Assert.Single(result.Of<TccImageCopy>()).Status);
        Assert.Equal("golden-web", Copy("ap-shanghai").Family);
    }

    [Fact]
    public void Rows_without_it_still_bind_from_a_file() =>
        Assert.Null(Assert.Single(_shell.Run(
            "Copy-TccCustomImage img-gweb2024 ap-shanghai | ConvertTo-CsvRow | Copy-TccCustomImage").All<TccImageCopy>()).CarryOver);

    public void Dispose() => _shell.Dispose();

    // Without the mark.
    private static IEnumerable<SimulatedTag> OwnTags(SimulatedImage copy) =>
        copy.Tags.Where(tag => !tag.Key.StartsWith("ImageReplicationSource", StringComparison.Ordinal));

    private SimulatedImage Copy(string region) => Assert.Single(_shell.Cloud.Images(SimulatedWorld.Owner.AccountId), image => image.Region == region);
}
