using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Abstractions;

public sealed class PipelineFeedTests : IDisposable
{
    private readonly Shell _shell = new(null, typeof(OverfedCommand));

    [Fact]
    public async Task Failed_work_ends_the_command_even_if_nothing_reads_the_items()
    {
        using var shell = _shell.Create("Test-Hungry");

        await shell.InvokeAsync().OrHangAsync();

        // An error that ends a command ends its statement, not the script, so it is in the errors.
        var error = Assert.Single(shell.Streams.Error);
        Assert.Equal("The work has failed.", error.Exception.Message);
    }

    public void Dispose() => _shell.Dispose();
}
