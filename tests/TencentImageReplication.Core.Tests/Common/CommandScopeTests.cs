using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Tests.Support;

namespace TencentImageReplication.Core.Tests.Common;

public sealed class CommandScopeTests
{
    private readonly ConcurrentQueue<(CommandLogLevel Stream, string Text)> _written = new();

    [Theory]
    [InlineData(false, false, "Warning")]
    [InlineData(true, false, "Verbose Warning")]
    [InlineData(false, true, "Debug Warning")]
    [InlineData(true, true, "Debug Verbose Warning")]
    public void Only_what_somebody_sees_is_written(bool verbose, bool debug, string streams)
    {
        var log = new CommandScope(Write, verbose, debug, CultureInfo.InvariantCulture).Log;

        foreach (var level in new[] { LogLevel.Debug, LogLevel.Information, LogLevel.Warning, LogLevel.None })
            log.Log(level, 0, "text", null, (text, _) => text);

        Assert.Equal(streams, string.Join(' ', _written.Select(written => written.Stream)));
    }

    [Fact]
    public async Task Commands_share_a_connection_and_each_has_its_own_messages()
    {
        var other = new ConcurrentQueue<string>();
        var connection = Connections.To(StubHandler.Always(() => StubHandler.Ok()), new VirtualClock());
        var one = new CommandScope(Write, verbose: true, debug: true, CultureInfo.InvariantCulture);
        var two = new CommandScope((_, text) => other.Enqueue(text), verbose: true, debug: true, CultureInfo.InvariantCulture);

        await Task.WhenAll(
            new CvmClient(connection.For(one)).DescribeZonesAsync("ap-guangzhou", default),
            new CvmClient(connection.For(two)).DescribeImageQuotaAsync("ap-beijing", default),
            new CvmClient(connection).DescribeRegionsAsync(default));

        Assert.StartsWith("DescribeZones in ap-guangzhou", Assert.Single(_written).Text, StringComparison.Ordinal);
        Assert.StartsWith("DescribeImageQuota in ap-beijing", Assert.Single(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_commands_share_of_a_connection_is_one_for_all_of_them()
    {
        var handler = StubHandler.Always(() => StubHandler.Error("InternalError"));
        var clock = new VirtualClock();
        var connection = Connections.To(handler, clock, maxAttempts: 2);
        var budget = connection.Budgets.For("ap-guangzhou", "DescribeZones");
        var full = budget.Left;

        foreach (var _ in new int[3])
        {
            var scope = new CommandScope(Write, verbose: false, debug: false, CultureInfo.InvariantCulture);
            await clock.FailAsync(() => new CvmClient(connection.For(scope)).DescribeZonesAsync("ap-guangzhou", default));
        }

        Assert.Equal(full - (3 * 5), budget.Left);
    }

    [Fact]
    public async Task Work_is_done_in_the_language_of_its_command_and_leaves_that_of_the_caller()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        var scope = new CommandScope(Write, verbose: false, debug: false, CultureInfo.GetCultureInfo("zh-CN"));
        var texts = new List<string>();

        await scope.Start(
            async () =>
            {
                await Task.Yield();
                texts.Add(Localized.Text("text", "文本"));
            },
            EngineThreads.Pool,
            default);
        texts.Add(Localized.Text("text", "文本"));

        Assert.Equal(["文本", "text"], texts);
    }

    private void Write(CommandLogLevel stream, string text) => _written.Enqueue((stream, text));
}
