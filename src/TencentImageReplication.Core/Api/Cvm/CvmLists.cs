using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Lists;

namespace TencentImageReplication.Core.Api.Cvm;

/// <summary>The lists of the CVM service.</summary>
internal static class CvmLists
{
    public static ListAction<DescribeRegionsRequest, DescribeRegionsResponse, RegionInfo> Regions { get; } = new(
        CvmActions.DescribeRegions, response => new(response, response.RegionSet, response.TotalCount), region => region.Region);

    public static ListAction<DescribeZonesRequest, DescribeZonesResponse, ZoneInfo> Zones { get; } = new(
        CvmActions.DescribeZones, response => new(response, response.ZoneSet, response.TotalCount), zone => zone.Zone);

    public static ListAction<DescribeImagesRequest, DescribeImagesResponse, Image> Images { get; } = new(
        CvmActions.DescribeImages, response => new(response, response.ImageSet, response.TotalCount), image => image.ImageId);

    public static ListAction<DescribeInstancesRequest, DescribeInstancesResponse, Instance> Instances { get; } = new(
        CvmActions.DescribeInstances, response => new(response, response.InstanceSet, response.TotalCount), instance => instance.InstanceId);

    public static ListAction<DescribeLaunchTemplatesRequest, DescribeLaunchTemplatesResponse, LaunchTemplateInfo> LaunchTemplates { get; } = new(
        CvmActions.DescribeLaunchTemplates,
        response => new(response, response.LaunchTemplateSet, response.TotalCount),
        template => template.LaunchTemplateId);

    /// <summary>The versions of a template. Their TotalCount is documented as the number of templates, so it is not relied on.</summary>
    public static ListAction<DescribeLaunchTemplateVersionsRequest, DescribeLaunchTemplateVersionsResponse, LaunchTemplateVersionInfo> LaunchTemplateVersions { get; } = new(
        CvmActions.DescribeLaunchTemplateVersions,
        response => new(response, response.LaunchTemplateVersionSet, total: null),
        version => $"{version.LaunchTemplateVersion}");
}
