using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

/// <summary>What the outcome of a call with <c>DryRun</c> means.</summary>
public static class DryRun
{
    /// <summary>The error code that some products answer where CVM answers a bare request ID: the call would go through.</summary>
    public const string PassedCode = "DryRunOperation";

    /// <summary>Whether an error of a call with <c>DryRun</c> says that the call would go through.</summary>
    public static bool IsPass(TencentCloudException exception) => exception.Code == PassedCode;
}
