using System.Xml.Linq;
using TencentImageReplication.HelpBuilder.About;

namespace TencentImageReplication.HelpBuilder.Commands;

/// <summary>Writes the help of commands as MAML, which every PowerShell reads.</summary>
internal static class MamlWriter
{
    private const int TitleColumns = 72;
    private static readonly XNamespace Msh = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    internal static void Write(IEnumerable<CommandPage> pages, string path)
    {
        var root = new XElement(Msh + "helpItems", new XAttribute("schema", "maml"), pages.Select(Page));
        new XDocument(root).Save(path);
    }

    private static XElement Page(CommandPage page)
    {
        var (verb, noun) = page.Name.Split('-') is [var first, var second] ? (first, second) : (page.Name, "");
        return new XElement(
            Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(
                Command + "details",
                new XElement(Command + "name", page.Name),
                new XElement(Command + "verb", verb),
                new XElement(Command + "noun", noun),
                Text(Maml + "description", page.Synopsis)),
            Text(Maml + "description", page.Description),
            new XElement(Command + "syntax", page.ParameterSets.Select(set => SyntaxItem(page.Name, set))),
            new XElement(Command + "parameters", page.Parameters.Select(Parameter)),
            new XElement(Command + "inputTypes", page.Inputs.Select(type => Type(Command + "inputType", type))),
            new XElement(Command + "returnValues", page.Outputs.Select(type => Type(Command + "returnValue", type))),
            new XElement(Maml + "alertSet", Text(Maml + "alert", page.Notes)),
            new XElement(Command + "examples", page.Examples.Select(Example)),
            new XElement(Command + "relatedLinks", Links(page)));
    }

    private static XElement SyntaxItem(string command, ParameterSet set) => new(
        Command + "syntaxItem",
        new XElement(Maml + "name", command),
        set.Parameters.Select(parameter => Parameter(parameter, parameter.IsSwitch ? null : Value(parameter), Values(parameter))));

    private static XElement Parameter(ParameterHelp parameter) => Parameter(parameter, Value(parameter));

    private static XElement Parameter(ParameterHelp parameter, XElement? value, XElement? values = null) => new(
        Command + "parameter",
        Attributes(parameter),
        new XElement(Maml + "name", parameter.Name),
        Text(Maml + "description", parameter.Description),
        values,
        value,
        DevType(parameter),
        new XElement(Dev + "defaultValue", parameter.DefaultValue));

    private static IEnumerable<XAttribute> Attributes(ParameterHelp parameter) =>
    [
        new("required", Lower(parameter.Required)),
        new("variableLength", Lower(parameter.IsArray)),
        new("globbing", Lower(parameter.Wildcards)),
        new("pipelineInput", parameter.PipelineInput),
        new("position", parameter.Position.ToLowerInvariant()),
        new("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
    ];

    private static XElement? Values(ParameterHelp parameter) => parameter.AcceptedValues.Count == 0
        ? null
        : new XElement(
            Command + "parameterValueGroup",
            parameter.AcceptedValues.Select(value => new XElement(
                Command + "parameterValue",
                new XAttribute("required", "false"),
                new XAttribute("variableLength", "false"),
                value)));

    private static XElement Value(ParameterHelp parameter) => new(
        Command + "parameterValue",
        new XAttribute("required", Lower(!parameter.IsSwitch)),
        new XAttribute("variableLength", Lower(parameter.IsArray)),
        parameter.Type);

    private static XElement DevType(ParameterHelp parameter) => new(
        Dev + "type",
        new XElement(Maml + "name", parameter.Type),
        new XElement(Maml + "uri"));

    private static XElement Type(XName name, TypeHelp type) => new(
        name,
        new XElement(Dev + "type", new XElement(Maml + "name", type.Name)),
        Text(Maml + "description", type.Description));

    private static XElement Example(ExampleHelp example) => new(
        Command + "example",
        new XElement(Maml + "title", TitleLine(example.Title)),
        new XElement(Dev + "code", example.Code),
        // The empty paragraph at the end separates the next example.
        Text(Dev + "remarks", [.. example.Remarks, new Paragraph("", ParagraphKind.Text)]));

    // Like the help of PowerShell: in the middle of a line of dashes, when there is room.
    private static string TitleLine(string title)
    {
        var dashes = new string('-', Math.Max(0, (TitleColumns - WordWrap.Width(title)) / 2 - 1));
        return $"{dashes} {title} {dashes}".Trim();
    }

    // Get-Help -Online opens the first address that it finds, so only the one of this help is written as an address.
    private static IEnumerable<XElement> Links(CommandPage page)
    {
        if (page.OnlineVersion.Length > 0)
            yield return Link("Online version:", page.OnlineVersion);
        foreach (var link in page.Links)
            yield return Link(link.Address.Length > 0 ? $"{link.Text}: {link.Address}" : link.Text, "");
    }

    private static XElement Link(string text, string address) => new(
        Maml + "navigationLink",
        new XElement(Maml + "linkText", text),
        address.Length == 0 ? null : new XElement(Maml + "uri", address));

    private static XElement Text(XName name, IReadOnlyList<Paragraph> paragraphs)
    {
        var element = new XElement(name);
        XElement? list = null;
        foreach (var paragraph in paragraphs)
        {
            // Get-Help writes an empty line between paragraphs, and none between the items of a list.
            if (paragraph.Kind == ParagraphKind.Item && list is not null)
                list.Value += "\n" + paragraph.Text;
            else
                element.Add(list = new XElement(Maml + "para", paragraph.Text));
            if (paragraph.Kind != ParagraphKind.Item)
                list = null;
        }

        return element;
    }

    private static string Lower(bool value) => value ? "true" : "false";
}
