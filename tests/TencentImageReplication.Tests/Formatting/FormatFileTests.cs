using System.Reflection;
using System.Xml.Linq;
using TencentImageReplication.Formatting;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Formatting;

/// <summary>PowerShell does not report a type or a property that a view names and that does not exist: the cell is empty.</summary>
public sealed class FormatFileTests
{
    private const string Prefix = "TencentImageReplication.";
    private const string Deserialized = "Deserialized.";

    // The type name that rows of all kinds have in a run that publishes.
    private const string SyncRow = Prefix + "TccSyncRow";
    private static readonly XDocument Views = Load("Format");
    private static readonly Dictionary<string, XElement> Types = Load("Types").Root!.Elements("Type").ToDictionary(type => type.Element("Name")!.Value);

    public static TheoryData<Type> Shown => [.. Views.Descendants("TypeName").Select(name => name.Value)
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name != SyncRow).Distinct()
        .Select(name => typeof(TccImage).Assembly.GetType(name, throwOnError: true)!)];

    // ConstrainedLanguage refuses to run those that call methods.
    [Fact]
    public void No_view_has_a_script_block() => Assert.Empty(Views.Descendants("ScriptBlock"));

    [Theory]
    [MemberData(nameof(Shown))]
    public void Every_property_that_a_view_names_exists(Type type)
    {
        var views = Views.Descendants("View").Where(view => view.Descendants("TypeName").First().Value == type.FullName).ToList();

        Assert.All(views, view => Assert.Equal([type.FullName!, Deserialized + type.FullName], view.Descendants("TypeName").Select(name => name.Value).Where(name => name != SyncRow)));
        var known = type.GetProperties().Select(property => property.Name).Concat(Hidden(type.FullName!));
        Assert.Empty(views.Descendants("PropertyName").Select(name => name.Value).Except(known));
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public void Hidden_properties_are_used_and_have_a_method(Type type)
    {
        var hidden = Hidden(type.FullName!);

        var used = Views.Descendants("View").Where(view => view.Descendants("TypeName").First().Value == type.FullName).Descendants("PropertyName");
        Assert.Empty(hidden.Except(used.Select(name => name.Value)));
        Assert.All(hidden, name => Assert.NotNull(typeof(TccView).GetMethod(name["View".Length..], BindingFlags.Public | BindingFlags.Static)));
        Assert.Equal(hidden, Hidden(Deserialized + type.FullName));
    }

    [Fact]
    public void The_table_of_plans_has_its_values_for_rows_of_all_kinds()
    {
        var table = Views.Descendants("View").Single(view => view.Descendants("TypeName").Any(name => name.Value == SyncRow));

        var wanted = table.Descendants("PropertyName").Select(name => name.Value).ToList();
        Assert.Equal(typeof(TccReplicationRow).FullName, table.Descendants("TypeName").First().Value);
        Assert.All([typeof(TccImageTest), typeof(TccImagePublication)], type =>
            Assert.Empty(wanted.Except(type.GetProperties().Select(property => property.Name)).Except(Hidden(SyncRow))));
        Assert.Empty(Hidden(SyncRow).Except(wanted));
        Assert.Empty(Hidden(SyncRow).Except(Hidden(typeof(TccReplicationRow).FullName!)));
    }

    // Without the list, Clixml and jobs would keep the hidden properties as visible ones.
    [Theory]
    [MemberData(nameof(Shown))]
    public void Clixml_and_jobs_keep_exactly_the_properties_of_the_object(Type type)
    {
        if (Hidden(type.FullName!).Count == 0)
            return;
        var properties = type.GetProperties().Select(property => property.Name).ToList();

        Assert.Equal(properties, Kept(type.FullName!));
        Assert.Equal(properties, Kept(Deserialized + type.FullName));
    }

    private static XDocument Load(string kind) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", "TencentImageReplication", "Formatting", $"TencentImageReplication.{kind}.ps1xml"));

    private static List<string> Hidden(string type) => !Types.TryGetValue(type, out var found) ? [] : [.. found.Descendants("CodeProperty")
        .Where(property => property.Attribute("IsHidden")?.Value == "true")
        .Select(property => property.Element("Name")!.Value)];

    private static IEnumerable<string> Kept(string type) =>
        Types[type].Descendants("ReferencedProperties").Single().Elements("Name").Select(name => name.Value);
}
