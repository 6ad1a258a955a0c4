using System.Globalization;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>The roles, and the temporary credentials of those who assume them.</summary>
public sealed class RoleStore
{
    private readonly AccountStore _accounts;
    private readonly IdSource _ids;
    private readonly List<SimulatedRole> _roles = [];

    internal RoleStore(AccountStore accounts, IdSource ids)
    {
        _accounts = accounts;
        _ids = ids;
    }

    /// <summary>Finds a role by one of its resource names.</summary>
    public SimulatedRole? Find(string arn) => _roles.Find(role => role.Arn == arn || role.ArnById == arn);

    /// <summary>Adds a role, or replaces the one of the same name.</summary>
    public void Put(SimulatedRole role)
    {
        Remove(role.Arn);
        _roles.Add(role);
    }

    /// <summary>Removes a role.</summary>
    /// <returns>True when there was one.</returns>
    public bool Remove(string arn) => _roles.RemoveAll(role => role.Arn == arn) > 0;

    /// <summary>Creates temporary credentials of a role, and removes expired ones.</summary>
    internal SimulatedAccount Assume(SimulatedRole role, RoleSession session, DateTimeOffset now, TimeSpan duration)
    {
        _accounts.RemoveExpired(now);
        // Tencent counts whole seconds.
        var end = DateTimeOffset.FromUnixTimeSeconds((now + duration).ToUnixTimeSeconds());
        var key = (_accounts.Root(role.AccountId) ?? throw new InvalidOperationException($"There is no account {role.AccountId}.")) with
        {
            Name = string.Format(CultureInfo.InvariantCulture, "{0} (role {1})", role.AccountId, role.Name),
            SecretId = $"AKIDEXAMPLErole{_ids.Uuid().Replace("-", "")}",
            SecretKey = $"EXAMPLEKEYrole{_ids.Uuid().Replace("-", "")}",
            Token = $"EXAMPLETOKENrole{_ids.Uuid().Replace("-", "")}",
            Expires = end,
            SubAccountId = null,
            Session = session,
        };
        _accounts.Add(key);
        return key;
    }
}
