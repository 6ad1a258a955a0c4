using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using static TencentImageReplication.Core.Tests.Images.CopyWorld;

namespace TencentImageReplication.Core.Tests.Images.Copying;

/// <summary>Two runs of one process want the same copy at the same moment, and the service shows neither the copy nor that the source is busy.</summary>
public sealed class RunsAtOnceTests
{
    private const string Destination = "ap-shanghai";

    private readonly CopiesUnderWay _underWay = new();
    private readonly CopyWorld _world = new(options: new SimulatedCloudOptions
    {
        CopyDuration = TimeSpan.FromMinutes(20),
        Copies = new CopyLifeCycle { HiddenFor = TimeSpan.FromMinutes(5) },
        SourceShowsSyncing = false,
        BusySource = BusySource.Accepted,
    });

    [Fact]
    public async Task One_requests_the_copy_and_the_other_reuses_it()
    {
        var rows = await RunAsync(new Run(), new Run());

        Assert.Single(_world.CopiesIn(Destination));
        Assert.Single(rows.Select(row => row.ImageId).Distinct());
        Assert.Equal([false, true], rows.Select(row => row.Reused).Order());
    }

    [Fact]
    public async Task Without_the_register_there_would_be_two()
    {
        await RunAsync(new Run { UnderWay = new() }, new Run { UnderWay = new() });

        Assert.Equal(2, _world.CopiesIn(Destination).Count());
    }

    [Fact]
    public async Task Runs_with_Force_make_a_copy_each()
    {
        await RunAsync(new Run { Force = true }, new Run { Force = true });

        Assert.Equal(2, _world.CopiesIn(Destination).Count());
    }

    [Fact]
    public async Task Another_name_is_another_copy()
    {
        await RunAsync(new Run(), new Run { Name = "golden-web-test" });

        Assert.Equal(2, _world.CopiesIn(Destination).Count());
    }

    [Fact]
    public async Task When_the_first_one_fails_the_other_requests_the_copy()
    {
        _world.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.ErrorCode) { ErrorCode = "UnauthorizedOperation" }) { Action = "SyncImages" });

        var rows = await RunAsync(new Run(), new Run());

        Assert.Equal([ImageCopyStatus.Requested, ImageCopyStatus.Failed], rows.Select(row => row.Status).Order());
        Assert.Single(_world.CopiesIn(Destination));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_while_it_waits_leaves_the_other_alone()
    {
        using var cancelled = new CancellationTokenSource();
        var confirming = new TaskCompletionSource<bool>();
        var rows = new ConcurrentQueue<ImageCopy>();
        await _world.Time.RunAsync(async () =>
        {
            var first = StartAsync(new Run { Confirmation = confirming.Task }, rows, CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(10), _world.Time);
            var second = StartAsync(new Run(), rows, cancelled.Token);
            await Task.Delay(TimeSpan.FromSeconds(10), _world.Time);
            cancelled.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
            confirming.SetResult(true);
            await first;
            await StartAsync(new Run(), rows, CancellationToken.None);
        });

        Assert.Equal([false, true], rows.Select(row => row.Reused));
        Assert.Single(_world.CopiesIn(Destination));
    }

    private async Task<IReadOnlyList<ImageCopy>> RunAsync(params Run[] runs)
    {
        var rows = new ConcurrentQueue<ImageCopy>();
        await _world.Time.RunAsync(() => Task.WhenAll(runs.Select(run => StartAsync(run, rows, CancellationToken.None))));
        return [.. rows];
    }

    private Task StartAsync(Run run, ConcurrentQueue<ImageCopy> rows, CancellationToken cancellationToken)
    {
        var options = new ImageCopyOptions { Kind = CopyKind.Custom, Force = run.Force, ConfirmAsync = _ => run.Confirmation };
        var copier = new ImageCopier(_world.Client, options, _world.Time, NullLogger.Instance, underWay: run.UnderWay ?? _underWay);
        var request = new ImageCopyRequest(SimulatedWorld.WebImageId, Source, [Destination], run.Name);
        return copier.RunAsync(All([request]), rows.Enqueue, cancellationToken);
    }

    private sealed record Run
    {
        public bool Force { get; init; }

        public string? Name { get; init; }

        public CopiesUnderWay? UnderWay { get; init; }

        public Task<bool> Confirmation { get; init; } = Task.FromResult(true);
    }
}
