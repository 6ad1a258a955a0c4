using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Api.Lists;

namespace TencentImageReplication.Core.Api.Cvm;

/// <summary>The lists of the CVM service, each created when it is used, as <see cref="CvmActions"/> are.</summary>
internal static class CvmLists
{
    public static ListAction<DescribeRegionsRequest, DescribeRegionsResponse, RegionInfo> Regions => new(
        CvmActions.DescribeRegions, response => new(response, response.RegionSet, response.TotalCount), region => region.Region);

    public static ListAction<DescribeZonesRequest, DescribeZonesResponse, ZoneInfo> Zones => new(
        CvmActions.DescribeZones, response => new(response, response.ZoneSet, response.TotalCount), zone => zone.Zone);

    public static ListAction<DescribeImagesRequest, DescribeImagesResponse, Image> Images => new(
        CvmActions.DescribeImages, response => new(response, response.ImageSet, response.TotalCount), image => image.ImageId);

    public static ListAction<DescribeInstancesRequest, DescribeInstancesResponse, Instance> Instances => new(
        CvmActions.DescribeInstances, response => new(response, response.InstanceSet, response.TotalCount), instance => instance.InstanceId);

    public static ListAction<DescribeLaunchTemplatesRequest, DescribeLaunchTemplatesResponse, LaunchTemplateInfo> LaunchTemplates => new(
        CvmActions.DescribeLaunchTemplates,
        response => new(response, response.LaunchTemplateSet, response.TotalCount),
        template => template.LaunchTemplateId);

    /// <summary>The versions of a template. Their TotalCount is documented as the number of templates, so it is not relied on.</summary>
    public static ListAction<DescribeLaunchTemplateVersionsRequest, DescribeLaunchTemplateVersionsResponse, LaunchTemplateVersionInfo> LaunchTemplateVersions => new(
        CvmActions.DescribeLaunchTemplateVersions,
        response => new(response, response.LaunchTemplateVersionSet, total: null),
        version => $"{version.LaunchTemplateVersion}");
}
