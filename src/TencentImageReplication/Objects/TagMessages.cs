using TencentImageReplication.Core.Common;

namespace TencentImageReplication;

/// <summary>The texts about tags. They are here because <see cref="TccTagCollection"/> throws them itself.</summary>
internal static class TagMessages
{
    internal static string Invalid(string text) => WithAdvice(
        Localized.Text($"'{text}' is not a valid tag.", $"“{text}”不是有效的标签。"));

    internal static string InvalidValue(string key, string type) => WithAdvice(Localized.Text(
        $"The value of the tag '{key}' is not a text, a number, a Boolean or a time, but {type}.",
        $"标签“{key}”的值不是文本、数字、布尔值或时间，而是 {type}。"));

    private static string WithAdvice(string problem)
    {
        var advice = Localized.Text(
            "Write tags as @{ env = 'prod' } or as 'env=prod'.",
            "请将标签写成 @{ env = 'prod' } 或 'env=prod'。");
        return Localized.Text($"{problem} {advice}", $"{problem}{advice}");
    }
}
