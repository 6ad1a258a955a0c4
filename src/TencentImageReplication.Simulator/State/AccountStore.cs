namespace TencentImageReplication.Simulator.State;

/// <summary>The accounts and their keys.</summary>
internal sealed class AccountStore
{
    // For a while a key that is over is told from one that never was.
    private static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(1);

    private readonly List<SimulatedAccount> _accounts = [];

    public IReadOnlyList<SimulatedAccount> All => [.. _accounts];

    public SimulatedAccount? BySecretId(string secretId) =>
        _accounts.Find(account => string.Equals(account.SecretId, secretId, StringComparison.Ordinal));

    public bool Exists(string accountId) => _accounts.Exists(account => account.AccountId == accountId);

    public bool IsSubAccount(string accountId) => _accounts.Exists(account => account.SubAccountId == accountId);

    /// <summary>A permanent key of an account.</summary>
    public SimulatedAccount? Root(string accountId) => _accounts.Find(account => account.AccountId == accountId && account.Token is null);

    /// <summary>Forgets temporary keys that are over.</summary>
    public void ForgetEnded(DateTimeOffset now) => _accounts.RemoveAll(account => account.Expires + KeptAfterEnd <= now);

    public void Add(SimulatedAccount account)
    {
        if (account.AccountId.Length == 0 || !account.AccountId.All(character => character is >= '0' and <= '9'))
            throw new ArgumentException($"An account ID consists of digits: '{account.AccountId}'.", nameof(account));
        if (BySecretId(account.SecretId) is not null)
            throw new ArgumentException($"There is a key {account.SecretId} already.", nameof(account));
        _accounts.Add(account);
    }

    public void Update(SimulatedAccount account)
    {
        var index = _accounts.FindIndex(known => known.SecretId == account.SecretId);
        if (index < 0)
            throw new ArgumentException($"There is no key {account.SecretId}.", nameof(account));
        _accounts[index] = account;
    }
}
