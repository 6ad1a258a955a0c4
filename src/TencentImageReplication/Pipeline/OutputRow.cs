using System.Management.Automation;

namespace TencentImageReplication.Pipeline;

/// <summary>An object to emit, and the errors about it.</summary>
/// <param name="value">The object; null to emit only the errors.</param>
/// <param name="errors">The errors, in their order. Null is no error.</param>
internal sealed class OutputRow(object? value, params IEnumerable<ErrorRecord?> errors)
{
    internal object? Value { get; } = value;

    internal IReadOnlyList<ErrorRecord> Errors { get; } = [.. errors.OfType<ErrorRecord>()];
}
