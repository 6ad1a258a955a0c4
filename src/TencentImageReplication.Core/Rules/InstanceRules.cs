using System.Text.RegularExpressions;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Rules;

/// <summary>What the service asks of log-in and host name of an instance, which depends on the image's system.</summary>
/// <remarks>Source: the RunInstances API page. Messages never hold the password.</remarks>
public static class InstanceRules
{
    private const string Symbols = "()`~!@#$%^&*-+=|{}[]:;',.?/";
    private const int LongestPassword = 30;

    private static readonly Regex HostLabels = new("^[A-Za-z0-9]+([-.][A-Za-z0-9]+)*\\z", RegexOptions.CultureInvariant);

    /// <summary>Whether the image has to be known to check a request.</summary>
    public static bool DependsOnImage(RunInstancesRequest request) => request.LoginSettings is not null || request.HostName is not null;

    /// <summary>Checks log-in and host name of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="image">The image that it starts from.</param>
    public static RuleViolation? Check(RunInstancesRequest request, Image image)
    {
        var isWindows = string.Equals(image.Platform, "Windows", StringComparison.OrdinalIgnoreCase);
        var name = $"{image.ImageId} ('{image.ImageName}')";
        return CheckLogin(request.LoginSettings, image, name, isWindows) ?? CheckHostName(request.HostName, name, isWindows);
    }

    private static RuleViolation? CheckLogin(LoginSettings? login, Image image, string name, bool isWindows)
    {
        if (login is null)
            return null;

        var hasKeys = login.KeyIds is { Count: > 0 };
        if ((login.Password is not null && hasKeys) || (login.KeepImageLogin == "true" && (login.Password is not null || hasKeys)))
        {
            return new RuleViolation(
                "LoginGivenTwice",
                Localized.Text("A password, key pairs and the image's own log-in exclude each other.", "密码、密钥对与保留镜像登录设置三者互斥。"),
                Localized.Text("Give one of -Password, -KeyId and -KeepImageLogin.", "请在 -Password、-KeyId 与 -KeepImageLogin 中只指定一个。"));
        }

        if (isWindows && hasKeys)
        {
            return new RuleViolation(
                "WindowsHasNoKeyPair",
                Localized.Text($"{name} is a Windows image, and Windows is not logged in to with key pairs.", $"{name} 是 Windows 镜像，不支持使用密钥对登录。"),
                Localized.Text("Give -Password, or -KeepImageLogin, instead of -KeyId.", "请使用 -Password 或 -KeepImageLogin 代替 -KeyId。"));
        }

        if (login.KeepImageLogin == "true" && image.ImageType == ImageTypes.Public)
        {
            return new RuleViolation(
                "PublicImageHasNoLogin",
                Localized.Text($"{name} is a public image, and has no log-in that could be kept.", $"{name} 是公共镜像，没有可保留的登录设置。"),
                Localized.Text("Give -Password or -KeyId.", "请指定 -Password 或 -KeyId。"));
        }

        return login.Password is { } password && !IsGoodPassword(password, isWindows)
            ? new RuleViolation(
                "PasswordNotAllowed",
                isWindows
                    ? Localized.Text(
                        $"The password does not do for {name}: Windows asks for 12 to 30 characters of three kinds (lower case, upper case, digits, symbols).",
                        $"该密码不适用于 {name}：Windows 要求 12 至 30 个字符，且至少包含三类字符（小写字母、大写字母、数字、符号）。")
                    : Localized.Text(
                        $"The password does not do for {name}: it takes 8 to 30 characters of two kinds (lower case, upper case, digits, symbols).",
                        $"该密码不适用于 {name}：要求 8 至 30 个字符，且至少包含两类字符（小写字母、大写字母、数字、符号）。"),
                Localized.Text($"Give another -Password; symbols are {Symbols}", $"请更换 -Password；可用符号：{Symbols}"))
            : null;
    }

    private static RuleViolation? CheckHostName(string? hostName, string name, bool isWindows)
    {
        // What is put in for a pattern such as {R:1} or {IP}, the service knows.
        if (hostName is null || hostName.Contains('{'))
            return null;

        var fits = HostLabels.IsMatch(hostName) && hostName.Length >= 2
            && (isWindows ? hostName.Length <= 15 && !hostName.Contains('.') && !hostName.All(char.IsDigit) : hostName.Length <= 60);
        return fits
            ? null
            : new RuleViolation(
                "HostNameNotAllowed",
                isWindows
                    ? Localized.Text(
                        $"'{hostName}' is no host name for {name}: Windows takes 2 to 15 letters, digits and single dashes inside, not digits alone.",
                        $"'{hostName}' 不能用作 {name} 的主机名：Windows 要求 2 至 15 个字符，仅限字母、数字和中间的单个短横线，且不能全为数字。")
                    : Localized.Text(
                        $"'{hostName}' is no host name for {name}: it takes 2 to 60 letters, digits, and single dashes or dots inside.",
                        $"'{hostName}' 不能用作 {name} 的主机名：要求 2 至 60 个字符，仅限字母、数字以及中间的单个短横线或点号。"),
                Localized.Text("Give another -HostName.", "请更换 -HostName。"));
    }

    private static bool IsGoodPassword(string password, bool isWindows)
    {
        var kinds = new Func<char, bool>[]
        {
            character => character is >= 'a' and <= 'z',
            character => character is >= 'A' and <= 'Z',
            character => character is >= '0' and <= '9',
            character => Symbols.Contains(character),
        };
        var (least, variety) = isWindows ? (12, 3) : (8, 2);
        return password.Length >= least && password.Length <= LongestPassword
            && kinds.Count(kind => password.Any(kind)) >= variety
            && password.All(character => kinds.Any(kind => kind(character)));
    }
}
