using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Usage;

/// <summary>A kind of uses that could not be read, or not all of them: any image of the region may be in use.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Error">The error of the request that failed first.</param>
public sealed record UnreadUses(ImageUseKind Kind, TencentCloudException Error)
{
    /// <summary>
    /// True if the service refuses to list them, as it does for a key without permission. Otherwise there is no proper response, and a
    /// retry may have one.
    /// </summary>
    public bool IsRefused => Error.Kind is TencentCloudErrorKind.Service or TencentCloudErrorKind.Authorization;

    /// <summary>The kind, the error code and the action, such as <c>launch templates (UnauthorizedOperation, DescribeLaunchTemplates)</c>.</summary>
    public override string ToString() => Localized.Text($"{NameOf(Kind)} ({Error.Code}, {Error.Action})", $"{NameOf(Kind)}（{Error.Code}，{Error.Action}）");

    private static string NameOf(ImageUseKind kind) => kind switch
    {
        ImageUseKind.Instance => Localized.Text("instances", "实例"),
        ImageUseKind.LaunchTemplateVersion => Localized.Text("launch templates", "启动模板"),
        _ => Localized.Text("launch configurations", "启动配置"),
    };
}
