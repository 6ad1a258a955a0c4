using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Lookup;
using TencentImageReplication.Core.Transport;

namespace TencentImageReplication;

/// <summary>A connection to Tencent Cloud: an account, hosts and a default region.</summary>
/// <remarks>It has no property with a secret; the connection behind it signs the requests.</remarks>
public sealed class TccContext
{
    internal TccContext(TencentCloudConnection connection, TimeProvider timeProvider, EngineThreads threads)
    {
        Connection = connection;
        Account = new CallerAccount(connection);
        TimeProvider = timeProvider;
        Threads = threads;
        Memory = new LookupMemory(new CvmClient(connection), new AutoScalingClient(connection), timeProvider, threads);
        CredentialSource = connection.CredentialDescription;
    }

    /// <summary>The default region of commands; null if each command needs -Region.</summary>
    public string? Region { get; internal init; }

    /// <summary>The site of the account.</summary>
    public TccSite Site { get; internal init; }

    /// <summary>The currency of prices on the site.</summary>
    internal string Currency => Site == TccSite.International ? "USD" : "CNY";

    /// <summary>The language of Tencent's messages: <c>en-US</c> or <c>zh-CN</c>.</summary>
    public string Language { get; internal init; } = "en-US";

    /// <summary>The host of the requests, or the address that was given instead; null for the simulator.</summary>
    public string? Endpoint { get; internal init; }

    /// <summary>The source of the credentials.</summary>
    public string CredentialSource { get; }

    /// <summary>The ID of the key without its middle part; null if it is not known before the first request.</summary>
    public string? SecretId { get; internal init; }

    /// <summary>True for the built-in simulator: nothing is real, and nothing is billed.</summary>
    public bool Simulated { get; internal init; }

    internal TencentCloudConnection Connection { get; }

    /// <summary>Looks up the account.</summary>
    internal CallerAccount Account { get; }

    /// <summary>The results that tab completion remembers.</summary>
    internal LookupMemory Memory { get; }

    internal TimeProvider TimeProvider { get; }

    /// <summary>The threads that the work of commands runs on.</summary>
    internal EngineThreads Threads { get; }

    /// <summary>The ID of the key and the region.</summary>
    public override string ToString() => Region is null ? $"{SecretId}" : $"{SecretId} ({Region})";
}
