namespace TencentImageReplication.Simulator.State;

/// <summary>The client tokens of requests, by account, region and action.</summary>
internal sealed class ClientTokenStore
{
    private readonly Dictionary<(string Account, string Region, string Action, string Token), ClientTokenUse> _uses = [];

    /// <summary>Returns the request that used a client token; null when none did.</summary>
    public ClientTokenUse? Find(string accountId, string region, string action, string token) =>
        token.Length > 0 && _uses.TryGetValue((accountId, region, action, token), out var use) ? use : null;

    /// <summary>Remembers the request that used a client token.</summary>
    public void Remember(string accountId, string region, string action, string token, ClientTokenUse use)
    {
        if (token.Length > 0)
            _uses[(accountId, region, action, token)] = use;
    }
}
