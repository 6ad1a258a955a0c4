using TencentImageReplication.Core.Transport;

namespace TencentImageReplication.Core.Api.Sts;

/// <summary>Looks up the account of a connection (GetCallerIdentity), once.</summary>
/// <param name="connection">Sends the calls.</param>
public sealed class CallerAccount(TencentCloudConnection connection)
{
    private Task<string>? _id;

    /// <summary>Returns the ID (uin) of the root account. The next caller retries a failed request.</summary>
    /// <param name="region">The region to send the request in. The account is the same in each.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<string> GetIdAsync(string region, CancellationToken cancellationToken)
    {
        // The account of a connection does not change.
        var request = Volatile.Read(ref _id);
        if (request is null || request.IsFaulted || request.IsCanceled)
            Volatile.Write(ref _id, request = RequestIdAsync(region, cancellationToken));
        return await request;
    }

    private async Task<string> RequestIdAsync(string region, CancellationToken cancellationToken)
    {
        var response = await connection.SendAsync(GetCallerIdentity.Action, new GetCallerIdentityRequest(), region, cancellationToken);
        return response.AccountId;
    }
}
