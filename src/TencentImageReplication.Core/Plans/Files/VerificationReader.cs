using System.Text;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Testing;

namespace TencentImageReplication.Core.Plans.Files;

/// <summary>Reads the test that images must pass, of a family or of a target.</summary>
internal static class VerificationReader
{
    public const string Verify = nameof(PlanTarget.Verify);

    private const string InstanceType = nameof(BootTestSettings.InstanceType);
    private const string Zone = nameof(BootTestSettings.Zone);
    private const string VpcId = nameof(BootTestSettings.VpcId);
    private const string SubnetId = nameof(BootTestSettings.SubnetId);
    private const string SecurityGroupId = "SecurityGroupId";
    private const string Command = "Command";
    private const string ScriptPath = "ScriptPath";
    private const string ExpectedOutput = nameof(BootTestSettings.ExpectedOutput);
    private const string MaximumPrice = nameof(PlanVerification.MaximumPrice);
    private const string TimeoutSec = "TimeoutSec";

    // What belongs to one region.
    private static readonly string[] OfRegion = [Zone, VpcId, SubnetId, SecurityGroupId];

    /// <param name="owner">The family or the target.</param>
    /// <param name="regions">The regions of the target; null for a family.</param>
    /// <param name="scope">The folder of the plan, and its mistakes.</param>
    /// <returns>Null when there is no test, or a mistake is reported.</returns>
    public static PlanVerification? Read(PlanTable owner, IReadOnlyList<string>? regions, PlanScope scope)
    {
        if (owner.Value(Verify) is not { } node
            || PlanTable.Open(node, owner.At(Verify), scope.Report, [InstanceType, Command, ScriptPath, ExpectedOutput, MaximumPrice, TimeoutSec, .. OfRegion])
                is not { } table)
        {
            return null;
        }

        table.Required(InstanceType);
        if (regions is not { Count: 1 })
            table.RefuseRegional(OfRegion, Verify);
        if (table.Has(VpcId) != table.Has(SubnetId))
            table.Required(table.Has(VpcId) ? SubnetId : VpcId);
        var settings = new BootTestSettings
        {
            InstanceType = table.Text(InstanceType)?.Text ?? "",
            Zone = table.Text(Zone)?.Text,
            VpcId = table.Text(VpcId)?.Text,
            SubnetId = table.Text(SubnetId)?.Text,
            SecurityGroupIds = table.Has(SecurityGroupId) ? [.. table.Texts(SecurityGroupId).Select(text => text.Text)] : null,
            Script = ReadScript(table, scope),
            ExpectedOutput = table.Text(ExpectedOutput)?.Text,
        };
        if (table.Number(TimeoutSec, BootTestRules.MinTimeoutSeconds, BootTestRules.MaxTimeoutSeconds) is { } seconds)
            settings = settings with { Timeout = TimeSpan.FromSeconds(seconds) };
        var maximumPrice = table.Amount(MaximumPrice, BootTestRules.MaxPrice, Localized.Text("a price per hour", "每小时价格"));
        return new PlanVerification(settings, (double?)maximumPrice);
    }

    private static string? ReadScript(PlanTable table, PlanScope scope)
    {
        var (hasCommand, hasPath) = (table.Has(Command), table.Has(ScriptPath));
        if (hasCommand && hasPath)
        {
            scope.Report.Error(table.Line, Localized.Text(
                $"{table.Path} must have only one of {Command} and {ScriptPath}.", $"{table.Path} 只能有 {Command} 或 {ScriptPath} 其中之一。"));
            return null;
        }

        if (!hasCommand && !hasPath && table.Has(ExpectedOutput))
        {
            var at = table.At(ExpectedOutput);
            scope.Report.Error(table.LineOf(ExpectedOutput), Localized.Text(
                $"{at} has no effect without {Command} or {ScriptPath}.", $"没有 {Command} 或 {ScriptPath} 时，{at} 不起作用。"));
        }

        if (table.Text(hasPath ? ScriptPath : Command) is not { } text || (hasPath ? ReadFile(text, scope) : text.Text) is not { } script)
            return null;
        if (BootTestRules.CheckScriptLength(Encoding.UTF8.GetByteCount(script)) is { } violation)
            scope.Report.Error(text.Line, $"{text.Path}: {violation}");
        return script;
    }

    private static string? ReadFile(PlanText path, PlanScope scope)
    {
        try
        {
            return File.ReadAllText(Path.Combine(scope.Folder, path.Text));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            scope.Report.Error(path.Line, Localized.Text(
                $"{path.Path}: the script '{path.Text}' cannot be read: {exception.Message}", $"{path.Path}：无法读取脚本“{path.Text}”：{exception.Message}"));
            return null;
        }
    }
}
