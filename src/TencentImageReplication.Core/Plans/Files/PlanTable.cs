using System.Globalization;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Plans.Files;

/// <summary>A table of a plan file: reads the values of its keys, and reports those of a wrong type and unknown keys.</summary>
internal sealed class PlanTable
{
    private const int MaxTypingErrors = 3;

    private readonly PlanNode _node;
    private readonly PlanReport _report;

    private PlanTable(PlanNode node, string path, PlanReport report)
    {
        _node = node;
        _report = report;
        Path = path;
    }

    /// <summary>The keys that lead to the table, such as <c>Families[0].Retention</c>; empty for the whole file.</summary>
    public string Path { get; }

    /// <summary>The line of the table.</summary>
    public int Line => _node.Line;

    /// <summary>The keys and values.</summary>
    public IReadOnlyList<PlanMember> Members => _node.Members;

    /// <summary>Opens a table, and reports the keys that it must not have.</summary>
    /// <param name="node">The value.</param>
    /// <param name="path">The keys that lead to it.</param>
    /// <param name="report">Receives the mistakes.</param>
    /// <param name="keys">The valid keys; none for any key.</param>
    /// <returns>Null when the value is no table.</returns>
    public static PlanTable? Open(PlanNode node, string path, PlanReport report, params string[] keys)
    {
        var table = new PlanTable(node, path, report);
        if (!table.Is(node, PlanNodeKind.Table, path.Length == 0 ? Localized.Text("The plan", "计划") : path))
            return null;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in node.Members)
        {
            var at = table.At(member.Key);
            if (keys.Length > 0 && !keys.Contains(member.Key, StringComparer.OrdinalIgnoreCase))
                report.Error(member.Line, Unknown(at, member.Key, keys));
            else if (!seen.Add(member.Key))
                report.Error(member.Line, Localized.Text($"{at} occurs twice.", $"{at} 出现了两次。"));
        }

