using System.Globalization;

namespace TencentImageReplication.Core.Plans.Files;

/// <summary>A mistake in a plan file, or something in it that is probably one.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">The description, which names the key, in the language of the user.</param>
public sealed record PlanProblem(int Line, string Text)
{
    /// <summary>Returns the description with the place: <c>images.psd1:12: Families[0].Name is missing.</c></summary>
    /// <param name="path">The file.</param>
    public string At(string path) => string.Format(CultureInfo.InvariantCulture, "{0}:{1}: {2}", Path.GetFileName(path), Line, Text);
}
