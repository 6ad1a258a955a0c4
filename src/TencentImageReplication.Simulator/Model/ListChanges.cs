namespace TencentImageReplication.Simulator.Model;

/// <summary>Changes of a list while a client reads it: they happen after a page that is not the last.</summary>
public sealed record ListChanges
{
    /// <summary>The number of items that are created after a page. New images are first in the list.</summary>
    public int Created { get; init; }

    /// <summary>The number of items of that page that are deleted, so that later items move to earlier positions.</summary>
    public int Deleted { get; init; }

    /// <summary>Only items whose names begin with this are deleted; empty for all.</summary>
    public string DeletedNames { get; init; } = "";

    /// <summary>The number of pages after which the list changes.</summary>
    public int Times { get; init; } = int.MaxValue;
}
