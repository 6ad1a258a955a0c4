using System.Text;
using System.Text.Json;
using TencentImageReplication.Simulator.Actions;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Tests.Support;

/// <summary>
/// Compares an action with Tencent's metadata: the request fields whose names its code contains, the response fields, and the
/// documented codes. Scripted faults do not count, because an action does not reach their code.
/// </summary>
internal sealed record Coverage(string Service, string Action, Part Request, Part Response, Part Codes)
{
    private static readonly string[] Schemas = ["cvm-2017-03-12.schema", "tag-2018-08-13.schema", "sts-2018-08-13.schema", "tat-2020-10-28.schema", "region-2022-06-27.schema", "as-2018-04-19.schema"];

    public static IReadOnlyList<Coverage> OfAll()
    {
        using var codes = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Captures", "error-codes.json")));
        var table = new ActionTable();
        // What every request passes, and the codes that are defaults of settings.
        var common = ReachableTexts.Of(
            (typeof(Gateway), "CheckShape"), (typeof(SimulatedCloudOptions), ".ctor"), (typeof(ApiSchema), "Validate"),
            (typeof(Permissions), "Check"), (typeof(SignatureVerifier), "Verify"), (typeof(EndpointRules), "Region"));
        common.Add("MissingParameter");
        var result = new List<Coverage>();
        foreach (var schema in Schemas.Select(ApiSchema.Load))
        {
            foreach (var name in table.Names.Where(name => schema.Describes(name) && table.ServiceName(name, schema.Version) == schema.Service))
            {
                var action = table.Find(schema.Version, name);
                var texts = ReachableTexts.Of((action.GetType(), "Execute"));
                var documented = codes.RootElement.GetProperty(schema.Service).GetProperty(name).EnumerateArray().Select(code => code.GetString()!).ToList();
                result.Add(new Coverage(
                    schema.Service,
                    name,
                    new Part(Fields(schema, name + "Request"), texts.Contains),
                    new Part(Fields(schema, name + "Response").Where(field => field != "RequestId"), texts.Contains),
                    new Part(documented, code => common.Contains(code) || CanRaise(texts, code))));
            }
        }
        return result;
    }

    /// <summary>Writes the table of the page.</summary>
    public static string Table(IEnumerable<Coverage> all)
    {
        var text = new StringBuilder("| action | request fields | response fields | error codes |\n|---|---|---|---|\n");
        foreach (var line in all.Select(one => $"| {(one.Service == "cvm" ? "" : one.Service + ": ")}{one.Action} | {one.Request} | {one.Response} | {one.Codes} |"))
            text.Append(line).Append('\n');
        return text.ToString();
    }

    /// <summary>Writes the page with what is missing.</summary>
    public static string Page(IEnumerable<Coverage> all)
    {
        var text = new StringBuilder("# What the simulator does not play\n\nA test writes this page from Tencent's metadata and the compiled simulator. [The figures](simulator.md#coverage).\n");
        foreach (var one in all)
        {
            var parts = new[] { ("Request fields", one.Request), ("Response fields", one.Response), ("Error codes", one.Codes) };
            if (parts.All(part => part.Item2.Missing.Count == 0))
                continue;
            text.Append("\n## ").Append(one.Service == "cvm" ? "" : one.Service + ": ").Append(one.Action).Append('\n');
            foreach (var (title, part) in parts.Where(part => part.Item2.Missing.Count > 0))
                text.Append('\n').Append(Wrapped($"{title}: {string.Join(", ", part.Missing.Select(name => $"`{name}`"))}."));
        }
        return text.ToString();
    }

    private static string Wrapped(string text)
    {
        const int Width = 120;
        var (lines, line) = (new StringBuilder(), "");
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length + 1 > Width)
            {
                lines.Append(line).Append('\n');
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        return lines.Append(line).Append('\n').ToString();
    }

    // A code can be put together from a beginning and the name of a state.
    private static bool CanRaise(HashSet<string> texts, string code) => texts.Contains(code)
        || texts.Any(start => start.Length > 10 && start.Contains('.', StringComparison.Ordinal) && code.StartsWith(start, StringComparison.Ordinal) && texts.Contains(code[start.Length..]));

    private static IEnumerable<string> Fields(ApiSchema schema, string type)
    {
        var (open, seen, result) = (new Queue<string>([type]), new HashSet<string>(), new List<string>());
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next) || schema.Fields(next) is not { } fields)
                continue;
            foreach (var (name, field) in fields)
            {
                result.Add(name);
                open.Enqueue(field.Type);
            }
        }
        return result.Distinct(StringComparer.Ordinal);
    }
}

/// <summary>The names of one kind, and those that are missing.</summary>
internal sealed class Part(IEnumerable<string> names, Func<string, bool> has)
{
    private readonly List<string> _names = [.. names];

    public List<string> Missing => _names.FindAll(name => !has(name));

    public override string ToString() => $"{_names.Count - Missing.Count} of {_names.Count}";
}
