namespace TencentImageReplication.SimulatorHost;

/// <summary>This machine's clock, set ahead.</summary>
internal sealed class OffsetTimeProvider(TimeSpan offset) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
}
