using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class SetTccImageTests : IDisposable
{
    private const string Web = SimulatedWorld.WebImageId;
    private const string Database = SimulatedWorld.DatabaseImageId;
    private readonly CloudShell _shell = new();

    public SetTccImageTests() => _shell.Cloud.Options.SharedOutImagesCanBeModified = true;

    private SimulatedImage Image(string imageId) => _shell.Cloud.FindImage(imageId)!;

    [Fact]
    public void Only_specified_properties_are_set()
    {
        var image = Assert.Single(_shell.Run($"Set-TccImage {Web} -ImageName golden-web-old -Description 'do not use' -ImageFamily '' -Deprecated -PassThru").All<TccImage>());

        Assert.Equal(("golden-web-old", "do not use", "", true), (image.ImageName, image.Description, image.ImageFamily, image.Deprecated));
        Assert.Equal(("golden-web-old", "do not use", "", true), (Image(Web).ImageName, Image(Web).Description, Image(Web).Family, Image(Web).Deprecated));

        Assert.Empty(_shell.Run($"'{Web}' | Set-TccImage -Deprecated:$false -Description ''").All<TccImage>());

        Assert.Equal(("golden-web-old", "", false), (Image(Web).ImageName, Image(Web).Description, Image(Web).Deprecated));
    }

    [Theory]
    [InlineData("Get-TccImage -ImageName golden-*")]
    [InlineData("Get-TccImage -ImageName golden-* | ConvertTo-CsvRow")]
    [InlineData("Get-TccImage -ImageName golden-* | ConvertTo-ClixmlObject")]
    public void Images_come_from_the_pipeline(string images)
    {
        Assert.Equal(2, _shell.Run($"{images} | Set-TccImage -Deprecated -PassThru").All<TccImage>().Count);

        Assert.True(Image(Web).Deprecated && Image(Database).Deprecated);
    }

    [Fact]
    public void An_old_list_that_is_piped_in_to_mark_its_images_does_not_rename_them()
    {
        _shell.Run($"$old = Get-TccImage {Web} | ConvertTo-CsvRow; Set-TccImage {Web} -ImageName renamed -Description new");

        _shell.Run("$old | Set-TccImage -Deprecated");

        Assert.Equal(("renamed", "new", true), (Image(Web).ImageName, Image(Web).Description, Image(Web).Deprecated));
    }

    [Fact]
    public void Empty_columns_of_a_file_are_not_set()
    {
        _shell.Run(
            $"""
            [pscustomobject]@{'{'} ImageId = '{Web}'; ImageName = 'web-new'; Description = '' {'}'}, [pscustomobject]@{'{'} ImageId = '{Database}'; ImageName = ''; Description = 'db' {'}'} |
                Set-TccImage
            """);

        Assert.Equal(("web-new", "The web server"), (Image(Web).ImageName, Image(Web).Description));
        Assert.Equal(("golden-db-2024", "db"), (Image(Database).ImageName, Image(Database).Description));
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData(" TRUE ", true)]
    [InlineData("", true)]
    public void An_edited_Deprecated_column_is_set(string text, bool expected)
    {
        _shell.Run($"Set-TccImage {Web} -Deprecated; $rows = @(Get-TccImage {Web} | ConvertTo-CsvRow); $rows[0].Deprecated = '{text}'; $rows[0].Description = 'edited'");

        Assert.Empty(_shell.Run("$rows | Set-TccImage").Errors);

        Assert.Equal((expected, "edited"), (Image(Web).Deprecated, Image(Web).Description));
    }

    [Fact]
    public void A_Deprecated_column_is_not_set_beside_parameters_and_an_invalid_one_is_an_error()
    {
        _shell.Run($"Set-TccImage {Web} -Deprecated; $rows = @(Get-TccImage -ImageName golden-* | ConvertTo-CsvRow); $rows[0].Deprecated = 'perhaps'; $rows[1].Deprecated = 'True'");

        Assert.Empty(_shell.Run("$rows | Set-TccImage -Tag owner=ops").Errors);
        var error = Assert.Single(_shell.Run("$rows | Set-TccImage").Errors);

        Assert.StartsWith("ValueNotRead,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("'perhaps'", error.ToString(), StringComparison.Ordinal);
        Assert.True(Image(Web).Deprecated && Image(Database).Deprecated != (error.TargetObject as string == Database));
    }

    [Fact]
    public void Columns_of_an_array_that_is_an_argument_are_set_as_piped()
    {
        _shell.Run($"$rows = @(Get-TccImage -ImageName golden-* | ConvertTo-CsvRow); $rows | ForEach-Object {'{'} $_.Description = 'edited' {'}'}; Set-TccImage -InputObject $rows");

        Assert.Equal(("edited", "edited"), (Image(Web).Description, Image(Database).Description));
    }

    [Fact]
    public void A_script_block_name_can_be_combined_with_other_parameters()
    {
        _shell.Run("Get-TccImage -ImageName golden-* | Set-TccImage -ImageName { $_.ImageName + '-old' } -Deprecated");

        Assert.Equal(("golden-web-2024-old", "golden-db-2024-old", true), (Image(Web).ImageName, Image(Database).ImageName, Image(Web).Deprecated));
    }

    [Fact]
    public void Unchanged_values_are_not_sent()
    {
        var result = _shell.Run($"Set-TccImage {Web} -ImageName golden-web-2024 -Description 'The web server' -Deprecated:$false -PassThru -Verbose");

        Assert.Single(result.All<TccImage>());
        Assert.Contains(result.Verbose, text => text.Contains("No changes needed", StringComparison.Ordinal));
        Assert.Equal(0, _shell.CallsOf("ModifyImageAttribute"));
    }

    [Fact]
    public void An_image_that_cannot_be_changed_does_not_stop_the_others()
    {
        var result = _shell.Run($"'img-unknown1', '{_shell.Cloud.PublicImages[0].ImageId}', '{SimulatedWorld.CreatingImageId}', '{Web}' | Set-TccImage -Description x");

        Assert.Equal("x", Image(Web).Description);
        Assert.Equal(
            ["ImageNotFound", "ImageNotOwn", "InvalidImageId.IncorrectState"],
            result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
    }

    [Fact]
    public void A_name_that_another_image_has_is_refused_with_advice()
    {
        var error = Assert.Single(_shell.Run($"Set-TccImage {Web} -ImageName golden-db-2024").Errors);

        Assert.StartsWith("InvalidImageName.Duplicate,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("another name", error.Advice(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_response_is_no_error()
    {
        _shell.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "ModifyImageAttribute" });

        Assert.Equal("new", Assert.Single(_shell.Run($"Set-TccImage {Web} -ImageName new -PassThru").All<TccImage>()).ImageName);
    }

    [Fact]
    public void WhatIf_names_the_changes()
    {
        _shell.Run($"Set-TccImage {Web} -ImageName new -Deprecated -Description 'The web server' -WhatIf");

        var line = Assert.Single(_shell.Host.Lines);
        Assert.Contains("Change img-gweb2024 ('golden-web-2024') in ap-guangzhou: name 'new', marked as deprecated", line, StringComparison.Ordinal);
        Assert.Equal(0, _shell.CallsOf("ModifyImageAttribute"));
    }

    [Theory]
    [InlineData("@{ env = 'test'; owner = 'ops' }")]
    [InlineData("'env=test', 'owner=ops'")]
    [InlineData("'env=test; owner=ops'")]
    public void Tags_are_added_or_changed_and_others_stay(string tags)
    {
        var image = Assert.Single(_shell.Run($"Get-TccImage {Web} | Set-TccImage -Tag {tags} -PassThru").All<TccImage>());

        Assert.Equal("env=test; owner=ops; team=web", image.Tags.ToString());
        Assert.Equal("env=test; owner=ops; team=web", Assert.Single(_shell.Run($"Get-TccImage {Web}").All<TccImage>()).Tags.ToString());
        Assert.Equal(0, _shell.CallsOf("ModifyImageAttribute"));
        Assert.Equal("golden-web-2024", Image(Web).ImageName);
    }

    [Fact]
    public void Tags_and_attributes_are_set_together_and_only_tags_that_differ_are_sent()
    {
        _shell.Run($"Set-TccImage {Web} -Description new -Tag @{'{'} env = 'prod'; owner = 'ops' {'}'} -WhatIf");
        Assert.Contains("description 'new', tag 'owner=ops'", Assert.Single(_shell.Host.Lines), StringComparison.Ordinal);
        Assert.Equal(0, _shell.CallsOf("TagResources"));

        Assert.Empty(_shell.Run($"Set-TccImage {Web} -Description new -Tag owner=ops").Errors);
        Assert.Empty(_shell.Run($"Set-TccImage {Web} -Description new -Tag owner=ops").Errors);

        Assert.Equal("new", Image(Web).Description);
        Assert.Contains(new SimulatedTag("owner", "ops"), Image(Web).Tags);
        Assert.Equal((1, 1), (_shell.CallsOf("ModifyImageAttribute"), _shell.CallsOf("TagResources")));
    }

    [Fact]
    public void The_mark_of_a_copy_stays()
    {
        _shell.Run($"$copy = Copy-TccCustomImage {Web} ap-shanghai | Wait-TccImage");

        var image = Assert.Single(_shell.Run("$copy | Set-TccImage -Tag env=test -PassThru").All<TccImage>());

        Assert.Equal(Web, image.SourceImageId);
        Assert.Equal(Web, Assert.Single(_shell.Run("$copy | Get-TccImage").All<TccImage>()).SourceImageId);
    }

    [Theory]
    [InlineData("ImageReplicationSource=x", "TagIsMark", "ImageReplicationSource")]
    [InlineData("ImageReplicationSource.2=x", "TagIsMark", "ImageReplicationSource.2")]
    [InlineData("qcs:x=y", "TagReserved", "qcs:x")]
    [InlineData("env", "TagWithoutValue", "env")]
    public void Tags_that_cannot_be_set_end_the_command(string tag, string errorId, string key)
    {
        var error = Assert.Single(_shell.Run($"'{Web}', '{Database}' | Set-TccImage -Tag '{tag}' -Deprecated").Errors);

        Assert.StartsWith(errorId + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"'{key}'", error.ToString(), StringComparison.Ordinal);
        Assert.False(Image(Web).Deprecated);
    }

    [Fact]
    public void Refused_tags_are_an_error_of_the_image()
    {
        _shell.Cloud.Faults.Add(Clouds.Refusal("LimitExceeded.ResourceAttachedTags", "TagResources"));

        var result = _shell.Run($"'{Web}', '{Database}' | Set-TccImage -Tag owner=ops -PassThru");

        Assert.StartsWith("LimitExceeded.ResourceAttachedTags,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(result.Of<TccImage>());
    }

    [Theory]
    [InlineData("Set-TccImage img-gweb2024", "NothingToSet")]
    [InlineData("Set-TccImage img-gweb2024 -Tag @{}", "NothingToSet")]
    [InlineData("Set-TccImage -Deprecated", "NoImageId")]
    public void Missing_arguments_are_errors(string script, string errorId) =>
        Assert.StartsWith(errorId + ",", Assert.Single(_shell.Run(script).Errors).FullyQualifiedErrorId, StringComparison.Ordinal);

    public void Dispose() => _shell.Dispose();
}