        return table;
    }

    /// <summary>Returns the path of a key.</summary>
    public string At(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    /// <summary>Returns the line of a key; that of the table without it.</summary>
    public int LineOf(string key) => Find(key)?.Line ?? Line;

    /// <summary>Checks that the table has a key.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Returns a value; null without one.</summary>
    public PlanNode? Value(string key) => Find(key)?.Value;

    /// <summary>Returns a value; null, which is reported, without one.</summary>
    public PlanNode? Required(string key)
    {
        if (Find(key) is { } member)
            return member.Value;
        var at = At(key);
        _report.Error(Line, Localized.Text($"{at} is missing.", $"缺少 {at}。"));
        return null;
    }

    /// <summary>Returns a text that is not empty; null without one.</summary>
    public PlanText? Text(string key) => Value(key) is { } node ? TextOf(node, At(key)) : null;

    /// <summary>Returns the texts of a list, or one text. Their paths name them in mistakes.</summary>
    public IReadOnlyList<PlanText> Texts(string key) => Items(key)
        .Select(item => TextOf(item.Node, item.Path))
        .OfType<PlanText>()
        .ToList();

    /// <summary>Returns the values of a list, or one value that is no list.</summary>
    public IReadOnlyList<(PlanNode Node, string Path)> Items(string key)
    {
        if (Value(key) is not { } node || node.Kind == PlanNodeKind.Unreadable)
            return [];
        var at = At(key);
        if (node.Kind != PlanNodeKind.List)
            return [(node, at)];
        if (node.Items.Count == 0)
            _report.Error(node.Line, Localized.Text($"{at} is empty.", $"{at} 为空。"));
        return [.. node.Items.Select((item, index) => (item, string.Format(CultureInfo.InvariantCulture, "{0}[{1}]", at, index)))];
    }

    /// <summary>Returns true or false; false without a value.</summary>
    public bool Flag(string key) => Value(key) is { } node && Is(node, PlanNodeKind.Boolean, At(key)) && node.Text == "true";

    /// <summary>Returns a whole number in a range; null without one.</summary>
    public int? Number(string key, int min, int max)
    {
        if (Value(key) is not { } node || !Is(node, PlanNodeKind.Number, At(key)))
            return null;
        var at = At(key);
        if (Decimal(node) is { } number && decimal.Truncate(number) == number && number >= min && number <= max)
            return (int)number;
        _report.Error(node.Line, Localized.Text(
            $"{at} must be a whole number from {min} to {max}, not {node.Text}.", $"{at} 必须是 {min} 到 {max} 的整数，而不是 {node.Text}。"));
        return null;
    }

    /// <summary>Returns a number from 0, with a fraction where there is one; null without one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="max">The maximum.</param>
    /// <param name="unit">What it counts, such as a number of days.</param>
    public decimal? Amount(string key, int max, string unit)
    {
        if (Value(key) is not { } node || !Is(node, PlanNodeKind.Number, At(key)))
            return null;
        var at = At(key);
        if (Decimal(node) is { } amount && amount >= 0 && amount <= max)
            return amount;
        _report.Error(node.Line, Localized.Text(
            $"{at} must be {unit} from 0 to {max}, not {node.Text}.", $"{at} 必须是 0 到 {max} 的{unit}，而不是 {node.Text}。"));
        return null;
    }

    /// <summary>Reads one of several words, in any case.</summary>
    /// <returns>The index of the word; null when it is none of them, which is reported.</returns>
    public int? Word(PlanText text, IReadOnlyList<string> words)
    {
        for (var index = 0; index < words.Count; index++)
        {
            if (words[index].Equals(text.Text, StringComparison.OrdinalIgnoreCase))
                return index;
        }

        var valid = Localized.List(words);
        _report.Error(text.Line, Localized.Text(
            $"{text.Path} must be one of {valid}, not '{text.Text}'.", $"{text.Path} 必须是以下之一：{valid}，而不是“{text.Text}”。"));
        return null;
    }

    /// <summary>Returns one of several values by its name, in any case; null without one.</summary>
    public T? Choice<T>(string key, params T[] values)
        where T : struct, Enum =>
        Text(key) is { } text && Word(text, [.. values.Select(value => value.ToString())]) is { } index ? values[index] : null;

    /// <summary>Reports the keys that only a target with one region can have.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="name">The key of the table in the target.</param>
    public void RefuseRegional(IEnumerable<string> keys, string name)
    {
        foreach (var key in keys.Where(Has))
        {
            var at = At(key);
            _report.Error(LineOf(key), Localized.Text(
                $"{at} belongs to one region. Write {name} with this key in a target with one region.",
                $"{at} 属于单个地域。请在只有一个地域的目标中设置 {name} 的该键。"));
        }
    }

    private PlanMember? Find(string key) => Members.FirstOrDefault(member => member.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    private PlanText? TextOf(PlanNode node, string path)
    {
        if (!Is(node, PlanNodeKind.Text, path))
            return null;
        if (node.Text.Trim().Length > 0)
            return new PlanText(node.Text, node.Line, path);
        _report.Error(node.Line, Localized.Text($"{path} is empty.", $"{path} 为空。"));
        return null;
    }

    private bool Is(PlanNode node, PlanNodeKind kind, string path)
    {
        if (node.Kind == kind)
            return true;
        // What is no data has been reported already.
        if (node.Kind == PlanNodeKind.Unreadable)
            return false;
        var (wanted, found) = (Name(kind), Name(node.Kind));
        _report.Error(node.Line, Localized.Text($"{path} must be {wanted}, not {found}.", $"{path} 必须是{wanted}，而不是{found}。"));
        return false;
    }

    private static string Name(PlanNodeKind kind) => kind switch
    {
        PlanNodeKind.Table => Localized.Text("a table of keys and values", "由键和值组成的表"),
        PlanNodeKind.List => Localized.Text("a list", "列表"),
        PlanNodeKind.Text => Localized.Text("a text in quotes", "带引号的文本"),
        PlanNodeKind.Number => Localized.Text("a number", "数字"),
        PlanNodeKind.Boolean => Localized.Text("true or false", "true 或 false"),
        _ => Localized.Text("null", "null（空值）"),
    };

    private static decimal? Decimal(PlanNode node) =>
        decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Unknown(string path, string key, string[] keys)
    {
        var nearest = keys.OrderBy(known => Distance(known, key)).First();
        if (Distance(nearest, key) <= Math.Min(MaxTypingErrors, nearest.Length / 2))
            return Localized.Text($"{path} is not a valid key. Did you mean {nearest}?", $"{path} 不是有效的键。是否应为 {nearest}？");
        var valid = Localized.List(keys);
        return Localized.Text($"{path} is not a valid key. The valid keys are: {valid}.", $"{path} 不是有效的键。有效的键：{valid}。");
    }

    private static int Distance(string known, string key) =>
        key.Length > known.Length + MaxTypingErrors ? int.MaxValue : SimilarText.Distance(known.ToLowerInvariant(), key.ToLowerInvariant());
}
