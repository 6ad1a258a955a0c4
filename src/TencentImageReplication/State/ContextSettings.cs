namespace TencentImageReplication.State;

/// <summary>What Connect-TccAccount is told besides the credentials.</summary>
internal sealed record ContextSettings
{
    internal string? Region { get; init; }

    internal Uri? Endpoint { get; init; }

    internal TccSite Site { get; init; } = TccSite.China;

    internal string Language { get; init; } = "en-US";
}
