namespace TencentImageReplication.Core.Api.Cvm.Actions;

/// <summary>What every answer of the service has.</summary>
public abstract record CvmResponse
{
    /// <summary>The service's ID of the request: what Tencent's support asks for.</summary>
    public string RequestId { get; init => field = value ?? ""; } = "";
}
