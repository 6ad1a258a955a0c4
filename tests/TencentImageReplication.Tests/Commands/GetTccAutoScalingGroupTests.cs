using TencentImageReplication.Core.Tests.Support;
using TencentImageReplication.Simulator;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class GetTccAutoScalingGroupTests : IDisposable
{
    private readonly CloudShell _shell = new();
    private readonly string _blue;

    public GetTccAutoScalingGroupTests()
    {
        var web = _shell.Cloud.AddConfiguration("web", SimulatedWorld.WebImageId, "golden-web");
        _blue = _shell.Cloud.AddGroup("web-blue", web).AutoScalingGroupId;
        _shell.Cloud.AddGroup("web-green", web);
        _shell.Cloud.AddGroup("db", _shell.Cloud.AddConfiguration("db", "img-eb30mz89", region: "ap-shanghai"));
        _shell.Set("blue", _blue);
        _shell.Set("configuration", web.LaunchConfigurationId);
    }

    [Fact]
    public void A_group_has_the_image_of_its_launch_configuration()
    {
        _shell.Cloud.AddScalingGroup(_shell.Cloud.ScalingGroups()[0] with { DesiredCapacity = 4, IsEnabled = false, IsInActivity = true, Status = "CVM_ABNORMAL" }, newInstances: 3);

        var group = Assert.Single(_shell.Run("Get-TccAutoScalingGroup -AutoScalingGroupName web-blue").All<TccAutoScalingGroup>());

        Assert.Equal((_blue, "web-blue", "ap-guangzhou", "web"), (group.AutoScalingGroupId, group.AutoScalingGroupName, group.Region, group.LaunchConfigurationName));
        Assert.Equal((SimulatedWorld.WebImageId, "golden-web"), (group.ImageId, group.ImageFamily));
        Assert.Equal((4, 3, "CVM_ABNORMAL", false, true), (group.DesiredCapacity!.Value, group.InstanceCount!.Value, group.Status, group.Enabled!.Value, group.InActivity!.Value));
    }

    [Theory]
    [InlineData("Get-TccAutoScalingGroup", "web-blue, web-green")]
    [InlineData("Get-TccAutoScalingGroup -Region ap-guangzhou, ap-shanghai", "db, web-blue, web-green")]
    [InlineData("Get-TccAutoScalingGroup -AutoScalingGroupName *blue", "web-blue")]
    [InlineData("Get-TccAutoScalingGroup $blue", "web-blue")]
    [InlineData("Get-TccAutoScalingGroup -AutoScalingGroupName *blue | ConvertTo-CsvRow | Get-TccAutoScalingGroup", "web-blue")]
    [InlineData("Get-TccAutoScalingGroup | Where-Object LaunchConfigurationId -eq $configuration", "web-blue, web-green")]
    [InlineData("Get-TccAutoScalingGroup | Where-Object { $_.Enabled -and -not $_.InActivity }", "web-blue, web-green")]
    [InlineData("Get-TccAutoScalingGroup -AutoScalingGroupName x*", "")]
    public void Groups_are_found_by_id_and_name(string script, string expected) => Assert.Equal(
        expected, string.Join(", ", _shell.Run(script).All<TccAutoScalingGroup>().Select(group => group.AutoScalingGroupName).Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("Get-TccAutoScalingGroup asg-unknown1", "There is no scaling group asg-unknown1 in ap-guangzhou.")]
    [InlineData("Get-TccAutoScalingGroup -AutoScalingGroupName web", "There is no scaling group named 'web' in ap-guangzhou.")]
    public void A_value_that_finds_nothing_is_an_error(string script, string message)
    {
        var error = Assert.Single(_shell.Run(script).Errors);

        Assert.StartsWith("AutoScalingGroupNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(message, error.Exception.Message);
    }

    [Theory]
    [InlineData("Get-TccAutoScalingGroup -AutoScalingGroupName ", "web-blue, web-green")]
    [InlineData("Get-TccAutoScalingGroup -Region ap-shanghai -AutoScalingGroupName ", "db")]
    public void Names_are_completed(string typed, string expected) =>
        Assert.Equal(expected, string.Join(", ", _shell.Complete(typed).Select(match => match.CompletionText).Order(StringComparer.Ordinal)));

    [Fact]
    public void Ids_are_completed_by_name()
    {
        var match = Assert.Single(_shell.Complete("Get-TccAutoScalingGroup blue"));

        Assert.Equal((_blue, $"web-blue ({_blue}, NORMAL, web, ap-guangzhou)"), (match.CompletionText, match.ToolTip));
    }

    public void Dispose() => _shell.Dispose();
}
