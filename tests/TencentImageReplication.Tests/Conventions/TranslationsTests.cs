using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>Every text for users is in both languages, with the same values in it.</summary>
public sealed class TranslationsTests
{
    private static readonly string[] Projects = ["TencentImageReplication", "TencentImageReplication.Core", "TencentImageReplication.Report"];

    // Files with texts that have no translation, and why.
    private static readonly Dictionary<string, Func<string, bool>> Allowed = new(StringComparer.Ordinal)
    {
        // The header of a signature.
        ["TencentImageReplication.Core/Transport/Signing/Tc3Signer.cs"] = text => text.Contains("Credential=", StringComparison.Ordinal)
            || text.Contains("SignedHeaders=", StringComparison.Ordinal),
        // Names in both languages: a test of the catalog compares them.
        ["TencentImageReplication.Core/Common/RegionCatalog.cs"] = _ => true,
        // Settings that no parameter of a cmdlet reaches with a wrong value.
        ["TencentImageReplication.Core/Transport/TencentCloudConnection.cs"] = text =>
            text.StartsWith("The ", StringComparison.Ordinal),
    };

    public static TheoryData<string> Files => [.. Projects
        .Select(project => Path.Combine(Repository.Root, "src", project))
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Path.Combine(Repository.Root, "src"), file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_text_has_a_translation(string file)
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "src", file));

        Assert.Empty(Translations.FindProblems(source, Allowed.GetValueOrDefault(file)));
    }

    [Theory]
    [InlineData("""string T() => "No such image.";""", "no translation")]
    [InlineData("""string T(string id) => $"{id} is gone";""", "no translation")]
    [InlineData("""string T(string id) => $"Gone: {id}";""", "no translation")]
    [InlineData("""[LoggerMessage(1, LogLevel.Information, "No such image.")] void T();""", "no translation")]
    [InlineData("""void T() => throw new ArgumentException("No such image.");""", "no translation")]
    [InlineData("""string T() => Localized.Text("No such image.", "No such image.");""", "no Chinese")]
    [InlineData("""string T() => Localized.Text("No such image 镜像.", "没有此镜像。");""", "Chinese in the English")]
    [InlineData("""string T(string id) => Localized.Text($"There is no image {id}.", "没有此镜像。");""", "not the same values")]
    [InlineData("""string T(string id, string no) => Localized.Text($"There is no image {id}.", $"没有镜像 {no}。");""", "not the same values")]
    [InlineData("""string T(double s) => Localized.Text($"It took {s:0} s.", $"用时 {s} 秒。");""", "not the same values")]
    public void A_text_without_a_translation_is_found(string member, string problem) =>
        Assert.StartsWith($"1: {problem}", Assert.Single(Translations.FindProblems($"class C {{ {member} }}")), StringComparison.Ordinal);

    [Fact]
    public void A_text_only_for_Windows_PowerShell_is_found() =>
        Assert.Single(Translations.FindProblems("class C\n{\n#if !NET\n    string T() => \"No such image.\";\n#endif\n}"));

    [Theory]
    [InlineData("""string T(string id) => Localized.Text($"There is no image {id}.", $"没有镜像 {id}。");""")]
    [InlineData("""string T(int n) => Localized.Text("There " + (n == 1 ? "is 1 image" : $"are {n} images"), $"有 {n} 个镜像");""")]
    [InlineData("""string T(string a, string b) => Localized.Text($"{a} {b}", $"{a}{b}");""")]
    [InlineData("""[LoggerMessage(1, LogLevel.Debug, "No such image.")] void T();""")]
    [InlineData("""[Obsolete("No such image.")] void T();""")]
    [InlineData("""void T() => throw new InvalidOperationException("No such image.");""")]
    [InlineData("""string T(string a, string b) => $"{a}/{b}, {a} ({b})";""")]
    [InlineData("""string T() => "ResourceInsufficient.";""")]
    public void Translated_texts_and_texts_that_nobody_reads_pass(string member) =>
        Assert.Empty(Translations.FindProblems($"class C {{ {member} }}"));

    [Fact]
    public void Allowed_files_have_such_texts()
    {
        foreach (var file in Allowed.Keys)
            Assert.NotEmpty(Translations.FindProblems(File.ReadAllText(Path.Combine(Repository.Root, "src", file))));
    }
}
