using System.Text;
using TencentImageReplication.Core.Api.Tat;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Testing;

/// <summary>Reads the output of a script: bounded, and with its hidden characters written out, except line breaks and tabs.</summary>
internal static class ScriptOutput
{
    // 24 KB is what the service keeps.
    private const int MaxLength = 24 * 1024;

    /// <summary>Returns the output as text for people; it says how many bytes are missing.</summary>
    public static string Show(TaskResult result)
    {
        var text = Read(result).Replace("\r\n", "\n").TrimEnd('\n', '\r', ' ');
        var cut = text.Length > MaxLength;
        var visible = new StringBuilder(Math.Min(text.Length, MaxLength));
        foreach (var c in cut ? text.Substring(0, MaxLength) : text)
            visible.Append(c is not ('\n' or '\t') && VisibleText.IsHidden(c) ? VisibleText.Of(c.ToString()) : c.ToString());
        if (result.Dropped > 0)
            visible.Append('\n').Append(Localized.Text($"[{result.Dropped} more bytes were cut off]", $"[另有 {result.Dropped} 字节被截断]"));
        return visible.ToString();
    }

    /// <summary>Returns the output as the script wrote it.</summary>
    public static string Read(TaskResult result)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(result.Output));
        }
        catch (FormatException)
        {
            return result.Output;
        }
    }
}
