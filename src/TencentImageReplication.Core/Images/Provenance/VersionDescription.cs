using System.Globalization;
using System.Text.RegularExpressions;

namespace TencentImageReplication.Core.Images.Provenance;

/// <summary>
/// The description of a template version that this module makes. It names the image and the version that it is based on, so that the
/// version is found again, and is not taken for one of somebody else.
/// </summary>
/// <param name="ImageId">The image.</param>
/// <param name="BasedOn">The number of the version that it is based on.</param>
public sealed record VersionDescription(string ImageId, long BasedOn)
{
    /// <summary>The maximum length of the text of the user: a description has at most 256 characters.</summary>
    public const int MaxTextLength = 180;

    private const string Maker = "ImageReplication";
    private const string From = "from";

    private static readonly Regex Form = new(
        $@"^{Maker} (?<image>img-[a-z0-9]{{4,32}}) {From} (?<version>[0-9]{{1,18}})(: .*)?\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>Returns the description with the text of the user.</summary>
    public string With(string? text) => string.IsNullOrEmpty(text) ? ToString() : $"{this}: {text}";

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Maker} {ImageId} {From} {BasedOn}");

    /// <summary>Reads a description; null if this module did not write it.</summary>
    public static VersionDescription? Of(string? description) => description is not null && Form.Match(description) is { Success: true } match
        ? new(match.Groups["image"].Value, long.Parse(match.Groups["version"].Value, CultureInfo.InvariantCulture))
        : null;
}
