using System.Text.RegularExpressions;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Rules;

/// <summary>Rules for the login and host name of an instance, which depend on the operating system of the image.</summary>
/// <remarks>Source: the RunInstances API page. Messages never contain the password.</remarks>
public static class InstanceRules
{
    private const string Symbols = "()`~!@#$%^&*-+=|{}[]:;',.?/";
    private const int MaxPasswordLength = 30;

    private static readonly Regex HostLabels = new("^[A-Za-z0-9]+([-.][A-Za-z0-9]+)*\\z", RegexOptions.CultureInvariant);

    /// <summary>Checks whether the image is needed to check a request.</summary>
    public static bool NeedsImage(RunInstancesRequest request) => request.LoginSettings is not null || request.HostName is not null;

    /// <summary>Checks the login and host name of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="image">The image of the new instance.</param>
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
                Localized.Text("A password, key pairs and the login of the image exclude each other.", "密码、密钥对和保留镜像设置只能使用其中一种。"),
                Localized.Text("Specify only one of -Password, -KeyId and -KeepImageLogin.", "请只指定 -Password、-KeyId 和 -KeepImageLogin 中的一个。"));
        }

        if (isWindows && hasKeys)
        {
            return new RuleViolation(
                "WindowsHasNoKeyPair",
                Localized.Text($"{name} is a Windows image. Windows does not support login with key pairs.", $"{name} 是 Windows 镜像，不支持用密钥对登录。"),
                Localized.Text("Specify -Password or -KeepImageLogin instead of -KeyId.", "请用 -Password 或 -KeepImageLogin 代替 -KeyId。"));
        }

        if (login.KeepImageLogin == "true" && image.ImageType == ImageTypes.Public)
        {
            return new RuleViolation(
                "PublicImageHasNoLogin",
                Localized.Text($"{name} is a public image and has no login to keep.", $"{name} 是公共镜像，不支持保留镜像设置。"),
                Localized.Text("Specify -Password or -KeyId.", "请指定 -Password 或 -KeyId。"));
        }

        return login.Password is { } password && !IsGoodPassword(password, isWindows)
            ? new RuleViolation(
                "PasswordNotAllowed",
                isWindows
                    ? Localized.Text(
                        $"The password does not meet the requirements of {name}: Windows requires 12 to 30 characters of at least three kinds (lower case, upper case, digits, symbols).",
                        $"密码不符合 {name} 的要求：Windows 密码为 12 至 30 个字符，至少包含小写字母、大写字母、数字和符号中的三类。")
                    : Localized.Text(
                        $"The password does not meet the requirements of {name}: 8 to 30 characters of at least two kinds (lower case, upper case, digits, symbols).",
                        $"密码不符合 {name} 的要求：密码为 8 至 30 个字符，至少包含小写字母、大写字母、数字和符号中的两类。"),
                Localized.Text($"Specify another -Password. Allowed symbols: {Symbols}", $"请用 -Password 指定其他密码；可用的符号：{Symbols}"))
            : null;
    }

    private static RuleViolation? CheckHostName(string? hostName, string name, bool isWindows)
    {
        // Only the service knows the values of patterns such as {R:1} or {IP}.
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
                        $"'{hostName}' is not a valid host name for {name}: Windows allows 2 to 15 letters, digits and single hyphens inside, and not only digits.",
                        $"“{hostName}”不能用作 {name} 的主机名：Windows 主机名为 2 至 15 个字符，可以是字母、数字和短横线；短横线不能在开头或结尾，不能连续使用；不能全为数字。")
                    : Localized.Text(
                        $"'{hostName}' is not a valid host name for {name}: 2 to 60 letters, digits, and single hyphens or dots inside are allowed.",
                        $"“{hostName}”不能用作 {name} 的主机名：主机名为 2 至 60 个字符，可以是字母、数字、短横线和点号；短横线和点号不能在开头或结尾，不能连续使用。"),
                Localized.Text("Specify another -HostName.", "请用 -HostName 指定其他主机名。"));
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
        var (minLength, minKinds) = isWindows ? (12, 3) : (8, 2);
        return password.Length >= minLength && password.Length <= MaxPasswordLength
            && kinds.Count(kind => password.Any(kind)) >= minKinds
            && password.All(character => kinds.Any(kind => kind(character)));
    }
}
