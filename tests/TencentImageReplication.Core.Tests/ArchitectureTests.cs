using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.TestKit.Architecture;

namespace TencentImageReplication.Core.Tests;

public class ArchitectureTests
{
    [Fact]
    public void The_folders_use_each_other_as_the_picture_shows() =>
        ArchitectureCheck.Verify(typeof(CvmClient).Assembly, "src/TencentImageReplication.Core");
}
