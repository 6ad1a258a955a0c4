using System.Globalization;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Rules;

/// <summary>Rules for tests of images.</summary>
/// <remarks>Source: RunCommand, and the price that InquiryPriceRunInstances returns.</remarks>
public static class BootTestRules
{
    /// <summary>The minimum time limit of a test, in seconds.</summary>
    public const int MinTimeoutSeconds = 60;

    /// <summary>The maximum time limit of a test, in seconds. Clear-TccImageTest deletes what is older.</summary>
    public const int MaxTimeoutSeconds = 7200;

    /// <summary>The highest maximum price of a test instance per hour.</summary>
    public const int MaxPrice = 1_000_000;

    // The service allows 64 KB of base64.
    private const int MaxScriptBytes = 48 * 1024;

    /// <summary>Checks the network of the test instances.</summary>
    /// <param name="vpcId">The private network.</param>
    /// <param name="subnetId">The subnet in it.</param>
    /// <param name="hasSecurityGroups">True if security groups were specified.</param>
    /// <param name="useDefaultNetwork">True if the default network was specified.</param>
    public static RuleViolation? CheckNetwork(string? vpcId, string? subnetId, bool hasSecurityGroups, bool useDefaultNetwork) =>
        useDefaultNetwork && (vpcId is not null || subnetId is not null || hasSecurityGroups)
            ? new RuleViolation(
                "NetworkGivenTwice",
                Localized.Text("-UseDefaultNetwork cannot be combined with -VpcId, -SubnetId or -SecurityGroupId.", "-UseDefaultNetwork 不能与 -VpcId、-SubnetId 或 -SecurityGroupId 同时使用。"),
                Localized.Text("Specify one or the other.", "请只指定其中一种。"))
            : LaunchRules.Check("", null, vpcId, subnetId);

    /// <summary>Checks the script.</summary>
    /// <param name="hasPath">True if a file was specified.</param>
    /// <param name="hasCommand">True if a command was specified.</param>
    /// <param name="expectedOutput">The text that its output must contain.</param>
    public static RuleViolation? CheckScript(bool hasPath, bool hasCommand, string? expectedOutput)
    {
        if (hasPath && hasCommand)
        {
            return new RuleViolation(
                "ScriptGivenTwice",
                Localized.Text("-ScriptPath and -Command cannot be combined.", "-ScriptPath 与 -Command 不能同时使用。"),
                Localized.Text("Specify one of them.", "请只指定其中一个。"));
        }

        return expectedOutput is null || hasPath || hasCommand
            ? null
            : new RuleViolation(
                "ExpectedOutputNeedsScript",
                Localized.Text("-ExpectedOutput has no effect without a script.", "没有脚本时，-ExpectedOutput 不起作用。"),
                Localized.Text("Specify -ScriptPath or -Command too.", "请同时指定 -ScriptPath 或 -Command。"));
    }

    /// <summary>Checks the length of a script.</summary>
    /// <param name="bytes">Its length in bytes, as UTF-8.</param>
    public static RuleViolation? CheckScriptLength(long bytes) => bytes is > 0 and <= MaxScriptBytes
        ? null
        : new RuleViolation(
            "ScriptLengthNotAllowed",
            Localized.Text($"The script has {bytes} bytes. 1 to {MaxScriptBytes} are allowed.", $"脚本为 {bytes} 字节，允许 1 至 {MaxScriptBytes} 字节。"),
            Localized.Text("Shorten it, or download the rest of it from the script.", "请缩短脚本，或在脚本中下载其余部分。"));

    /// <summary>Checks the price of a test instance.</summary>
    /// <param name="price">The price per hour; null if it is not known.</param>
    /// <param name="maximum">The maximum price per hour.</param>
    public static RuleViolation? CheckPrice(double? price, double maximum)
    {
        if (price is not { } known)
        {
            return new RuleViolation(
                "PriceNotKnown",
                Localized.Text("Tencent Cloud returned no price, so the maximum price cannot be checked. Nothing was created.", "腾讯云未返回价格，无法检查价格上限。未创建任何资源。"),
                Localized.Text("Try again later, or omit -MaximumPrice.", "请稍后重试，或不指定 -MaximumPrice。"));
        }

        return known <= maximum
            ? null
            : new RuleViolation(
                "PriceTooHigh",
                Localized.Text(
                    $"The instance would cost {Text(known)} per hour, more than the maximum of {Text(maximum)}. Nothing was created.",
                    $"实例每小时 {Text(known)}，超过上限 {Text(maximum)}。未创建任何资源。"),
                Localized.Text("Specify a cheaper -InstanceType or a higher -MaximumPrice.", "请用 -InstanceType 指定更便宜的机型，或提高 -MaximumPrice。"));
    }

    private static string Text(double price) => price.ToString("0.00##", CultureInfo.CurrentCulture);
}
