using System.Management.Automation;
using TencentImageReplication.Simulator;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class GetTccInstanceTests : IDisposable
{
    private readonly Shell _shell = new(Clouds.Connect(Clouds.Create()));

    [Fact]
    public void Instances_are_found_by_image_by_name_and_by_ID()
    {
        var started = Assert.Single(_shell.Run(
            $"New-TccInstanceFromImage {SimulatedWorld.WebImageId} -InstanceType S5.MEDIUM4 -InstanceName web-1").All<TccInstance>());

        foreach (var script in new[]
                 {
                     "Get-TccInstance",
                     $"Get-TccInstance {started.InstanceId}",
                     "Get-TccInstance -InstanceName WEB-*",
                     "Get-TccImage -ImageName golden-* | Get-TccInstance",
                     "Get-TccInstance | Get-TccInstance",
                 })
        {
            var found = Assert.Single(_shell.Run(script).All<TccInstance>());
            Assert.Equal((started.InstanceId, "web-1", "ap-guangzhou"), (found.InstanceId, found.InstanceName, found.Region));
        }

        Assert.Empty(_shell.Run("Get-TccInstance -InstanceName db-*").Output);
    }

    [Fact]
    public void An_unknown_ID_is_an_error()
    {
        var error = Assert.Single(_shell.Run("Get-TccInstance ins-unknown1").Errors);

        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
    }

    public void Dispose() => _shell.Dispose();
}
