using TencentImageReplication.Core.Api.Cvm.Actions;

namespace TencentImageReplication.Core.Api.Cvm;

public sealed partial class CvmClient
{
    /// <summary>CreateLaunchTemplateVersion: creates a version. Retried after a lost response only if the request has a client token.</summary>
    public Task<CreateLaunchTemplateVersionResponse> CreateLaunchTemplateVersionAsync(
        string region, CreateLaunchTemplateVersionRequest request, CancellationToken cancellationToken) =>
        PassDryRunAsync(
            request.DryRun,
            connection.SendAsync(CvmActions.CreateLaunchTemplateVersion, request, region, cancellationToken),
            requestId => new CreateLaunchTemplateVersionResponse { RequestId = requestId });

    /// <summary>ModifyLaunchTemplateDefaultVersion: sets the default version.</summary>
    public Task<ModifyLaunchTemplateDefaultVersionResponse> ModifyLaunchTemplateDefaultVersionAsync(
        string region, ModifyLaunchTemplateDefaultVersionRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(CvmActions.ModifyLaunchTemplateDefaultVersion, request, region, cancellationToken);

    /// <summary>DeleteLaunchTemplateVersions: deletes versions, all of them or none.</summary>
    public Task<DeleteLaunchTemplateVersionsResponse> DeleteLaunchTemplateVersionsAsync(
        string region, DeleteLaunchTemplateVersionsRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(CvmActions.DeleteLaunchTemplateVersions, request, region, cancellationToken);
}
