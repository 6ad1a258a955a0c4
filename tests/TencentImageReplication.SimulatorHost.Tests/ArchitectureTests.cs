using TencentImageReplication.TestKit.Architecture;

namespace TencentImageReplication.SimulatorHost.Tests;

public class ArchitectureTests
{
    [Fact]
    public void The_folders_use_each_other_as_the_picture_shows() =>
        ArchitectureCheck.Verify(typeof(SimulatorServer).Assembly, "src/TencentImageReplication.SimulatorHost");
}
