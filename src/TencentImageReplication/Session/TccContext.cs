using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Lookup;
using TencentImageReplication.Core.Transport;

namespace TencentImageReplication;

/// <summary>A connection to Tencent Cloud: which account, which hosts, which region by default.</summary>
/// <remarks>It holds no secret that could be shown; calls are signed by what stands behind it.</remarks>
public sealed class TccContext
{
    internal TccContext(TencentCloudConnection connection, TimeProvider timeProvider)
    {
        Connection = connection;
        TimeProvider = timeProvider;
        Memory = new LookupMemory(new CvmClient(connection), timeProvider);
        CredentialSource = connection.CredentialDescription;
    }

    /// <summary>The region that commands use when they are given none; null when each has to be told.</summary>
    public string? Region { get; internal init; }

    /// <summary>The site that the account belongs to.</summary>
    public TccSite Site { get; internal init; }

    /// <summary>The language of Tencent's messages: <c>en-US</c> or <c>zh-CN</c>.</summary>
    public string Language { get; internal init; } = "en-US";

    /// <summary>The host that calls go to, or the address that was given instead; null for the simulator.</summary>
    public string? Endpoint { get; internal init; }

    /// <summary>Where the credentials come from.</summary>
    public string CredentialSource { get; }

    /// <summary>The ID of the key with its middle left out; null when it is not known before the first call.</summary>
    public string? SecretId { get; internal init; }

    /// <summary>Whether this is the built-in simulator: nothing is real, and nothing is billed.</summary>
    public bool Simulated { get; internal init; }

    internal TencentCloudConnection Connection { get; }

    /// <summary>What completion remembers of the account.</summary>
    internal LookupMemory Memory { get; }

    internal TimeProvider TimeProvider { get; }

    /// <summary>The key and the region, for people.</summary>
    public override string ToString() => Region is null ? $"{SecretId}" : $"{SecretId} ({Region})";
}
