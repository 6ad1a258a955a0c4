using System.Management.Automation;
using System.Reflection;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>Every object that a command emits is flat, immutable and good for a CSV file.</summary>
public sealed class ObjectTests
{
    private static readonly Type[] Flat =
    [
        typeof(string), typeof(int), typeof(long), typeof(double), typeof(bool), typeof(TccTime), typeof(TimeSpan),
        typeof(TccTagCollection), typeof(TccStringList),
    ];

    public static TheoryData<Type> Emitted => [.. typeof(TccImage).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetCustomAttributes<OutputTypeAttribute>())
        .SelectMany(output => output.Type)
        .Select(output => output.Type)
        .Where(type => type.Assembly == typeof(TccImage).Assembly)
        .Distinct()];

    [Theory]
    [MemberData(nameof(Emitted))]
    public void Properties_are_flat(Type type) => Assert.Empty(
        type.GetProperties()
            .Where(property => Nullable.GetUnderlyingType(property.PropertyType) is var inner
                && (inner ?? property.PropertyType) is var plain && !plain.IsEnum && !Flat.Contains(plain))
            .Select(property => $"{property.Name}: {property.PropertyType}"));

    [Theory]
    [MemberData(nameof(Emitted))]
    public void Properties_cannot_be_set(Type type) =>
        Assert.DoesNotContain(type.GetProperties(), property => property.SetMethod is { IsPublic: true });

    [Theory]
    [MemberData(nameof(Emitted))]
    public void Nothing_public_names_a_private_type(Type type) => Assert.DoesNotContain(
        type.GetMembers().OfType<MethodBase>().SelectMany(method => method.GetParameters()),
        parameter => parameter.ParameterType.Assembly.GetName().Name is "TencentImageReplication.Core" or "TencentImageReplication.Simulator");

    // ConvertTo-Json writes the number of any other enum.
    [Fact]
    public void Enums_are_64_bits_wide_so_that_JSON_has_their_names() => Assert.All(
        typeof(TccImage).Assembly.GetExportedTypes().Where(type => type.IsEnum),
        type => Assert.Equal(typeof(long), Enum.GetUnderlyingType(type)));

    [Fact]
    public void The_properties_are_those_of_the_contract_in_its_order()
    {
        Assert.Equal(
            "ImageId, ImageName, Region, ImageType, State, SyncPercent, OsName, Platform, Architecture, SizeGB, CreatedTime, Description, Creator, Source, LicenseType, ImageFamily, Deprecated, SupportsCloudInit, SnapshotIds, Tags, SourceRegion, SourceImageId, SourceCreatedTime",
            NamesOf<TccImage>());
        Assert.Equal(
            "ImageName, SourceImageId, SourceRegion, ImageId, Region, Status, Reused, SyncPercent, SizeGB, RequestedAt, CompletedAt, Duration, ErrorCode, ErrorMessage, RequestId, CarryOver, Ready, StaleImageId",
            NamesOf<TccImageCopy>());
        Assert.Equal(
            "InstanceId, InstanceName, Region, Zone, InstanceType, ImageId, State, Cpu, MemoryGB, PrivateIpAddress, PublicIpAddress, ChargeType, CreatedTime, Tags, RequestId, Reused, ClientToken",
            NamesOf<TccInstance>());
        Assert.Equal("Region, DisplayName, Area, Available", NamesOf<TccRegion>());
        Assert.Equal("ImageId, ImageName, Region, AccountId, CreatedTime", NamesOf<TccImageSharePermission>());
        Assert.Equal("Region, Quota, Used, Available", NamesOf<TccImageQuota>());
        Assert.Equal("Path, PlanVersion, SourceAccount, SourceRegion, Families, Accounts, Regions", NamesOf<TccReplicationPlan>());
        Assert.Equal(
            "Family, Version, AccountId, Account, Region, State, Action, SourceRegion, SourceImageId, SourceCreatedTime, ImageId, SizeGB, InUseBy, Reason, Status, RequestedAt, CompletedAt, Ready, ErrorCode, ErrorMessage, RequestId",
            NamesOf<TccReplicationRow>());
        Assert.Equal("ImageId, ImageName, AccountId, Region, Kind, Id, Name, IsDefault, Detail", NamesOf<TccImageUsage>());
        Assert.Equal(
            "LaunchTemplateId, LaunchTemplateName, Region, DefaultVersion, ImageId, InstanceType, LatestVersion, VersionCount, CreatedTime",
            NamesOf<TccLaunchTemplate>());
        Assert.Equal(
            "AutoScalingGroupId, AutoScalingGroupName, Region, LaunchConfigurationId, LaunchConfigurationName, ImageId, ImageFamily, DesiredCapacity, InstanceCount, Status, Enabled, InActivity",
            NamesOf<TccAutoScalingGroup>());
    }

    [Fact]
    public void Small_collections_read_as_one_line()
    {
        Assert.Equal("env=prod; team=web", new TccTagCollection(new Dictionary<string, string> { ["team"] = "web", ["env"] = "prod" }).ToString());
        Assert.Equal("snap-1; snap-2", new TccStringList(["snap-1", "snap-2"]).ToString());
        Assert.Equal("", TccTagCollection.None.ToString());
    }

    private static string NamesOf<T>() => string.Join(", ", typeof(T).GetProperties().Select(property => property.Name));
}
