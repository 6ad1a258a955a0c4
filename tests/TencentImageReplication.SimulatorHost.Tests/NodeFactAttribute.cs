namespace TencentImageReplication.SimulatorHost.Tests;

/// <summary>A fact that needs Node.js and npm.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!NodeClient.IsAvailable)
            Skip = "Node.js and npm are not on the path: the official Node.js client is not tried.";
    }
}
