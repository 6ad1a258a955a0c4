using TencentImageReplication.Core.Common;

namespace TencentImageReplication;

/// <summary>The texts about times. They are here because <see cref="TccTime"/> throws them itself.</summary>
internal static class TimeMessages
{
    internal static string NotUnderstood(string text) => Localized.Text(
        $"'{text}' is not a time, or it can be read as more than one.",
        $"“{text}”不是有效的时间，或者有多种理解方式。");

    internal static string Advice() => Localized.Text(
        "Write times as 2026-11-29T08:30:00Z.",
        "请将时间写成 2026-11-29T08:30:00Z 的形式。");

    internal static string NotUnderstoodWithAdvice(string text) =>
        Localized.Text($"{NotUnderstood(text)} {Advice()}", $"{NotUnderstood(text)}{Advice()}");
}
