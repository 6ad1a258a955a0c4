using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Images.Provenance;

/// <summary>Decides which mark an existing image gets.</summary>
public static class MissingMark
{
    /// <summary>Returns the mark that a copy lacks; null when it has one, or when nothing shows that it is a copy of the source.</summary>
    /// <param name="copy">The copy, as the service describes it.</param>
    /// <param name="region">The region of the copy.</param>
    /// <param name="source">The source, according to the run or its row.</param>
    /// <param name="sourceRegion">The region of the source.</param>
    public static SourceMark? Of(Image copy, string region, Image source, string sourceRegion) =>
        CopyRecognition.Match(copy, region, source, sourceRegion) == CopyMatch.LooksAlike ? SourceMark.For(source, sourceRegion) : null;
}
