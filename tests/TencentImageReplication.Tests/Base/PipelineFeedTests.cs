using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Base;

public sealed class PipelineFeedTests : IDisposable
{
    private readonly Shell _shell = new(null, typeof(HungryCommand));

    [Fact]
    public async Task Work_that_fails_ends_the_command_even_when_nothing_reads_what_is_fed()
    {
        using var shell = _shell.Create("Test-Hungry");

        var failure = await Record.ExceptionAsync(() => shell.InvokeAsync().WaitAsync(TimeSpan.FromSeconds(20)));

        Assert.Contains("The work has failed.", failure?.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();
}
