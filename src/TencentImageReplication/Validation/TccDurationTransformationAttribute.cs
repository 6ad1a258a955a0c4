using System.Globalization;
using System.Management.Automation;
using TencentImageReplication.Text;

namespace TencentImageReplication.Validation;

/// <summary>
/// Reads a number as seconds. PowerShell itself would read the number 300 as 300 ticks of 100 nanoseconds, and the text "300" as
/// 300 days.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class TccDurationTransformationAttribute : ArgumentTransformationAttribute
{
    private int? _emptySeconds;

    /// <summary>The duration of an empty cell of a file. Without it, no value stays no value.</summary>
    public int EmptySeconds
    {
        get => _emptySeconds ?? 0;
        set => _emptySeconds = value;
    }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var input = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (input is null or "")
            return _emptySeconds is { } empty ? TimeSpan.FromSeconds(empty) : null;
        var seconds = input switch
        {
            int or long or short or byte or double or float or decimal => Convert.ToDouble(input, CultureInfo.InvariantCulture),
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => double.NaN,
        };
        if (Math.Abs(seconds) <= TimeSpan.MaxValue.TotalSeconds - 1)
            return TimeSpan.FromSeconds(seconds);
        return double.IsNaN(seconds) && LanguagePrimitives.TryConvertTo(inputData, CultureInfo.InvariantCulture, out TimeSpan duration)
            ? duration
            : throw new ArgumentTransformationMetadataException(Messages.DurationOutOfRange());
    }
}
