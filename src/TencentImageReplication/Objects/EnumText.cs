using System.Globalization;
using System.Management.Automation;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Objects;

/// <summary>Reads the words of an enum, one or several, as people and files write them.</summary>
internal static class EnumText
{
    private static readonly char[] Separators = [',', ';'];

    /// <summary>The valid words, for a message.</summary>
    internal static string Words(Type type) => Localized.List(Enum.GetNames(type));

    /// <returns>The value; null if the input has a word that is not one of the enum.</returns>
    internal static object? TryRead(object? input, Type type) => LanguagePrimitives.TryConvertTo(Plain(input), type, CultureInfo.InvariantCulture, out var value)
        && IsDefined(value, type) ? value : null;

    /// <returns>The value; null if the input has a word that is not one of the enum.</returns>
    internal static T? TryRead<T>(object? input)
        where T : struct, Enum => (T?)TryRead(input, typeof(T));

    private static object? Plain(object? input) => (input is PSObject wrapped ? wrapped.BaseObject : input) is string text
        ? string.Join(", ", text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim()))
        : input;

    // A number is converted, whatever it is.
    private static bool IsDefined(object value, Type type)
    {
        var bits = Convert.ToInt64(value, CultureInfo.InvariantCulture);
        return Enum.IsDefined(type, value)
            || (type.IsDefined(typeof(FlagsAttribute), inherit: false)
                && (bits & ~Enum.GetValues(type).Cast<object>().Sum(word => Convert.ToInt64(word, CultureInfo.InvariantCulture))) == 0);
    }
}
