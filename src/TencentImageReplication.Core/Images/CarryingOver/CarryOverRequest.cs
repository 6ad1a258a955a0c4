using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.CarryingOver;

/// <summary>The attributes that a copy gets from its source once it is available.</summary>
/// <param name="SourceImageId">The source image.</param>
/// <param name="SourceRegion">The region of the source.</param>
/// <param name="Attributes">The attributes to carry over.</param>
public sealed record CarryOverRequest(string SourceImageId, string SourceRegion, CarriedAttributes Attributes);

/// <summary>The result of carrying attributes over.</summary>
/// <param name="Failed">The attributes that were not set; none when all were.</param>
/// <param name="Failures">One entry for each failed step.</param>
public sealed record CarryOverOutcome(CarriedAttributes Failed, IReadOnlyList<CarryOverFailure> Failures);

/// <summary>A failed step.</summary>
/// <param name="Attributes">The attributes that the step should have set.</param>
/// <param name="Error">A <see cref="TencentCloudException"/> or a <see cref="RuleViolationException"/>.</param>
public sealed record CarryOverFailure(CarriedAttributes Attributes, Exception Error);
