namespace TencentImageReplication.Core.Rules;

/// <summary>An input was refused by a rule of the service before the service was asked.</summary>
public sealed class RuleViolationException(RuleViolation violation) : Exception(violation.ToString())
{
    /// <summary>The rule that was broken.</summary>
    public RuleViolation Violation { get; } = violation;
}
