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
    private static readonly XDocument Views = Load("Format");
    private static readonly Dictionary<string, XElement> Types = Load("Types").Root!.Elements("Type").ToDictionary(type => type.Element("Name")!.Value);

    public static TheoryData<Type> Shown => [.. Views.Descendants("TypeName").Select(name => name.Value)
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Distinct()
        .Select(name => typeof(TccImage).Assembly.GetType(name, throwOnError: true)!)];

    // ConstrainedLanguage refuses to run those that call methods.
    [Fact]
    public void No_view_has_a_script_block() => Assert.Empty(Views.Descendants("ScriptBlock"));

    [Theory]
    [MemberData(nameof(Shown))]
    public void Every_property_that_a_view_names_exists(Type type)
    {
        var views = Views.Descendants("View").Where(view => view.Descendants("TypeName").First().Value == type.FullName).ToList();

        Assert.All(views, view => Assert.Equal([type.FullName!, Deserialized + type.FullName], view.Descendants("TypeName").Select(name => name.Value)));
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

    // Escape sequences in the name of an image would get to the screen: these lists have no view.
    [Theory]
    [InlineData(typeof(TccReplicationRow))]
    [InlineData(typeof(TccImageTest))]
    [InlineData(typeof(TccImagePublication))]
    public void Rows_among_others_are_lists_of_a_few_properties_without_texts_of_others(Type type)
    {
        var shown = SetOf(type.FullName!, "DefaultDisplayPropertySet")!.ToList();

        Assert.Equal(shown, SetOf(Deserialized + type.FullName, "DefaultDisplayPropertySet"));
        Assert.Empty(shown.Except(type.GetProperties().Select(property => property.Name)));
        Assert.DoesNotContain(shown, name => Hidden(type.FullName!).Contains("View" + name) && name is not ("Family" or "Account" or "State" or "Status"));
    }

    private static XDocument Load(string kind) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", "TencentImageReplication", "Formatting", $"TencentImageReplication.{kind}.ps1xml"));

    private static List<string> Hidden(string type) => !Types.TryGetValue(type, out var found) ? [] : [.. found.Descendants("CodeProperty")
        .Where(property => property.Attribute("IsHidden")?.Value == "true")
        .Select(property => property.Element("Name")!.Value)];

    private static IEnumerable<string> Kept(string type) =>
        SetOf(type, "PropertySerializationSet")!;

    private static IEnumerable<string>? SetOf(string type, string name) => !Types.TryGetValue(type, out var found) ? null : found.Descendants("PropertySet")
        .SingleOrDefault(set => set.Element("Name")!.Value == name)?
        .Descendants("ReferencedProperties").Single().Elements("Name").Select(property => property.Value);
}
