using TencentImageReplication.TestKit.Architecture;

namespace TencentImageReplication.Report.Tests;

public class ArchitectureTests
{
    [Fact]
    public void The_folders_use_each_other_as_the_picture_shows() =>
        ArchitectureCheck.Verify(typeof(HtmlReport).Assembly, "src/TencentImageReplication.Report");
}
