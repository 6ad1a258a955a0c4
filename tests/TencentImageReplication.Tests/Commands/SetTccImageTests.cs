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
    [InlineData("Set-TccImage img-gweb2024", "NothingToSet")]
    [InlineData("Set-TccImage -Deprecated", "NoImageId")]
    public void Missing_arguments_are_errors(string script, string errorId) =>
        Assert.StartsWith(errorId + ",", Assert.Single(_shell.Run(script).Errors).FullyQualifiedErrorId, StringComparison.Ordinal);

    public void Dispose() => _shell.Dispose();
}
