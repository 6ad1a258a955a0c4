using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Scenarios;

/// <summary>Sets the properties of objects from a scenario, and collects the mistakes.</summary>
internal sealed class ScenarioBinder
{
    private readonly DateTimeOffset _now;

    /// <param name="now">The time that relative times count from.</param>
    public ScenarioBinder(DateTimeOffset now) => _now = now;

    /// <summary>The mistakes so far.</summary>
    public List<ScenarioProblem> Problems { get; } = [];

    /// <summary>Adds a mistake.</summary>
    public void Report(int line, string english, string chinese) => Problems.Add(new ScenarioProblem(line, Localized.Text(english, chinese)));

    /// <summary>Reports keys that a type does not have.</summary>
    public void CheckKeys(ScenarioNode node, Type type)
    {
        if (node.Kind != JsonValueKind.Object)
            Report(node.Line, "An object is required here: { … }.", "此处应为对象：{ … }。");
        var fields = ScenarioFields.Of(type);
        // Editors use this key to find the schema of the file.
        foreach (var member in node.Members.Where(member => !fields.ContainsKey(member.Name) && member.Name != "$schema"))
            ReportUnknown(member, fields.Keys);
    }

    /// <summary>Sets the properties that an object in the scenario names.</summary>
    public void Apply(ScenarioNode node, object target)
    {
        if (node.Kind != JsonValueKind.Object)
        {
            Report(node.Line, "An object is required here: { … }.", "此处应为对象：{ … }。");
            return;
        }

        var fields = ScenarioFields.Of(target.GetType());
        foreach (var member in node.Members)
        {
            if (!fields.TryGetValue(member.Name, out var property))
                ReportUnknown(member, fields.Keys);
            else
                Set(property, target, member.Value);
        }
    }

