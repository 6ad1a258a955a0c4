namespace TencentImageReplication.Core.Api.Cvm.Models;

/// <summary>Tags for one kind of resource that a call creates.</summary>
public sealed record TagSpecification
{
    /// <summary><c>instance</c>, <c>host</c>, <c>image</c>, <c>keypair</c>, <c>ps</c> or <c>hpc</c>.</summary>
    public required string ResourceType { get; init; }

    /// <summary>The tags.</summary>
    public required IReadOnlyList<Tag> Tags { get; init; }
}
