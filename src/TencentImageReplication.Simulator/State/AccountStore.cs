namespace TencentImageReplication.Simulator.State;

/// <summary>The accounts and their keys.</summary>
internal sealed class AccountStore
{
    private readonly List<SimulatedAccount> _accounts = [];

    public IReadOnlyList<SimulatedAccount> All => [.. _accounts];

    public SimulatedAccount? BySecretId(string secretId) =>
        _accounts.Find(account => string.Equals(account.SecretId, secretId, StringComparison.Ordinal));

    public bool Exists(string accountId) => _accounts.Exists(account => account.AccountId == accountId);

    public bool IsSubAccount(string accountId) => _accounts.Exists(account => account.SubAccountId == accountId);

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