    /// <summary>Creates an object.</summary>
    /// <returns>The object; null when it has a mistake.</returns>
    public object? Create(ScenarioNode node, Type type)
    {
        var before = Problems.Count;
        var fields = ScenarioFields.Of(type);
        var positional = ScenarioFields.Positional(type);
        var parameters = positional?.GetParameters() ?? [];
        var required = fields.Where(field => ScenarioFields.IsRequired(field.Value)).Select(field => field.Key)
            .Concat(parameters.Where(parameter => !parameter.HasDefaultValue).Select(parameter => ScenarioFields.Key(parameter.Name!)));
        foreach (var key in required.Where(key => node.Kind == JsonValueKind.Object && node.Member(key) is null))
            Report(node.Line, $"'{key}' is missing.", $"缺少“{key}”。");
        var target = positional is null
            ? Activator.CreateInstance(type)!
            : positional.Invoke([.. parameters.Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : null)]);
        Apply(node, target);
        return Problems.Count == before ? target : null;
    }

    /// <summary>Converts a value.</summary>
    /// <returns>The value; null for <c>null</c>, and when it has a mistake.</returns>
    public object? Convert(ScenarioNode node, Type type)
    {
        if (ScenarioFields.ItemOf(type) is { } item)
            return List(node, item);
        if (IsRecord(type))
            return Create(node, type);
        var (value, example) = Scalar(node, type);
        if (value is null)
            Report(node.Line, $"'{node.Text}' is not valid here. {example}", $"“{node.Text}”在此处无效。{example}");
        return value;
    }

    private void Set(PropertyInfo property, object target, ScenarioNode node)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (ScenarioFields.ValueOf(type) is { } valueType)
        {
            Fill((IDictionary)property.GetValue(target)!, node, valueType);
            return;
        }
        if (node.Kind == JsonValueKind.Null)
        {
            if (CanBeNull(property))
                property.SetValue(target, null);
            else
                Report(node.Line, $"'{ScenarioFields.Key(property.Name)}' cannot be null.", $"“{ScenarioFields.Key(property.Name)}”不能为 null。");
            return;
        }
        if (Convert(node, type) is not { } value)
            return;
        if (property.SetMethod is null)
            Fill((IList)property.GetValue(target)!, (IList)value);
        else
            property.SetValue(target, value);
    }

    private static void Fill(IList list, IList items)
    {
        foreach (var item in items)
            list.Add(item);
    }

    private void Fill(IDictionary dictionary, ScenarioNode node, Type valueType)
    {
        if (node.Kind != JsonValueKind.Object)
        {
            Report(node.Line, "An object is required here: { … }.", "此处应为对象：{ … }。");
            return;
        }
        foreach (var member in node.Members)
        {
            if (Convert(member.Value, valueType) is { } value)
                dictionary[member.Name] = value;
        }
    }

    private IList List(ScenarioNode node, Type item)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        if (item == typeof(SimulatedTag) && node.Kind == JsonValueKind.Object)
        {
            foreach (var tag in node.Members)
            {
                if (Convert(tag.Value, typeof(string)) is string value)
                    list.Add(new SimulatedTag(tag.Name, value));
            }
            return list;
        }
        if (node.Kind != JsonValueKind.Array)
            Report(node.Line, "A list is required here: [ … ].", "此处应为列表：[ … ]。");
        foreach (var element in node.Items)
        {
            if (Convert(element, item) is { } value)
                list.Add(value);
        }
        return list;
    }

    private (object? Value, string Example) Scalar(ScenarioNode node, Type type)
    {
        var isText = node.Kind == JsonValueKind.String;
        var isNumber = node.Kind == JsonValueKind.Number;
        if (type == typeof(string))
            return (isText ? node.Text : null, Example("a text", "文本", "\"ap-shanghai\""));
        if (type == typeof(bool))
            return (node.Kind is JsonValueKind.True or JsonValueKind.False ? node.Kind == JsonValueKind.True : null, Example("a Boolean", "布尔值", "true"));
        if (type == typeof(int))
        {
            return (isNumber && int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null,
                Example("a whole number that is not negative", "非负整数", "20"));
        }
        if (type == typeof(long))
        {
            return (isNumber && long.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null,
                Example("a whole number that is not negative", "非负整数", "20"));
        }
        if (type == typeof(double))
        {
            return (isNumber && double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var part) && part is >= 0 and <= 1 ? part : null,
                Example("a number from 0 to 1", "0 到 1 之间的数", "0.2"));
        }
        if (type == typeof(TimeSpan))
        {
            return (isText ? ScenarioTimes.ReadDuration(node.Text) : null,
                Example("a duration", "时长", "\"00:00:30\""));
        }
        if (type == typeof(DateTimeOffset))
            return (isText ? ScenarioTimes.ReadTime(node.Text, _now) : null, Example("a time, or the time since the start with a minus", "时间，或相对于启动时刻的负时长", "\"2026-08-01T12:00:00Z\", \"-30.00:00:00\""));
        if (type.IsEnum)
        {
            var names = Enum.GetNames(type);
            var name = isText ? Array.Find(names, known => string.Equals(known, node.Text, StringComparison.OrdinalIgnoreCase)) : null;
            return (name is null ? null : Enum.Parse(type, name),
                Localized.Text($"One of these is required: {Localized.List(names)}.", $"应为以下之一：{Localized.List(names)}。"));
        }
        throw new NotSupportedException($"A scenario cannot set a value of the type {type}.");
    }

    private static string Example(string english, string chinese, string example) =>
        Localized.Text($"It must be {english}, for example {example}.", $"应为{chinese}，例如 {example}。");

    private void ReportUnknown(ScenarioMember member, IEnumerable<string> known)
    {
        var names = Localized.List(known.OrderBy(name => name, StringComparer.Ordinal));
        Report(member.Line, $"'{member.Name}' is not known here. The names are: {names}.", $"此处没有“{member.Name}”。可用的名称：{names}。");
    }

    private static bool IsRecord(Type type) => type.IsClass && type != typeof(string);

    /// <summary>Returns true when null is a value of the property: the settings say so where null means "none".</summary>
    internal static bool CanBeNull(PropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) is not null
        || (IsMarkedNullable(property, "NullableAttribute") ?? IsMarkedNullable(property.DeclaringType!, "NullableContextAttribute") ?? false);

    /// <summary>Returns the mark of the compiler; null when there is none.</summary>
    private static bool? IsMarkedNullable(MemberInfo member, string attributeName) => member.CustomAttributes
        .Where(attribute => attribute.AttributeType.Name == attributeName)
        .Select(attribute => (bool?)(attribute.ConstructorArguments[0].Value is (byte)2))
        .FirstOrDefault();
}
