namespace TencentImageReplication.TestKit.Architecture;

/// <summary>One use of a folder by another. A folder that uses nothing has a use of itself, so that it is known.</summary>
/// <param name="From">The folder that uses.</param>
/// <param name="To">The folder that is used.</param>
/// <param name="Example">The place of the use, as the part of a sentence: "SyncImages.Execute uses ImageStore".</param>
public sealed record FolderUse(string From, string To, string Example)
{
    /// <summary>The name of the folder that the root namespace stands for.</summary>
    public const string Root = "(root)";

    /// <summary>Returns the folder of a namespace, null when it is outside of the root namespace.</summary>
    internal static string? FolderOf(string typeNamespace, string rootNamespace) =>
        typeNamespace == rootNamespace ? Root
        : typeNamespace.StartsWith(rootNamespace + ".", StringComparison.Ordinal) ? typeNamespace[(rootNamespace.Length + 1)..].Replace('.', '/')
        : null;
}
