using System.Text.Json;
using TencentImageReplication.FaultRuns.Testing;
using TencentImageReplication.Simulator;

namespace TencentImageReplication.FaultRuns.Plans;

/// <summary>Watches the requests of a plan that change something, and passes each on to the promises that it could break.</summary>
internal sealed class PlanWatch
{
    private readonly TimeProvider _clock;
    private readonly KnownImages _known;
    private readonly PassedTests _tests;
    private int _run;

    public PlanWatch(PlanSchedule schedule, SimulatedCloud cloud, TimeProvider clock)
    {
        _clock = clock;
        _known = new KnownImages(cloud, schedule.Images);
        _tests = new PassedTests(cloud);
        Images = new PlanInvariants(schedule, cloud, _known, Violations);
        Publications = new PublicationInvariants(schedule, cloud, _known, _tests, clock, Violations);
        Machines = new TestMachines(cloud, Violations);
    }

    /// <summary>The promises that were not kept.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>The promises about images.</summary>
    public PlanInvariants Images { get; }

    /// <summary>The promises about what is published.</summary>
    public PublicationInvariants Publications { get; }

    /// <summary>The promises about test instances.</summary>
    public TestMachines Machines { get; }

    /// <summary>Notes what is there when a run begins.</summary>
    public void BeginRun()
    {
        _run++;
        Publications.BeginRun();
        Remember();
    }

    /// <summary>Notes what is there.</summary>
    public void Remember()
    {
        _known.Remember();
        Machines.Remember();
        Publications.Observe();
    }

    /// <summary>Checks a request, before or after the service carries it out.</summary>
    public void See(string action, JsonElement request, bool acted)
    {
        if (!acted)
            Check(action, request, _clock.GetUtcNow());
        Remember();
    }

    private void Check(string action, JsonElement request, DateTimeOffset now)
    {
        Publications.Check(action, request);
        switch (action)
        {
            case "DeleteImages":
                Images.CheckDeletion(request, now);
                break;
            case "TagResources":
                _tests.CheckTags(request, now, Violations);
                break;
            case "RunInstances":
                Machines.Note(_run, request);
                break;
            case "RunCommand":
                _tests.Note(request, now);
                break;
            case "TerminateInstances":
                Machines.CheckDeletion(_run, request, now);
                break;
            default:
                break;
        }
    }
}
