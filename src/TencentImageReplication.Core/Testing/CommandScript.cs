using System.Text;
using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Testing;

/// <summary>A script in the form that the automation service takes.</summary>
/// <param name="Content">The script, as base64.</param>
/// <param name="Type">Its language: PowerShell on Windows, a shell elsewhere.</param>
internal sealed record CommandScript(string Content, string Type)
{
    /// <summary>The maximum length of the content. Source: RunCommand.</summary>
    public const int MaxLength = 64 * 1024;

    /// <summary>Creates the script for an image.</summary>
    public static CommandScript For(Image image, string text) =>
        string.Equals(image.Platform, "Windows", StringComparison.OrdinalIgnoreCase)
            ? new(Encode(text), "POWERSHELL")
            // A shell takes the carriage return of a file from Windows as part of a word.
            : new(Encode(text.Replace("\r\n", "\n")), "SHELL");

    /// <summary>Returns the script as base64.</summary>
    public static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
