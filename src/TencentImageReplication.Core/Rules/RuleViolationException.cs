namespace TencentImageReplication.Core.Rules;

/// <summary>The exception for an input that violates a rule of the service, thrown before a request is sent.</summary>
public sealed class RuleViolationException(RuleViolation violation) : Exception(violation.ToString())
{
    /// <summary>The violation.</summary>
    public RuleViolation Violation { get; } = violation;
}
