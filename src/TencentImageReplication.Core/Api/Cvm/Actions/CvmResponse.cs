using TencentImageReplication.Core.Transport.Calls;

namespace TencentImageReplication.Core.Api.Cvm.Actions;

/// <summary>A response of the CVM service.</summary>
public abstract record CvmResponse : ApiResponse;
