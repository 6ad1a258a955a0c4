using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;

namespace TencentImageReplication.Core.Instances;

/// <summary>The client tokens that a command has used. A token identifies the request for one image.</summary>
internal sealed class ClientTokens
{
    private readonly Dictionary<string, string> _images = new(StringComparer.Ordinal);
    private readonly HashSet<string> _created = new(StringComparer.Ordinal);

    /// <exception cref="RuleViolationException">The token was used for another image, so it would return the instances of that image.</exception>
    public void Use(string? token, string imageId)
    {
        if (token is null)
            return;
        lock (_images)
        {
            if (!_images.TryGetValue(token, out var earlier))
                _images.Add(token, imageId);
            else if (earlier != imageId)
                throw new RuleViolationException(UsedTwice(token, imageId));
        }
    }

    /// <summary>Remembers that a request of this command has created instances with a token.</summary>
    public void Add(string region, string token)
    {
        lock (_created)
            _created.Add(Key(region, token));
    }

    /// <summary>Returns true if an earlier request of this command has created instances with a token.</summary>
    public bool Created(string region, string token)
    {
        lock (_created)
            return _created.Contains(Key(region, token));
    }

    private static string Key(string region, string token) => $"{region.ToUpperInvariant()} {token}";

    private static RuleViolation UsedTwice(string token, string imageId) => new(
        "ClientTokenUsedTwice",
        Localized.Text(
            $"The client token '{token}' identifies one request and was used for another image. No instance was created from {imageId}.",
            $"一个 ClientToken 只能用于一个请求，“{token}”已用于另一个镜像：未由 {imageId} 创建实例。"),
        Localized.Text(
            "Specify a different token for each image, or omit -ClientToken.",
            "请为每个镜像指定不同的 ClientToken，或不指定 -ClientToken。"));
}
