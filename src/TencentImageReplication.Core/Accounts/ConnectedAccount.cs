using TencentImageReplication.Core.Transport;

namespace TencentImageReplication.Core.Accounts;

/// <summary>A connection and its properties.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Region">The default region of commands.</param>
/// <param name="Host">The host of CVM.</param>
/// <param name="SecretId">The masked ID of a permanent key; null for keys that are renewed.</param>
public sealed record ConnectedAccount(TencentCloudConnection Connection, string? Region, string Host, string? SecretId);
