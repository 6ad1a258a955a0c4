using TencentImageReplication.Core.Api.Cvm.Actions;

namespace TencentImageReplication.Core.Api.Cvm;

public sealed partial class CvmClient
{
    /// <summary>InquiryPriceRunInstances: returns the price of instances.</summary>
    public Task<InquiryPriceRunInstancesResponse> InquiryPriceRunInstancesAsync(
        string region, InquiryPriceRunInstancesRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(CvmActions.InquiryPriceRunInstances, request, region, cancellationToken);
}
