using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Instances;

/// <summary>Instances that are about to be started, for a person to confirm.</summary>
/// <param name="Region">The region.</param>
/// <param name="Request">The request.</param>
/// <param name="Price">The price of all instances together; null when it was not requested or is not known.</param>
/// <param name="PriceError">The error of the price request.</param>
public sealed record InstancePlan(string Region, RunInstancesRequest Request, Price? Price, TencentCloudException? PriceError);

/// <summary>A confirmation before instances are started.</summary>
/// <param name="WithPrice">True to request the price first.</param>
/// <param name="ConfirmAsync">Asks for confirmation.</param>
public sealed record InstanceConfirmation(bool WithPrice, Func<InstancePlan, Task<bool>> ConfirmAsync);
