using TencentImageReplication.Core.Testing;

namespace TencentImageReplication;

/// <summary>The test of an image on an instance that was created from it.</summary>
public sealed record TccImageTest
{
    /// <summary>The name of the image.</summary>
    public string ImageName { get; internal init; } = "";

    /// <summary>The image that was tested.</summary>
    public string ImageId { get; internal init; } = "";

    /// <summary>The root account; null if the key may not read it.</summary>
    public string? AccountId { get; internal init; }

    /// <summary>The region of the image and the instance.</summary>
    public string Region { get; internal init; } = "";

    /// <summary>The test instance, which is deleted after the test; null if there was none.</summary>
    public string? InstanceId { get; internal init; }

    /// <summary>The time from the request until the instance was running; null if it never was.</summary>
    public TimeSpan? BootedIn { get; internal init; }

    /// <summary>Online or Offline: Tencent's AgentStatus; null if the automation agent never reported.</summary>
    public string? AgentStatus { get; internal init; }

    /// <summary>The status of the script, such as SUCCESS, FAILED or TIMEOUT: Tencent's TaskStatus; null without a script.</summary>
    public string? ScriptStatus { get; internal init; }

    /// <summary>The output of the script, at most 24 KB, with hidden characters written out; null without a script.</summary>
    public string? ScriptOutput { get; internal init; }

    /// <summary>The price of the instance per hour; null if it is not known.</summary>
    public double? Price { get; internal init; }

    /// <summary>The currency of the price, USD or CNY; null without a price.</summary>
    public string? Currency { get; internal init; }

    /// <summary>The outcome.</summary>
    public TccImageTestStatus Status { get; internal init; }

    /// <summary>Tencent's error code, or the ID of the rule or the reason; null for a test that passed.</summary>
    public string? ErrorCode { get; internal init; }

    /// <summary>The error message.</summary>
    public string? ErrorMessage { get; internal init; }

    /// <summary>Tencent's ID of the last request, for its support.</summary>
    public string? RequestId { get; internal init; }

    /// <summary>The row of the image, when a replication plan is carried out; the table of the run shows it. No file keeps it.</summary>
    internal TccReplicationRow? PlanRow { get; init; }

    /// <summary>The ID of the image, so that a test can be used as an image ID.</summary>
    public override string ToString() => ImageId;

    internal static TccImageTest From(BootTestResult result, string currency) => new()
    {
        ImageName = result.ImageName,
        ImageId = result.Request.ImageId,
        AccountId = result.AccountId,
        Region = result.Request.Region,
        InstanceId = result.InstanceId,
        BootedIn = result.BootedIn,
        AgentStatus = result.AgentStatus,
        ScriptStatus = result.ScriptStatus,
        ScriptOutput = result.ScriptOutput,
        Price = result.Price,
        Currency = result.Price is null ? null : currency,
        Status = result.Status switch
        {
            BootTestStatus.Passed => TccImageTestStatus.Passed,
            BootTestStatus.Failed => TccImageTestStatus.Failed,
            _ => TccImageTestStatus.Inconclusive,
        },
        ErrorCode = result.ErrorCode,
        ErrorMessage = result.ErrorMessage,
        RequestId = result.RequestId,
    };
}
