using System.Globalization;
using System.Management.Automation;

namespace TencentImageReplication.Validation;

/// <summary>
/// Reads a number as seconds. PowerShell itself would read the number 300 as 300 ticks of 100 nanoseconds, and the text "300" as
/// 300 days.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class TccDurationTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var input = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        var seconds = input switch
        {
            int or long or short or byte or double or float or decimal => Convert.ToDouble(input, CultureInfo.InvariantCulture),
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => double.NaN,
        };
        // Numbers that no time span can hold stay as they are: PowerShell refuses them.
        return Math.Abs(seconds) <= TimeSpan.MaxValue.TotalSeconds - 1 ? TimeSpan.FromSeconds(seconds) : inputData;
    }
}
