using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Text;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>Describes the public surface of the commands, for review.</summary>
internal static class Surface
{
    internal static string Describe(IEnumerable<CmdletInfo> commands)
    {
        var text = new StringBuilder()
            .AppendLine("# What scripts are written against. A change here is a change for users: it belongs in the changelog.")
            .AppendLine("# A parameter is followed by: its type; !, where it is mandatory; its position; what it takes from the pipeline")
            .AppendLine("# (value, name); its aliases; the words it takes, or what it")
            .AppendLine("# completes. In brackets: the sets that it is in, when not in all.");
        foreach (var command in commands.OrderBy(command => command.Name, StringComparer.Ordinal))
            Describe(command, text.AppendLine());
        return text.ToString();
    }

    private static void Describe(CmdletInfo command, StringBuilder text)
    {
        text.AppendLine(command.Name);
        text.AppendLine(CultureInfo.InvariantCulture, $"  emits {string.Join(", ", command.OutputType.Select(type => NameOf(type.Type)).DefaultIfEmpty("nothing"))}");
        var cmdlet = command.ImplementingType.GetCustomAttribute<CmdletAttribute>()!;
        if (cmdlet.SupportsShouldProcess)
            text.AppendLine(CultureInfo.InvariantCulture, $"  asks -WhatIf -Confirm, impact {cmdlet.ConfirmImpact}");
        if (cmdlet.SupportsPaging)
            text.AppendLine("  pages -First -Skip -IncludeTotalCount");
        var sets = command.ParameterSets.Where(set => set.Name != ParameterAttribute.AllParameterSets).ToArray();
        if (sets.Length > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"  sets {string.Join(", ", sets.Select(set => set.IsDefault ? $"{set.Name} (default)" : set.Name))}");
        foreach (var parameter in command.ImplementingType.GetProperties()
            .Where(property => property.IsDefined(typeof(ParameterAttribute)))
            .OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  -{parameter.Name} {NameOf(parameter.PropertyType)}{Details(parameter)}");
        }
    }

    private static string Details(PropertyInfo parameter)
    {
        var sets = parameter.GetCustomAttributes<ParameterAttribute>().ToArray();
        // Most parameters are the same in all sets.
        var bySet = sets.GroupBy(Binding).Select(group =>
        {
            var names = group.Select(set => set.ParameterSetName).Where(name => name != ParameterAttribute.AllParameterSets).ToArray();
            return names.Length == 0 ? group.Key : $"{group.Key} [{string.Join(", ", names.Order(StringComparer.Ordinal))}]";
        });
        return string.Concat(bySet) + Aliases(parameter) + Words(parameter);
    }

    private static string Binding(ParameterAttribute set)
    {
        var pipeline = (set.ValueFromPipeline, set.ValueFromPipelineByPropertyName) switch
        {
            (true, true) => " pipeline: value, name",
            (true, false) => " pipeline: value",
            (false, true) => " pipeline: name",
            _ => "",
        };
        return (set.Mandatory ? "!" : "")
            + (set.Position >= 0 ? $" position: {set.Position}" : "")
            + pipeline
            + (set.DontShow ? " hidden" : "");
    }

    private static string Aliases(PropertyInfo parameter) => parameter.GetCustomAttribute<AliasAttribute>() is { } alias
        ? $" alias: {string.Join(", ", alias.AliasNames)}"
        : "";

    private static string Words(PropertyInfo parameter) =>
        parameter.GetCustomAttribute<ValidateSetAttribute>() is { } set ? $" one of: {string.Join(", ", set.ValidValues)}"
        : (parameter.PropertyType.GetElementType() ?? parameter.PropertyType) is { IsEnum: true } values ? $" one of: {string.Join(", ", Enum.GetNames(values))}"
        : parameter.GetCustomAttribute<ArgumentCompleterAttribute>() is { } completer ? $" completes: {completer.Type.Name.Replace("Completer", "", StringComparison.Ordinal)}"
        : "";

    private static string NameOf(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? $"{inner.Name}?" : type.Name;
}
