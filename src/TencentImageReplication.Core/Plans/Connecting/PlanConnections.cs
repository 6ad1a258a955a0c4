using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using TencentImageReplication.Core.Accounts;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Credentials.Chain;
using TencentImageReplication.Core.Credentials.Roles;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Plans.Connecting;

/// <summary>
/// The connections of the accounts of a plan, each opened once, when it is needed first. Roles are assumed with the credentials of the
/// connection of the command. All accounts use its hosts and settings, and its simulator.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="own">The connection of the command, with its log.</param>
/// <param name="connector">Finds profiles and assumes roles.</param>
public sealed class PlanConnections(ReplicationPlan plan, TencentCloudConnection own, AccountConnector connector)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<PlanConnection>>> _connections = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Returns the connection of an account. A failure stays until the end of the command: it is the same for all callers.</summary>
    /// <param name="account">The name of the account in the plan; null for that of the command.</param>
    /// <param name="cancellationToken">Cancels the work, which is that of all callers.</param>
    /// <exception cref="CredentialException">The role cannot be assumed, or the profile cannot be used.</exception>
    /// <exception cref="TencentCloudException">The ID of the account cannot be read (GetCallerIdentity).</exception>
    /// <exception cref="RuleViolationException">Another account of the plan is the same one.</exception>
    public Task<PlanConnection> GetAsync(string? account, CancellationToken cancellationToken)
    {
        var name = account ?? ReplicationPlan.OwnAccount;
        return _connections.GetOrAdd(name, _ => new Lazy<Task<PlanConnection>>(() => OpenAsync(name, cancellationToken))).Value;
    }

    /// <summary>Returns a connection that was opened, for use after the command: it does not log to it.</summary>
    /// <param name="account">The name of the account in the plan.</param>
    /// <returns>Null if the connection is not open.</returns>
    public TencentCloudConnection? Find(string account) =>
        _connections.TryGetValue(account, out var opening) && opening is { IsValueCreated: true, Value: { Status: TaskStatus.RanToCompletion } opened }
            ? opened.Result.Connection.LoggingTo(NullLogger.Instance)
            : null;

    private async Task<PlanConnection> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(name, cancellationToken);
        var account = new CallerAccount(connection);
        var accountId = await account.GetIdAsync(plan.Source.Region, cancellationToken);
        var first = _names.GetOrAdd(accountId, name);
        return first == name
            ? new PlanConnection(name, connection, new CvmClient(connection), new ImageTagger(connection, account), accountId)
            : throw new RuleViolationException(SameAccount(first, name, accountId));
    }

    private async Task<TencentCloudConnection> ConnectAsync(string name, CancellationToken cancellationToken)
    {
        if (ReplicationPlan.OwnAccount.Equals(name, StringComparison.OrdinalIgnoreCase))
            return own;
        var account = plan.Accounts.First(account => account.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        try
        {
            return account.AssumeRoleArn is { } arn
                ? await connector.WithRoleAsync(own, new AssumedRole(arn, CredentialChain.DefaultSessionName, null), plan.Source.Region, cancellationToken)
                : await connector.WithProfileAsync(own, account.ProfileName!, cancellationToken);
        }
        catch (ArgumentException exception)
        {
            throw new CredentialException(exception.Message, exception);
        }
    }

    private static RuleViolation SameAccount(string first, string second, string accountId) => new(
        "SameAccountTwice",
        Localized.Text(
            $"'{first}' and '{second}' in the plan are the same account, {accountId}.",
            $"复制计划中的“{first}”和“{second}”是同一账号 {accountId}。"),
        Localized.Text(
            $"Use one name for the account. Targets without Account belong to the connection, '{ReplicationPlan.OwnAccount}'.",
            $"请只用一个名称。没有 Account 的目标属于当前连接的账号（“{ReplicationPlan.OwnAccount}”）。"));
}
