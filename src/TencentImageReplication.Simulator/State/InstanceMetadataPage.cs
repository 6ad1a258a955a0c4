namespace TencentImageReplication.Simulator.State;

/// <summary>A page of the metadata service of an instance.</summary>
/// <param name="Found">True when there is such a page, otherwise the status is 404.</param>
/// <param name="Text">The text of the page.</param>
public sealed record InstanceMetadataPage(bool Found, string Text)
{
    /// <summary>The folder of the roles that are bound to the instance.</summary>
    public const string RolesPath = "/latest/meta-data/cam/security-credentials/";
}
