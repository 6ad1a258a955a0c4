namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>Tags for one kind of resource that a call creates.</summary>
public sealed record TagSpecification
{
    /// <summary><c>instance</c>, <c>host</c>, <c>image</c>, <c>keypair</c>, <c>ps</c> or <c>hpc</c>. Required in a request.</summary>
    public string? ResourceType { get; init; }

    /// <summary>The tags. Required in a request.</summary>
    public IReadOnlyList<Tag> Tags { get; init => field = value ?? []; } = [];
}
