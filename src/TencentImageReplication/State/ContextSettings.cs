using TencentImageReplication.Core;

namespace TencentImageReplication.State;

/// <summary>What Connect-TccAccount is told besides the credentials.</summary>
internal sealed record ContextSettings
{
    internal string? Region { get; init; }

    internal Uri? Endpoint { get; init; }

    internal TccSite Site { get; init; } = TccSite.China;

    /// <summary>The language of Tencent's messages.</summary>
    internal string Language { get; init; } = Localized.ServiceLanguage;
}
