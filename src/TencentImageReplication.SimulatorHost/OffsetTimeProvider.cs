namespace TencentImageReplication.SimulatorHost;

/// <summary>The clock of this machine, set ahead.</summary>
internal sealed class OffsetTimeProvider(TimeSpan offset) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
}
