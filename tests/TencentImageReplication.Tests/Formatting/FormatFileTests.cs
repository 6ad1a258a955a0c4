using System.Text.RegularExpressions;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Formatting;

/// <summary>PowerShell does not report a type that a view names and that does not exist: the cell is empty.</summary>
public sealed partial class FormatFileTests
{
    [Fact]
    public void Every_type_that_a_view_names_exists()
    {
        var file = Path.Combine(Repository.Root, "src", "TencentImageReplication", "Formatting", "TencentImageReplication.Format.ps1xml");
        var names = TypeName().Matches(File.ReadAllText(file)).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

        Assert.Contains(typeof(TccImage).FullName!, names);
        Assert.DoesNotContain(names, name => typeof(TccImage).Assembly.GetType(name) is not { IsPublic: true });
    }

    [GeneratedRegex(@"(?<=[>\[.])TencentImageReplication\.[\w.]+(?=[<\]])")]
    private static partial Regex TypeName();
}
