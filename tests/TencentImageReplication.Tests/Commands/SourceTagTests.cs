using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

/// <summary>The tag of a copy that names its source.</summary>
public sealed class SourceTagTests : IDisposable
{
    private const string Key = "ImageReplicationSource";

    private readonly CloudShell _shell = new();

    [Theory]
    [InlineData("Copy-TccCustomImage img-gweb2024 ap-shanghai", "ap-guangzhou/img-gweb2024/")]
    [InlineData("Copy-TccCustomImage img-gweb2024 -Encrypt", "ap-guangzhou/img-gweb2024/")]
    public void A_copy_is_tagged(string copy, string expected)
    {
        var result = _shell.Run(copy);

        Assert.Null(Assert.Single(result.All<TccImageCopy>()).CarryOver);
        Assert.StartsWith(expected, TagOf(Assert.Single(Copies())), StringComparison.Ordinal);
    }

    [Fact]
    public void The_copy_of_a_shared_image_is_tagged()
    {
        using var shell = new CloudShell(SimulatedWorld.Partner);

        shell.Run("Copy-TccSharedImage img-gweb2024");

        var copy = Assert.Single(shell.Cloud.Images(), image => image.CopiedFrom is not null);
        Assert.Equal(SimulatedWorld.Partner.AccountId, copy.AccountId);
        Assert.StartsWith("ap-guangzhou/img-gweb2024/", TagOf(copy), StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_names_its_source()
    {
        var result = _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai | Wait-TccImage | Out-Null; Get-TccImage -Region ap-shanghai, ap-guangzhou");

        var images = result.All<TccImage>();
        var copy = Assert.Single(images, image => image.Region == "ap-shanghai");
        var source = Assert.Single(images, image => image.ImageId == SimulatedWorld.WebImageId);
        Assert.Equal(("ap-guangzhou", source.ImageId, source.CreatedTime), (copy.SourceRegion, copy.SourceImageId, copy.SourceCreatedTime));
        Assert.Equal((null, null, null), (source.SourceRegion, source.SourceImageId, source.SourceCreatedTime));
        var texts = _shell.Run("$row = Get-TccImage -Region ap-shanghai | ConvertTo-CsvRow; $row.SourceRegion; $row.SourceImageId; $row.SourceCreatedTime").All<string>();
        Assert.Equal(["ap-guangzhou", SimulatedWorld.WebImageId, $"{source.CreatedTime}"], texts);
        Assert.Matches("^[0-9-]+T[0-9:]+Z$", texts[2]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("| ConvertTo-CsvRow")]
    [InlineData("| ConvertTo-ClixmlObject")]
    public void An_image_with_a_source_is_no_row(string saved)
    {
        _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai | Wait-TccImage");

        var waited = _shell.Run($"Get-TccImage -Region ap-shanghai {saved} | Wait-TccImage");
        Assert.Equal("ap-shanghai", Assert.Single(waited.Of<TccImage>()).Region);

        var copied = _shell.Run($"Get-TccImage -Region ap-shanghai {saved} | Copy-TccCustomImage");
        Assert.StartsWith("NoDestination,", Assert.Single(copied.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);

        var shared = _shell.Run($"Get-TccImage -Region ap-shanghai {saved} | Copy-TccSharedImage");
        Assert.Equal(Assert.Single(Copies()).ImageId, Assert.Single(shared.Of<TccImageCopy>()).SourceImageId);
        Assert.Single(Copies());
    }

    [Fact]
    public void An_encrypted_copy_that_is_encrypted_again_is_not_taken_for_a_row()
    {
        _shell.Run("Copy-TccCustomImage img-gweb2024 -Encrypt -DestinationImageName first | Wait-TccImage");
        var first = Assert.Single(Copies());

        var row = Assert.Single(_shell.Run("Get-TccImage -ImageName first | Copy-TccCustomImage -Encrypt -DestinationImageName second").Of<TccImageCopy>());

        Assert.Equal(first.ImageId, row.SourceImageId);
    }

    [Theory]
    [InlineData("$rows")]
    [InlineData("$rows | ConvertTo-CsvRow")]
    [InlineData("$rows | ConvertTo-ClixmlObject")]
    public void Without_a_source_tag_waiting_sets_none_either(string rows)
    {
        var result = _shell.Run($"$rows = @(Copy-TccCustomImage img-gweb2024 ap-shanghai -NoSourceTag -CarryOver Description); $rows; {rows} | Wait-TccImage");

        var (requested, completed) = (result.All<TccImageCopy>()[0], result.All<TccImageCopy>()[1]);
        Assert.Equal("Description, NoSourceTag", $"{requested.CarryOver}");
        Assert.Equal((ImageCopyStatus.Completed, TccCarryOver.NoSourceTag), (completed.Status, completed.CarryOver));
        Assert.Equal(0, _shell.CallsOf("TagResources"));
        Assert.Empty(Assert.Single(Copies()).Tags);
    }

    [Fact]
    public void The_choice_without_a_source_tag_alone_looks_nothing_up()
    {
        _shell.Run("$rows = Copy-TccCustomImage img-gweb2024 ap-shanghai -NoSourceTag");
        _shell.Cloud.RemoveImage(SimulatedWorld.WebImageId);

        var result = _shell.Run("$rows | Wait-TccImage");

        Assert.Empty(result.Errors);
        Assert.Equal(ImageCopyStatus.Completed, Assert.Single(result.Of<TccImageCopy>()).Status);
    }

    [Fact]
    public void A_row_that_is_copied_again_keeps_the_choice()
    {
        _shell.Run("$rows = @(Copy-TccCustomImage img-gweb2024 ap-shanghai -NoSourceTag) | ConvertTo-CsvRow");
        _shell.Cloud.RemoveImage(Assert.Single(Copies()).ImageId);

        var result = _shell.Run("$rows | Copy-TccCustomImage | Wait-TccImage");

        Assert.Equal(TccCarryOver.NoSourceTag, Assert.Single(result.Of<TccImageCopy>()).CarryOver);
        Assert.Empty(Assert.Single(Copies()).Tags);
    }

    [Theory]
    [InlineData("$rows")]
    [InlineData("$rows | ConvertTo-CsvRow")]
    [InlineData("$rows | ConvertTo-ClixmlObject")]
    public void Waiting_sets_a_missing_tag(string rows)
    {
        _shell.Cloud.Options.TagsCopiesInProgress = false;

        var result = _shell.Run($"$rows = @(Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing); {rows} | Wait-TccImage");

        Assert.Equal((0, 0), (result.Errors.Count, result.Warnings.Count));
        Assert.All(Copies(), copy => Assert.StartsWith("ap-guangzhou/img-gweb2024/", TagOf(copy), StringComparison.Ordinal));
        // The first is refused for each copy.
        Assert.Equal(2, _shell.CallsOf("TagResources"));
    }

    [Theory]
    [InlineData("-WhatIf")]
    [InlineData("-DryRun")]
    public void A_run_that_changes_nothing_tags_no_copy_that_is_there(string parameter)
    {
        var copy = _shell.AddImage("golden-web-2024", "ap-shanghai");

        var result = _shell.Run($"Copy-TccCustomImage img-gweb2024 ap-shanghai {parameter}");

        Assert.True(Assert.Single(result.All<TccImageCopy>()).Reused);
        Assert.Null(TagOf(_shell.Cloud.FindImage(copy.ImageId)!));
        _shell.Run("Copy-TccCustomImage img-gweb2024 ap-shanghai");
        Assert.NotNull(TagOf(_shell.Cloud.FindImage(copy.ImageId)!));
    }

    [Fact]
    public void A_key_that_may_not_tag_is_one_warning_for_each_command()
    {
        _shell.Cloud.UpdateAccount(SimulatedWorld.Owner with { DeniedActions = ["TagResources"] });

        var result = _shell.Run("Get-TccImage -ImageName 'golden-*' | Copy-TccCustomImage -DestinationRegion ap-shanghai, ap-beijing, ap-nanjing");

        Assert.Equal((6, 0), (result.Of<TccImageCopy>().Count, result.Errors.Count));
        Assert.StartsWith("Copies are not marked with their source: the key has no permission", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.DoesNotContain(
            _shell.Run("Get-TccImage -ImageName 'golden-*' | Copy-TccCustomImage -DestinationRegion ap-chengdu -NoSourceTag").Warnings,
            text => text.Contains("not marked", StringComparison.Ordinal));
    }

    public void Dispose() => _shell.Dispose();

    private IReadOnlyList<SimulatedImage> Copies() => [.. _shell.Cloud.Images().Where(image => image.CopiedFrom is not null)];

    private static string? TagOf(SimulatedImage image) => image.Tags.SingleOrDefault(tag => tag.Key == Key)?.Value;
}
