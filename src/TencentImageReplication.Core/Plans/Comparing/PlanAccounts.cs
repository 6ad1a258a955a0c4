using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Plans.Connecting;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Plans.Comparing;

/// <summary>The connections to the accounts of a plan.</summary>
internal sealed class PlanAccounts
{
    private readonly Dictionary<string, PlanConnection> _connected = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Exception> _failures = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The accounts that could be reached.</summary>
    public IReadOnlyCollection<PlanConnection> Connected => _connected.Values;

    /// <summary>Connects to the accounts that the families of a plan need, side by side. One that fails stops no other.</summary>
    public static async Task<PlanAccounts> ConnectAsync(ReplicationPlan plan, PlanConnections connections, CancellationToken cancellationToken)
    {
        var names = plan.Families
            .SelectMany(family => family.Targets)
            .Select(target => target.Account ?? ReplicationPlan.OwnAccount)
            .Prepend(plan.Source.Account ?? ReplicationPlan.OwnAccount)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var accounts = new PlanAccounts();
        foreach (var (name, connection, error) in await Task.WhenAll(names.Select(TryAsync)))
        {
            if (connection is not null)
                accounts._connected.Add(name, connection);
            else
                accounts._failures.Add(name, error!);
        }

        return accounts;

        async Task<(string Name, PlanConnection? Connection, Exception? Error)> TryAsync(string name)
        {
            try
            {
                return (name, await connections.GetAsync(name, cancellationToken), null);
            }
            catch (Exception exception) when (exception is CredentialException or TencentCloudException or RuleViolationException)
            {
                return (name, null, exception);
            }
        }
    }

    /// <summary>Returns the connection of an account; null when it could not be reached.</summary>
    public PlanConnection? Find(string account) => _connected.TryGetValue(account, out var connection) ? connection : null;

    /// <summary>Returns the error of an account that could not be reached.</summary>
    public Exception ErrorOf(string account) => _failures[account];
}
