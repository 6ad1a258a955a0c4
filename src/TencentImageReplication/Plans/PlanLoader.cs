using System.Text;
using TencentImageReplication.Core.Plans.Files;
using TencentImageReplication.Text;

namespace TencentImageReplication.Plans;

/// <summary>Reads plan files: PowerShell data files and JSON.</summary>
internal static class PlanLoader
{
    private const int MaxBytes = 1024 * 1024;

    // Without a byte order mark, a file is UTF-8 in every PowerShell.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    internal static PlanFile Read(string path)
    {
        if (new FileInfo(path).Length > MaxBytes)
            return Unreadable(path, Messages.PlanTooLarge());
        string text;
        try
        {
            using var reader = new StreamReader(path, Strict, detectEncodingFromByteOrderMarks: true);
            text = reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return Unreadable(path, Messages.PlanNotUtf8());
        }

        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".psd1" => PlanDataReader.Read(path, text),
            ".json" => PlanFileReader.ReadJson(path, text),
            _ => Unreadable(path, Messages.PlanExtension()),
        };
    }

    private static PlanFile Unreadable(string path, string problem) => PlanFileReader.Read(path, null, [new PlanProblem(1, problem)]);
}
