using TencentImageReplication.Core.Transport.Parsing;

namespace TencentImageReplication.Core.Api.Tat;

/// <summary>The result of a script on one instance.</summary>
public sealed record TaskResult
{
    // 24 KB are 32,768 characters of base64.
    private const int MaxOutputLength = 40_000;

    /// <summary>The exit code.</summary>
    public long? ExitCode { get; init; }

    /// <summary>The output as base64, at most 24 KB before encoding.</summary>
    [FreeText(MaxLength = MaxOutputLength)]
    public string Output { get; init => field = value ?? ""; } = "";

    /// <summary>The number of bytes of the output that were cut off.</summary>
    public long? Dropped { get; init; }
}
