using TencentImageReplication.Core.Credentials.Chain;
using TencentImageReplication.Core.Images.Copying;

namespace TencentImageReplication.Core;

/// <summary>The state that all commands of a process share, in all runspaces. Open connections are shared too, by the transport itself.</summary>
/// <param name="time">The clock.</param>
public sealed class ProcessCaches(TimeProvider time)
{
    /// <summary>The caches of this process.</summary>
    public static ProcessCaches OfThisProcess { get; } = new(TimeProvider.System);

    /// <summary>The state of connections.</summary>
    public ConnectionCaches Connections { get; } = new(time);

    /// <summary>The copies that commands request.</summary>
    internal CopiesUnderWay Copies { get; } = new();
}
