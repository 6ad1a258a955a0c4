using System.Globalization;
using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Images.Provenance;

/// <summary>
/// The mark of a copy: a tag that names the image from which it was copied and, when that is a copy too, the first image of the
/// chain. SyncImages keeps no link from a copy to its source.
/// </summary>
/// <param name="Source">The image from which the copy was created.</param>
/// <param name="Origin">The first image of the chain; null when that is the source.</param>
public sealed record SourceMark(ImageIdentity Source, ImageIdentity? Origin = null)
{
    /// <summary>The key of the tag. When it holds no more values, <c>ImageReplicationSource.2</c> and so on follow.</summary>
    public const string TagKey = "ImageReplicationSource";

    /// <summary>The maximum length of a tag value. Source: page 651/13354.</summary>
    public const int MaxLength = 255;

    // Both are allowed in tag values, and in no region, ID or time.
    private const char BetweenImages = ';';
    private const char BetweenParts = '/';

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Returns the mark for the copies of an image.</summary>
    public static SourceMark For(Image source, string region)
    {
        var direct = ImageIdentity.Of(source, region);
        return new SourceMark(direct, Of(source) is [var mark, ..] ? mark.Origin ?? mark.Source : null);
    }

    /// <summary>Returns the key of the tag for the first, second or a later thousand of values.</summary>
    public static string KeyOf(int number) => number == 1 ? TagKey : $"{TagKey}.{number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Checks if a key is one of the marks, whatever its number.</summary>
    public static bool IsKey(string key) =>
        key.StartsWith(TagKey, StringComparison.Ordinal)
        && (key.Length == TagKey.Length || (key[TagKey.Length] == '.' && IsNumber(key.Substring(TagKey.Length + 1))));

    /// <summary>Reads the marks of an image. A tag whose value is not a mark is left out.</summary>
    public static IReadOnlyList<SourceMark> Of(Image image)
    {
        // Most images have no mark, and lists have thousands of images.
        List<SourceMark>? marks = null;
        foreach (var tag in image.Tags)
        {
            if (IsKey(tag.Key) && TryParse(tag.Value) is { } mark)
                (marks ??= []).Add(mark);
        }

        return marks ?? (IReadOnlyList<SourceMark>)[];
    }

    /// <summary>Reads the value of a tag.</summary>
    /// <returns>The mark; null when the value is not one.</returns>
    public static SourceMark? TryParse(string value)
    {
        var images = value.Split(BetweenImages);
        if (images.Length > 2 || ReadImage(images[0]) is not { } source)
            return null;
        if (images.Length == 1)
            return new SourceMark(source);
        return ReadImage(images[1]) is { } origin ? new SourceMark(source, origin) : null;
    }

    /// <summary>Checks that the mark names an image as the direct source.</summary>
    public bool Names(ImageIdentity image) => Source.IsSame(image);

    /// <summary>Checks that the marked image is a copy of an image, directly or through others.</summary>
    public bool ComesFrom(ImageIdentity image) => Names(image) || Origin?.IsSame(image) == true;

    /// <summary>Returns the value of the tag.</summary>
    public string ToValue()
    {
        var source = Write(Source);
        var both = Origin is null || Origin.IsSame(Source) ? source : $"{source}{BetweenImages}{Write(Origin)}";
        // The direct source decides what a copy is.
        return both.Length <= MaxLength ? both : source;
    }

    private static string Write(ImageIdentity image) => string.Join(
        BetweenParts.ToString(), image.Region.ToLowerInvariant(), image.ImageId, image.CreatedTime?.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));

    private static ImageIdentity? ReadImage(string text)
    {
        var parts = text.Trim().Split(BetweenParts);
        if (parts is not [{ Length: > 0 } region, { Length: > 0 } imageId, var time])
            return null;
        if (time.Length == 0)
            return new ImageIdentity(region, imageId, null);
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParseExact(time, TimeFormat, CultureInfo.InvariantCulture, Utc, out var created)
            ? new ImageIdentity(region, imageId, created)
            : null;
    }

    private static bool IsNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 2;
}
