using System.Globalization;

namespace TencentImageReplication.Simulator.State;

/// <summary>The roles, and the temporary keys that are lent for them.</summary>
internal sealed class RoleStore
{
    private readonly AccountStore _accounts;
    private readonly IdSource _ids;
    private readonly List<SimulatedRole> _roles = [];

    public RoleStore(AccountStore accounts, IdSource ids)
    {
        _accounts = accounts;
        _ids = ids;
    }

    public SimulatedRole? Find(string arn) => _roles.Find(role => string.Equals(role.Arn, arn, StringComparison.Ordinal));

    public void Put(SimulatedRole role)
    {
        Remove(role.Arn);
        _roles.Add(role);
    }

    public bool Remove(string arn) => _roles.RemoveAll(role => role.Arn == arn) > 0;

    /// <summary>Lends a key of the role's account, and forgets those that have ended.</summary>
    public SimulatedAccount Lend(SimulatedRole role, DateTimeOffset now, TimeSpan duration)
    {
        _accounts.ForgetEnded(now);
        // Tencent counts whole seconds.
        var end = DateTimeOffset.FromUnixTimeSeconds((now + duration).ToUnixTimeSeconds());
        var key = (_accounts.Root(role.AccountId) ?? throw new InvalidOperationException($"There is no account {role.AccountId}.")) with
        {
            Name = string.Format(CultureInfo.InvariantCulture, "{0} (role {1})", role.AccountId, role.Name),
            SecretId = $"AKIDEXAMPLErole{_ids.Uuid().Replace("-", "")}",
            SecretKey = $"EXAMPLEKEYrole{_ids.Uuid().Replace("-", "")}",
            Token = $"EXAMPLETOKENrole{_ids.Uuid().Replace("-", "")}",
            Expires = end,
        };
        _accounts.Add(key);
        return key;
    }
}
