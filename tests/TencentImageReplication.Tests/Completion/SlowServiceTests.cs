using System.Management.Automation;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Completion;

/// <summary>Completion while the service does not respond, in virtual time.</summary>
public sealed class SlowServiceTests : IDisposable
{
    private readonly CloudShell _shell = new();

    [Fact]
    public void A_service_that_does_not_respond_takes_less_than_two_seconds()
    {
        Hang();

        var (matches, took) = Complete("Copy-TccCustomImage img-");

        Assert.Empty(matches);
        Assert.InRange(took, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void There_is_no_immediate_second_request()
    {
        Hang();
        Complete("Copy-TccCustomImage img-");
        var calls = _shell.Cloud.Calls.Count;

        var (_, took) = Complete("Copy-TccCustomImage img-");

        Assert.Equal(TimeSpan.Zero, took);
        Assert.Equal(calls, _shell.Cloud.Calls.Count);
    }

    [Fact]
    public void Earlier_results_are_still_suggested()
    {
        Complete("Copy-TccCustomImage img-");
        _shell.Time.Advance(TimeSpan.FromMinutes(2));
        Hang();

        var (matches, _) = Complete("Copy-TccCustomImage img-");

        Assert.Equal(3, matches.Count);
    }

    [Fact]
    public void After_a_minute_there_is_another_request()
    {
        Complete("Copy-TccCustomImage img-");
        var latest = _shell.AddImage("latest").ImageId;

        Assert.DoesNotContain((Complete("Copy-TccCustomImage img-")).Matches, IsLatest);
        _shell.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains((Complete("Copy-TccCustomImage img-")).Matches, IsLatest);

        bool IsLatest(CompletionResult match) => match.CompletionText == latest;
    }

    [Fact]
    public void Several_lists_share_the_time()
    {
        Hang();

        var (_, took) = Complete("Get-TccImage -Region ap-guangzhou, ap-shanghai, ap-beijing -ImageId img-");

        Assert.InRange(took, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Two_lookups_for_one_key_share_the_time()
    {
        Hang();

        var (_, took) = Complete("New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -Zone ap-");

        Assert.InRange(took, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
    }

    public void Dispose() => _shell.Dispose();

    private void Hang() => _shell.Cloud.Faults.Add(new FaultRule(new Fault(FaultKind.StalledAnswer)) { Times = int.MaxValue });

    private (IReadOnlyList<CompletionResult> Matches, TimeSpan Took) Complete(string typed)
    {
        var start = _shell.Time.GetTimestamp();
        var matches = _shell.Complete(typed);
        return (matches, _shell.Time.GetElapsedTime(start));
    }
}
