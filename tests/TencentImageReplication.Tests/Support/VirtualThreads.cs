using TencentImageReplication.Core.Common;


namespace TencentImageReplication.Tests.Support;

/// <summary>Has the engine work on the thread of a virtual clock, which runs while the pipeline waits.</summary>
internal sealed class VirtualThreads(VirtualClock clock) : EngineThreads
{
    internal VirtualClock Clock => clock;

    public override Task Start(Func<Task> work, CancellationToken cancellationToken) => clock.Queue(work, cancellationToken);

    public override void WaitFor(Task task)
    {
        clock.WaitFor(task);
        base.WaitFor(task);
    }
}
