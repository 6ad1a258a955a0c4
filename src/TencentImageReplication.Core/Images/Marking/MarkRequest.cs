using TencentImageReplication.Core.Images.Provenance;

namespace TencentImageReplication.Core.Images.Marking;

/// <summary>The mark that a copy gets once it is available.</summary>
/// <param name="SourceImageId">The source image.</param>
/// <param name="SourceRegion">The region of the source.</param>
/// <param name="Mark">The mark; null when it is not known, as in a row that was read from a file.</param>
public sealed record MarkRequest(string SourceImageId, string SourceRegion, SourceMark? Mark);
