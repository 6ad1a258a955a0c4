namespace TencentImageReplication.Core.Transport.Calls;

/// <summary>Whether an action may be repeated when nobody knows whether it has acted.</summary>
public enum RetrySafety
{
    /// <summary>It changes nothing, or leaves the same behind however often it is carried out.</summary>
    Always,

    /// <summary>The service recognizes a repeat by the request's client token; without one it acts again.</summary>
    WithClientToken,

    /// <summary>Every repeat acts again.</summary>
    Never,
}
