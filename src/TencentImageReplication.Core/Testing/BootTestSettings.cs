namespace TencentImageReplication.Core.Testing;

/// <summary>The settings of test instances, and the script to run on them.</summary>
public sealed record BootTestSettings
{
    /// <summary>The instance type, such as <c>S5.MEDIUM4</c>.</summary>
    public required string InstanceType { get; init; }

    /// <summary>The zone; by default one that sells the type.</summary>
    public string? Zone { get; init; }

    /// <summary>The private network; the default one if null.</summary>
    public string? VpcId { get; init; }

    /// <summary>The subnet in the network.</summary>
    public string? SubnetId { get; init; }

    /// <summary>The security groups; the default one if null.</summary>
    public IReadOnlyList<string>? SecurityGroupIds { get; init; }

    /// <summary>The script; null for none.</summary>
    public string? Script { get; init; }

    /// <summary>The text that the output of the script must contain; null for any output.</summary>
    public string? ExpectedOutput { get; init; }

    /// <summary>The maximum time from the request for the instance to the end of the script.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Returns only the name of the type, because a script must not appear in a log.</summary>
    public override string ToString() => nameof(BootTestSettings);
}
