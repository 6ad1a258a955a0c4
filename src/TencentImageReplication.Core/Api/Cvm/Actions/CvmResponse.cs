namespace TencentImageReplication.Core.Api.Cvm.Actions;

/// <summary>The part that every response of the service has.</summary>
public abstract record CvmResponse
{
    /// <summary>The service's ID of the request. Tencent's support asks for it.</summary>
    public string RequestId { get; init => field = value ?? ""; } = "";
}
