using System.Management.Automation;
using System.Reflection;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Commands;
using TencentImageReplication.Tests.Support;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>The conventions of all cmdlets.</summary>
public sealed class CmdletTests
{
    // The others change something in the cloud or on the bill.
    private static readonly string[] ReadingVerbs =
        [VerbsCommon.Get, VerbsLifecycle.Wait, VerbsCommunications.Connect, VerbsCommunications.Disconnect, VerbsData.Import, VerbsData.Compare];

    private static readonly HashSet<string> ApprovedVerbs = typeof(VerbsCommon).Assembly.GetExportedTypes()
        .Where(type => type.Namespace == typeof(VerbsCommon).Namespace && type.Name.StartsWith("Verbs", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(field => (string)field.GetRawConstantValue()!)
        .ToHashSet(StringComparer.Ordinal);

    private static readonly Type[] All = [.. typeof(TccImage).Assembly.GetExportedTypes().Where(type => NameOf(type) is not null)];

    public static TheoryData<Type> Cmdlets => [.. All];

    public static TheoryData<Type> CloudCmdlets => [.. All.Where(typeof(TccCloudCmdlet).IsAssignableFrom)];

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_verb_is_approved_and_the_noun_has_the_prefix_of_the_module(Type cmdlet)
    {
        Assert.Contains(NameOf(cmdlet)!.VerbName, ApprovedVerbs);
        Assert.Matches("^Tcc[A-Z]", NameOf(cmdlet)!.NounName);
        Assert.Equal($"{NameOf(cmdlet)!.VerbName}{NameOf(cmdlet)!.NounName}Command", cmdlet.Name);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Only_changing_commands_have_WhatIf_and_Confirm(Type cmdlet) =>
        Assert.Equal(!ReadingVerbs.Contains(NameOf(cmdlet)!.VerbName), NameOf(cmdlet)!.SupportsShouldProcess);

    [Theory]
    [MemberData(nameof(CloudCmdlets))]
    public void Cloud_commands_have_Context_and_Region(Type cmdlet)
    {
        Assert.NotNull(ParameterOf(cmdlet, "Context"));
        // The list of regions is the same in every region, and a plan and rows of publications name their own.
        if (cmdlet != typeof(GetTccRegionCommand) && cmdlet != typeof(UndoTccImagePublicationCommand) && !cmdlet.IsSubclassOf(typeof(ReplicationPlanCommand)))
            Assert.NotNull(ParameterOf(cmdlet, "Region"));
    }

    // PowerShell itself reads the number 5 as five ticks.
    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_number_for_a_duration_means_seconds(Type cmdlet) => Assert.All(
        cmdlet.GetProperties().Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(TimeSpan)),
        property =>
        {
            Assert.NotNull(property.GetCustomAttribute<TccDurationTransformationAttribute>());
            Assert.NotNull(property.GetCustomAttribute<ValidateTccDurationAttribute>());
        });

    [Theory]
    [MemberData(nameof(CloudCmdlets))]
    public void Ids_and_regions_bind_by_property_name_and_an_empty_column_is_no_region(Type cmdlet)
    {
        foreach (var name in new[] { "Region", "ImageId", "InstanceId" })
        {
            if (ParameterOf(cmdlet, name) is { } parameter)
                Assert.Contains(parameter.GetCustomAttributes<ParameterAttribute>(), attribute => attribute.ValueFromPipelineByPropertyName);
        }

        if (ParameterOf(cmdlet, "Region") is { } region)
            Assert.True(region.GetCustomAttribute<ValidateTccRegionAttribute>()!.AllowEmpty);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Output_types_are_declared(Type cmdlet) =>
        Assert.Equal(NameOf(cmdlet)!.VerbName is not (VerbsCommunications.Disconnect or VerbsCommon.Remove or VerbsCommon.Clear), cmdlet.IsDefined(typeof(OutputTypeAttribute)));

    [Fact]
    public void The_folder_of_the_commands_has_only_commands() =>
        Assert.Equal(
            All.Select(cmdlet => $"{cmdlet.Name}.cs").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "TencentImageReplication", "Commands"), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_base_of_all_cmdlets_is_ours() =>
        Assert.All(All, cmdlet => Assert.True(cmdlet.IsSubclassOf(typeof(TccCmdlet))));

    private static CmdletAttribute? NameOf(Type type) => type.IsAbstract ? null : type.GetCustomAttribute<CmdletAttribute>();

    private static PropertyInfo? ParameterOf(Type cmdlet, string name) =>
        cmdlet.GetProperty(name) is { } property && property.IsDefined(typeof(ParameterAttribute)) ? property : null;
}
