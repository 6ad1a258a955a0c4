using System.Management.Automation;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

internal static partial class ErrorRecords
{
    /// <summary>The error of a property that could not be set on an available copy.</summary>
    internal static ErrorRecord NotCarriedOver(object? row, CarryOverFailure failure)
    {
        var record = ForInput(failure.Error, row, Messages.NotCarriedOverAdvice())
            ?? throw new InvalidOperationException("A step fails by a call or by a rule.", failure.Error);
        return WithAdvice(record, Messages.NotCarriedOver(row as TccImageCopy, failure, record.Exception.Message));
    }
}
