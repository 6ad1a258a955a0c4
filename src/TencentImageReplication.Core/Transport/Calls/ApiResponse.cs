namespace TencentImageReplication.Core.Transport.Calls;

/// <summary>The part that every response of a service has.</summary>
public abstract record ApiResponse
{
    /// <summary>The service's ID of the request. Tencent's support asks for it.</summary>
    public string RequestId { get; init => field = value ?? ""; } = "";

    /// <summary>The number of items of the lists of the response that could not be read. Not from the service.</summary>
    internal int UnreadableItems { get; set; }
}
