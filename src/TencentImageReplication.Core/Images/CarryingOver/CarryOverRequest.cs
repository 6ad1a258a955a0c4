using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.CarryingOver;

/// <summary>What a copy is to get from its source once it is ready.</summary>
/// <param name="SourceImageId">The source.</param>
/// <param name="SourceRegion">The region that it is in.</param>
/// <param name="Attributes">What to carry over.</param>
public sealed record CarryOverRequest(string SourceImageId, string SourceRegion, CarriedAttributes Attributes);

/// <summary>What came of it.</summary>
/// <param name="Left">What has not been set: none when all has.</param>
/// <param name="Failures">Why not, one for each step that failed.</param>
public sealed record CarryOverOutcome(CarriedAttributes Left, IReadOnlyList<CarryOverFailure> Failures);

/// <summary>A step that failed.</summary>
/// <param name="Attributes">What was to be set.</param>
/// <param name="Error">A <see cref="TencentCloudException"/> or a <see cref="RuleViolationException"/>.</param>
public sealed record CarryOverFailure(CarriedAttributes Attributes, Exception Error);
