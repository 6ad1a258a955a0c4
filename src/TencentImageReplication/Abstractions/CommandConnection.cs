using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Api.Tat;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Transport;

namespace TencentImageReplication.Abstractions;

/// <summary>A connection that a command works with, and its clients, which log to the command.</summary>
/// <param name="context">The connection.</param>
/// <param name="scope">The command.</param>
internal sealed class CommandConnection(TccContext context, CommandScope scope)
{
    private readonly TencentCloudConnection _connection = context.Connection.For(scope);
    private CvmClient? _client;
    private AutoScalingClient? _autoScaling;

    internal TccContext Context => context;

    /// <summary>The client of the CVM API.</summary>
    internal CvmClient Client => _client ??= new CvmClient(_connection);

    /// <summary>The client of auto scaling.</summary>
    internal AutoScalingClient AutoScaling => _autoScaling ??= new AutoScalingClient(_connection);

    /// <summary>The clock of the connection; a simulated cloud may have its own.</summary>
    internal TimeProvider TimeProvider => context.TimeProvider;

    /// <summary>Creates the client of the automation service.</summary>
    internal TatClient CreateAutomation() => new(_connection);

    /// <summary>Creates the object that sets tags on images.</summary>
    internal ImageTagger CreateTagger() => new(_connection);

    /// <summary>Creates the object that looks up the account.</summary>
    internal CallerAccount CreateAccount() => new(_connection);
}
