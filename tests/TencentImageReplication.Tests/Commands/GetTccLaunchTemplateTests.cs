using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Simulator;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class GetTccLaunchTemplateTests : IDisposable
{
    private readonly CloudShell _shell = new();
    private readonly string _web;

    public GetTccLaunchTemplateTests()
    {
        _web = _shell.Cloud.AddTemplate("web", SimulatedWorld.Region, first: 30, SimulatedWorld.WebImageId, SimulatedWorld.DatabaseImageId).LaunchTemplateId;
        _shell.Cloud.AddTemplate("db", SimulatedWorld.DatabaseImageId);
        _shell.Cloud.AddTemplate("web", "ap-shanghai", first: 1, "img-eb30mz89");
        _shell.Set("web", _web);
    }

    [Fact]
    public void A_launch_template_has_the_image_of_its_default_version()
    {
        var template = Assert.Single(_shell.Run("Get-TccLaunchTemplate -LaunchTemplateName web").All<TccLaunchTemplate>());

        Assert.Equal(
            (_web, "web", "ap-guangzhou", 31, SimulatedWorld.DatabaseImageId, "S5.MEDIUM4", 31, 2),
            (template.LaunchTemplateId, template.LaunchTemplateName, template.Region, template.DefaultVersion!.Value, template.ImageId, template.InstanceType, template.LatestVersion!.Value, template.VersionCount!.Value));
        Assert.Equal((DateTimeOffset)_shell.Time.GetUtcNow(), template.CreatedTime!.Value.ToDateTimeOffset());
        Assert.Equal(1, _shell.CallsOf("DescribeLaunchTemplateVersions"));
    }

    [Theory]
    [InlineData("Get-TccLaunchTemplate", "db, web")]
    [InlineData("Get-TccLaunchTemplate -Region ap-guangzhou, ap-shanghai -LaunchTemplateName w*", "web, web")]
    [InlineData("Get-TccLaunchTemplate $web", "web")]
    [InlineData("$web, '' | Get-TccLaunchTemplate", "web")]
    [InlineData("Get-TccLaunchTemplate -LaunchTemplateName web, d* | ConvertTo-CsvRow | Get-TccLaunchTemplate", "db, web")]
    [InlineData("Get-TccLaunchTemplate -LaunchTemplateName web | Get-TccLaunchTemplate", "web")]
    [InlineData("Get-TccLaunchTemplate -LaunchTemplateName x*", "")]
    [InlineData("$null | Get-TccLaunchTemplate", "")]
    public void Launch_templates_are_found_by_id_and_name(string script, string expected) => Assert.Equal(
        expected, string.Join(", ", _shell.Run(script).All<TccLaunchTemplate>().Select(template => template.LaunchTemplateName).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("Get-TccLaunchTemplate lt-unknown1", "LaunchTemplateNotFound", "There is no launch template lt-unknown1 in ap-guangzhou.")]
    [InlineData("Get-TccLaunchTemplate -LaunchTemplateName we -Region ap-guangzhou, ap-beijing", "LaunchTemplateNotFound", "There is no launch template named 'we' in ap-guangzhou, ap-beijing.")]
    [InlineData("Get-TccLaunchTemplate -LaunchTemplateName ''", "EmptyFilter", "The value of -LaunchTemplateName is empty.")]
    public void A_value_that_finds_nothing_is_an_error(string script, string id, string message)
    {
        var error = Assert.Single(_shell.Run(script).Errors);

        Assert.StartsWith(id, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(message, error.Exception.Message);
    }

    [Fact]
    public void A_region_that_fails_does_not_stop_the_others()
    {
        _shell.Cloud.Faults.Add(Clouds.Refusal("UnauthorizedOperation", "DescribeLaunchTemplateVersions", "ap-guangzhou", times: 100));

        var result = _shell.Run("Get-TccLaunchTemplate -LaunchTemplateName web -Region ap-guangzhou, ap-shanghai");

        Assert.Equal("ap-shanghai", Assert.Single(result.Of<TccLaunchTemplate>()).Region);
        Assert.Equal("ap-guangzhou", Assert.Single(result.Errors).TargetObject);
    }

    [Theory]
    [InlineData("Get-TccLaunchTemplate -LaunchTemplateName ", "db, web")]
    [InlineData("Get-TccLaunchTemplate -Region ap-shanghai -LaunchTemplateName w", "web")]
    public void Names_are_completed(string typed, string expected) =>
        Assert.Equal(expected, string.Join(", ", _shell.Complete(typed).Select(match => match.CompletionText).Order(StringComparer.Ordinal)));

    [Fact]
    public void Ids_are_completed_by_name()
    {
        var match = Assert.Single(_shell.Complete("Get-TccLaunchTemplate web"));

        Assert.Equal((_web, $"web ({_web}, version 31, ap-guangzhou)"), (match.CompletionText, match.ToolTip));
    }

    public void Dispose() => _shell.Dispose();
}
