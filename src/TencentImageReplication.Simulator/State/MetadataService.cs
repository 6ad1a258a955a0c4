using System.Globalization;
using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.State;

/// <summary>The metadata service of an instance: the pages about roles. Source: Tencent's documentation of instance metadata.</summary>
internal static class MetadataService
{
    private static readonly InstanceMetadataPage NotFound = new(false, "");

    public static InstanceMetadataPage Read(CloudState state, string path, DateTimeOffset now)
    {
        // A role that was removed is no longer bound to the instance.
        if (!path.StartsWith(InstanceMetadataPage.RolesPath, StringComparison.Ordinal)
            || state.Options.InstanceRole is not { } bound
            || state.Roles.Find(bound.Arn) is not { } role)
        {
            return NotFound;
        }

        var name = path.Substring(InstanceMetadataPage.RolesPath.Length);
        if (name.Length == 0)
            return new InstanceMetadataPage(true, role.Name);
        if (name != role.Name)
            return NotFound;
        var key = state.Roles.Assume(role, new RoleSession(role.RoleId, "cvm", role.AccountId, []), now, state.Options.InstanceRoleDuration);
        return new InstanceMetadataPage(true, new JsonObject
        {
            ["TmpSecretId"] = key.SecretId,
            ["TmpSecretKey"] = key.SecretKey,
            ["ExpiredTime"] = key.Expires!.Value.ToUnixTimeSeconds(),
            ["Expiration"] = key.Expires.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["Token"] = key.Token,
            ["Code"] = "Success",
        }.ToJsonString());
    }
}
