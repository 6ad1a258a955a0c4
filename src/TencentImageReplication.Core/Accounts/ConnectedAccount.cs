using TencentImageReplication.Core.Transport;

namespace TencentImageReplication.Core.Accounts;

/// <summary>A connection, and what there is to say about it.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Region">The region that commands use when they are given none.</param>
/// <param name="Host">The host that calls of CVM go to.</param>
/// <param name="SecretId">The ID of a key that stays, with its middle left out; null for keys that are renewed.</param>
public sealed record ConnectedAccount(TencentCloudConnection Connection, string? Region, string Host, string? SecretId);
