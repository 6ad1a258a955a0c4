using TencentImageReplication.TestKit.Architecture;

namespace TencentImageReplication.Tests;

public class ArchitectureTests
{
    [Fact]
    public void The_folders_use_each_other_as_the_picture_shows() => ArchitectureCheck.Verify(
        typeof(TccImage).Assembly,
        "src/TencentImageReplication",
        withoutNamespace: ["Loading/NetCore", "Loading/NetFramework"],
        inRootNamespace: ["Objects", "Errors", "Session"]);
}
