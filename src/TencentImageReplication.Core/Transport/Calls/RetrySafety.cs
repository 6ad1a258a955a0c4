namespace TencentImageReplication.Core.Transport.Calls;

/// <summary>The safety of a retry when an earlier attempt may have acted.</summary>
public enum RetrySafety
{
    /// <summary>The action changes nothing, or has the same effect every time.</summary>
    Always,

    /// <summary>The service recognizes a retry by the client token; without one it acts again.</summary>
    WithClientToken,

    /// <summary>Every retry acts again.</summary>
    Never,
}
