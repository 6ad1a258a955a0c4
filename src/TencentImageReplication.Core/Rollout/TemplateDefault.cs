using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Rollout;

/// <summary>Sets the default version of a launch template.</summary>
internal static class TemplateDefault
{
    private const string AlreadySet = "InvalidParameterValue.LaunchTemplateIdVerSetAlready";

    /// <summary>Sets the default version. The refusal that it is set already is a success: that of a retry.</summary>
    /// <returns>The ID of the request.</returns>
    public static async Task<string?> SetAsync(
        CvmClient client, string region, string templateId, long version, CancellationToken cancellationToken)
    {
        try
        {
            var response = await client.ModifyLaunchTemplateDefaultVersionAsync(
                region, new() { LaunchTemplateId = templateId, DefaultVersion = version }, cancellationToken);
            return response.RequestId;
        }
        catch (TencentCloudException exception) when (exception.Code == AlreadySet)
        {
            return exception.RequestId;
        }
    }
}
