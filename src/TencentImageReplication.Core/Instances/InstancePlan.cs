using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Instances;

/// <summary>Instances that are about to be started.</summary>
/// <param name="Region">Where.</param>
/// <param name="Request">What.</param>
/// <param name="Price">What all of them cost together; null when that was not asked for, or is not known.</param>
/// <param name="PriceError">Why the price could not be had.</param>
public sealed record InstancePlan(string Region, RunInstancesRequest Request, Price? Price, TencentCloudException? PriceError);

/// <summary>Who says whether instances may be started.</summary>
/// <param name="WithPrice">Whether the price is to be asked for first.</param>
/// <param name="AskAsync">Says whether they may.</param>
public sealed record InstanceConfirmation(bool WithPrice, Func<InstancePlan, Task<bool>> AskAsync);
