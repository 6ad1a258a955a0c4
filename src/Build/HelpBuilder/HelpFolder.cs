using System.Text;
using TencentImageReplication.HelpBuilder.About;
using TencentImageReplication.HelpBuilder.Commands;

namespace TencentImageReplication.HelpBuilder;

/// <summary>Creates all help files of one culture.</summary>
internal static class HelpFolder
{
    private const string TopicPrefix = "about_";
    private const string TopicSuffix = ".help.txt";

    /// <param name="source">The folder with the pages of the culture.</param>
    /// <param name="target">The folder of the culture in the module.</param>
    /// <param name="address">The public address of the repository, where Get-Help -Online finds the pages; empty for none.</param>
    /// <exception cref="HelpSourceException">A page is not valid.</exception>
    internal static void Build(string source, string target, string address = "")
    {
        // All pages are read before a file is written: incomplete help would count as up to date.
        var (topics, commands) = Read(source);

        Directory.CreateDirectory(target);
        foreach (var old in Directory.EnumerateFiles(target, $"{TopicPrefix}*{TopicSuffix}"))
            File.Delete(old);
        // With a byte order mark, for editors on Windows.
        foreach (var topic in topics)
            File.WriteAllText(Path.Combine(target, topic.Name + TopicSuffix), TopicWriter.Write(topic), Encoding.UTF8);
        // Last, because the build uses these files to decide whether help is up to date.
        foreach (var file in commands.GroupBy(command => command.HelpFile, StringComparer.Ordinal))
            MamlWriter.Write(file.Select(page => WithAddress(page, source, address)), Path.Combine(target, file.Key));
    }

    private static CommandPage WithAddress(CommandPage page, string source, string address) =>
        page.OnlineVersion.Length > 0 || address.Length == 0
            ? page
            : page with { OnlineVersion = $"{address.TrimEnd('/')}/blob/main/docs/{Path.GetFileName(Path.TrimEndingDirectorySeparator(source))}/{page.Name}.md" };

    private static (List<TopicPage> Topics, List<CommandPage> Commands) Read(string source)
    {
        var topics = new List<TopicPage>();
        var commands = new List<CommandPage>();
        foreach (var path in Directory.EnumerateFiles(source, "*.md").Order(StringComparer.Ordinal))
        {
            var page = MarkdownPage.Read(path);
            if (Path.GetFileName(path).StartsWith(TopicPrefix, StringComparison.Ordinal))
                topics.Add(TopicPageReader.Read(page));
            else
                commands.Add(CommandPageReader.Read(page));
        }

        return (topics, commands);
    }
}
