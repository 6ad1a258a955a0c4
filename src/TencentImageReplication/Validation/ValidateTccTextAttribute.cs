using System.Collections;
using System.Management.Automation;

namespace TencentImageReplication.Validation;

/// <summary>Base of attributes that check each string of an argument before the command runs.</summary>
public abstract class ValidateTccTextAttribute : ValidateArgumentsAttribute
{
    /// <summary>
    /// Allows null and empty strings, for properties of pipeline objects that may have no value.
    /// </summary>
    public bool AllowEmpty { get; set; }

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var value = arguments is PSObject wrapped ? wrapped.BaseObject : arguments;
        if (value is IEnumerable items and not string)
        {
            foreach (var item in items)
                CheckOne(item);
        }
        else
        {
            CheckOne(value);
        }
    }

    // No type of a private assembly here: PowerShell reads attributes before these assemblies can be found.
    private protected abstract string? Explain(string text);

    private void CheckOne(object? item)
    {
        var text = item?.ToString() ?? "";
        if (text.Length == 0 && AllowEmpty)
            return;
        if (Explain(text) is { } problem)
            throw new ValidationMetadataException(problem);
    }
}
