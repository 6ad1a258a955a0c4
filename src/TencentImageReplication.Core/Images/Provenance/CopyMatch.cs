namespace TencentImageReplication.Core.Images.Provenance;

/// <summary>The relation of an image in a destination, with the name of the copy, to the source.</summary>
public enum CopyMatch
{
    /// <summary>The image is no copy of the source, or cannot become usable.</summary>
    Different,

    /// <summary>Its mark names another source.</summary>
    OfAnotherSource,

    /// <summary>It has no mark and is older than the source: a copy of an earlier image of the same name, or something else.</summary>
    OlderThanSource,

    /// <summary>It has no mark, looks like the source and is not older.</summary>
    LooksAlike,

    /// <summary>The source itself was copied from it.</summary>
    SourceOfSource,

    /// <summary>Its mark names this very source.</summary>
    Marked,
}
