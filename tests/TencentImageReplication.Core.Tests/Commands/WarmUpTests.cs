using TencentImageReplication.Core.Commands;

namespace TencentImageReplication.Core.Tests.Commands;

public sealed class WarmUpTests
{
    // Nothing would be told of a call that no longer works, except that the first one takes longer again.
    [Fact]
    public async Task Its_call_comes_to_its_end_and_is_made_once()
    {
        await WarmUp.Start();

        Assert.Same(WarmUp.Start(), WarmUp.Start());
    }
}
