using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Abstractions;

public sealed class PipelineFeedTests : IDisposable
{
    private readonly Shell _shell = new(null, typeof(HungryCommand));

    [Fact]
    public async Task Work_that_fails_ends_the_command_even_when_nothing_reads_what_is_fed()
    {
        using var shell = _shell.Create("Test-Hungry");

        await shell.InvokeAsync().WaitAsync(TimeSpan.FromSeconds(20));

        // What ends a command ends its statement, not the script: so it is among the errors.
        var error = Assert.Single(shell.Streams.Error);
        Assert.Equal("The work has failed.", error.Exception.Message);
    }

    public void Dispose() => _shell.Dispose();
}
