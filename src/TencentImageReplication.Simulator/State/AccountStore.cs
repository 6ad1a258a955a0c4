using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>The accounts and their keys.</summary>
public sealed class AccountStore
{
    // An expired key is kept for some time: the error for it differs from that for an unknown key.
    private static readonly TimeSpan KeptAfterExpiry = TimeSpan.FromDays(1);

    private readonly List<SimulatedAccount> _accounts = [];

    /// <summary>All keys with their accounts.</summary>
    public IReadOnlyList<SimulatedAccount> All => [.. _accounts];

    /// <summary>Finds a key by its public part.</summary>
    public SimulatedAccount? BySecretId(string secretId) =>
        _accounts.Find(account => string.Equals(account.SecretId, secretId, StringComparison.Ordinal));

    /// <summary>Returns true when there is a root account of this ID.</summary>
    public bool Exists(string accountId) => _accounts.Exists(account => account.AccountId == accountId);

    /// <summary>Returns true when the ID is that of a sub-account.</summary>
    public bool IsSubAccount(string accountId) => _accounts.Exists(account => account.SubAccountId == accountId);

    /// <summary>Finds a permanent key of an account.</summary>
    public SimulatedAccount? Root(string accountId) => _accounts.Find(account => account.AccountId == accountId && account.Token is null);

    /// <summary>Removes temporary keys that expired some time ago.</summary>
    internal void RemoveExpired(DateTimeOffset now) => _accounts.RemoveAll(account => account.Expires + KeptAfterExpiry <= now);

    /// <summary>Adds an account, or another key of one.</summary>
    /// <exception cref="ArgumentException">The ID is not valid, or there is already such a key.</exception>
    public void Add(SimulatedAccount account)
    {
        if (account.AccountId.Length == 0 || !account.AccountId.All(character => character is >= '0' and <= '9'))
            throw new ArgumentException($"An account ID consists of digits: '{account.AccountId}'.", nameof(account));
        if (BySecretId(account.SecretId) is not null)
            throw new ArgumentException($"There is already a key {account.SecretId}.", nameof(account));
        _accounts.Add(account);
    }

    /// <summary>Replaces the account of a key.</summary>
    /// <exception cref="ArgumentException">There is no such key.</exception>
    public void Update(SimulatedAccount account)
    {
        var index = _accounts.FindIndex(known => known.SecretId == account.SecretId);
        if (index < 0)
            throw new ArgumentException($"There is no key {account.SecretId}.", nameof(account));
        _accounts[index] = account;
    }
}
