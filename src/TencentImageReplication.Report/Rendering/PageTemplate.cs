using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using TencentImageReplication.Report.Sections;
using TencentImageReplication.Report.Text;

namespace TencentImageReplication.Report.Rendering;

/// <summary>Renders the page. All values pass through the encoder of HTML; only the style sheet of this assembly does not.</summary>
internal static class PageTemplate
{
    private const string TemplateName = "report.liquid";
    private const string StyleName = "report.css";

    private static readonly Type[] Models =
    [
        typeof(ReportPage), typeof(Labels), typeof(Tile), typeof(Chip), typeof(Place), typeof(Matrix), typeof(MatrixRow), typeof(MatrixCell),
        typeof(StateGroup), typeof(Timeline), typeof(TimelineBar), typeof(DriftLine), typeof(FailureGroup), typeof(FailureLine), typeof(Storage),
        typeof(StorageLine), typeof(ResultLine),
    ];

    // Chinese stays readable in the file. What HTML gives a meaning is encoded anyway.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Render(ReportPage page)
    {
        var style = Resource(StyleName);
        var options = new TemplateOptions { CultureInfo = CultureInfo.InvariantCulture, StrictVariables = true, StrictFilters = true };
        foreach (var model in Models)
            options.MemberAccessStrategy.Register(model);
        var context = new TemplateContext(page, options);
        context.SetValue("style", style);
        context.SetValue("style_hash", HashOf(style));
        return new FluidParser().Parse(Resource(TemplateName)).Render(context, Encoder);
    }

    // The policy allows this one style sheet, by its hash.
    private static string HashOf(string style)
    {
        var data = Encoding.UTF8.GetBytes(style);
#if NET
        return Convert.ToBase64String(SHA256.HashData(data));
#else
        using var hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(data));
#endif
    }

    private static string Resource(string name)
    {
        using var stream = typeof(PageTemplate).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly has no resource {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
