using System.Management.Automation;

namespace TencentImageReplication.Tests.Support;

internal static class ErrorRecordExtensions
{
    /// <summary>The advice of an error, which every view of a shell shows, and shows once.</summary>
    internal static string Advice(this ErrorRecord error)
    {
        var advice = Assert.IsAssignableFrom<IAdvisedException>(error.Exception).RecommendedAction;
        Assert.NotNull(advice);
        Assert.EndsWith(advice, error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(advice, error.Exception.Message, StringComparison.Ordinal);
        // Views of PowerShell 7.5 and later show this after the message.
        Assert.Empty(error.ErrorDetails.RecommendedAction);
        return advice;
    }
}
