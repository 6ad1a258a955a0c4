using TencentImageReplication.Core.Cvm.Actions;

namespace TencentImageReplication.Core.Cvm;

public sealed partial class CvmClient
{
    /// <summary>InquiryPriceRunInstances: what instances would cost.</summary>
    public Task<InquiryPriceRunInstancesResponse> InquiryPriceRunInstancesAsync(
        string region, InquiryPriceRunInstancesRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(CvmActions.InquiryPriceRunInstances, request, region, cancellationToken);
}
