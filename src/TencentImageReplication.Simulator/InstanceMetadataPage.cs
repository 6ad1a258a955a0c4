namespace TencentImageReplication.Simulator;

/// <summary>What the metadata service tells the instance that asks: a text, or nothing with status 404.</summary>
/// <param name="Found">Whether there is such a page.</param>
/// <param name="Text">What it says.</param>
public sealed record InstanceMetadataPage(bool Found, string Text)
{
    /// <summary>The folder of the roles that are bound to the instance.</summary>
    public const string RolesPath = "/latest/meta-data/cam/security-credentials/";
}
