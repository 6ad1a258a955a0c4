using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

/// <summary>Recognizes the outcome of a call with <c>DryRun</c>.</summary>
public static class DryRun
{
    /// <summary>The error code that some products return where CVM returns only a request ID: the call would succeed.</summary>
    public const string PassedCode = "DryRunOperation";

    /// <summary>Checks if an error of a call with <c>DryRun</c> says that the call would succeed.</summary>
    public static bool IsPass(TencentCloudException exception) => exception.Code == PassedCode;
}
