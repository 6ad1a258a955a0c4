namespace TencentImageReplication.Simulator.Model;

/// <summary>
/// The settings of a simulated cloud. They can be changed between calls. "Inferred" means that the service does not document
/// the behaviour: a setting makes it possible to test it both ways.
/// </summary>
public sealed class SimulatedCloudOptions
{
    /// <summary>The site whose actions and fields the cloud has.</summary>
    public SimulatedSite Site { get; set; }

    /// <summary>Regions in addition to the documented ones, such as one that is newer than the client.</summary>
    public IList<SimulatedRegion> MoreRegions { get; } = [];

    /// <summary>The duration of a copy. The service documents 10 to 30 minutes.</summary>
    public TimeSpan CopyDuration { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>The maximum by which a copy is faster or slower, drawn from the seed.</summary>
    public TimeSpan CopyDurationSpread { get; set; } = TimeSpan.Zero;

    /// <summary>The course of copies (inferred).</summary>
    public CopyLifeCycle Copies { get; set; } = new();

    /// <summary>The course of copies to single regions, by region ID. The other regions use <see cref="Copies"/>.</summary>
    public IDictionary<string, CopyLifeCycle> CopiesTo { get; } = new Dictionary<string, CopyLifeCycle>(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when the source shows <c>SYNCING</c> while copies of it are in progress (inferred).</summary>
    public bool SourceShowsSyncing { get; set; } = true;

    /// <summary>The response to a second <c>SyncImages</c> request for a busy source (inferred).</summary>
    public BusySource BusySource { get; set; } = BusySource.InvalidParameterValue;

    /// <summary>The treatment of a copy whose name exists in the destination (inferred).</summary>
    public DuplicateNames DuplicateNames { get; set; } = DuplicateNames.RefusedWhenGiven;

    /// <summary>The response to a dry run that passes.</summary>
    public DryRunAnswer DryRunAnswer { get; set; } = DryRunAnswer.BareRequestId;

    /// <summary>The error for a copy across the border of the mainland when the account is not enabled (inferred).</summary>
    public string CrossBorderErrorCode { get; set; } = "UnsupportedOperation.Region";

    /// <summary>True when images can be copied between finance regions (inferred). They can never be copied between finance regions and other regions.</summary>
    public bool CopiesBetweenFinanceRegions { get; set; } = true;

    /// <summary>The largest image that can be copied, in GiB; null for no limit (the service documents the error, not the size).</summary>
    public int? MaximumCopySizeGB { get; set; }

    /// <summary>The maximum number of custom images of an account in a region. The documentation says 500; its examples show 20 and 1000.</summary>
    public int ImageQuota { get; set; } = 500;

    /// <summary>The quotas of single regions, by region ID. The other regions use <see cref="ImageQuota"/>.</summary>
    public IDictionary<string, int> ImageQuotas { get; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The time to create an image from an instance or from snapshots (inferred: minutes).</summary>
    public TimeSpan CreateDuration { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The response to a second <c>CreateImage</c> request for a busy instance (inferred).</summary>
    public BusyInstance BusyInstance { get; set; }

    /// <summary>True when the creation of images ends with <c>CREATEFAILED</c>.</summary>
    public bool CreateFails { get; set; }

    /// <summary>The maximum number of images in one delete request (inferred: the error is documented, the number is not).</summary>
    public int MaximumImagesPerDeletion { get; set; } = 100;

    /// <summary>The maximum number of accounts in one sharing request (inferred: only the 500 accounts of an image are documented).</summary>
    public int MaximumAccountsPerShareCall { get; set; } = 500;

    /// <summary>
    /// True when sharing an image with an account that already has access fails with <c>FailedOperation.AccountAlreadyExists</c>
    /// (the code is documented, the condition is inferred).
    /// </summary>
    public bool SharingAgainIsError { get; set; } = true;

    /// <summary>
    /// True when the name and the description of an image that is shared with others can be changed (inferred: one text excludes
    /// "shared images", the error code only images "shared by other accounts").
    /// </summary>
    public bool SharedOutImagesCanBeModified { get; set; }

    /// <summary>The response to sharing an image with its owner (inferred).</summary>
    public OwnAccount OwnAccount { get; set; }

    /// <summary>True when a tag key that no resource of the account has is an error in filters and new images (inferred).</summary>
    public bool UnknownTagKeyIsError { get; set; }

    /// <summary>True when a list of images for an instance type is an error where that type is sold out (inferred).</summary>
    public bool SoldOutTypeIsError { get; set; }

    /// <summary>The maximum number of values of a tag key in an account.</summary>
    public int MaximumValuesPerTagKey { get; set; } = 1000;

    /// <summary>True when the tag service takes tags of an image that is being copied (inferred).</summary>
    public bool TagsCopiesInProgress { get; set; } = true;

    /// <summary>The images that the tag service does not tag, with its reason, by image ID or by region.</summary>
    public IDictionary<string, TagFailure> TagFailures { get; } = new Dictionary<string, TagFailure>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The maximum number of instances of an account in a region.</summary>
    public int InstanceQuota { get; set; } = 500;

    /// <summary>The time that an instance takes to start.</summary>
    public TimeSpan LaunchDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The time that an instance takes to stop (inferred).</summary>
    public TimeSpan StopDuration { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The time that it takes to delete an instance (inferred).</summary>
    public TimeSpan TerminateDuration { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The time that a client token identifies a request (inferred); null for no limit.</summary>
    public TimeSpan? ClientTokenLifetime { get; set; }

    /// <summary>The response to a request whose client token was used with other parameters (inferred).</summary>
    public ReusedClientToken ReusedClientToken { get; set; } = ReusedClientToken.ReturnsInstances;

    /// <summary>The reasons to refuse new instances, by region, zone, instance type or account ID.</summary>
    public IDictionary<string, LaunchRefusal> LaunchRefusals { get; } = new Dictionary<string, LaunchRefusal>(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when instances end with <c>LAUNCH_FAILED</c>.</summary>
    public bool LaunchFails { get; set; }

    /// <summary>The course of instances.</summary>
    public InstanceLifeCycle Launches { get; set; } = new();

    /// <summary>
    /// The course of the instances of single images or regions, by image ID or by region ID. An image has precedence over a region,
    /// and a region over the image that a copy was made from. The others use <see cref="Launches"/>.
    /// </summary>
    public IDictionary<string, InstanceLifeCycle> LaunchesOf { get; } = new Dictionary<string, InstanceLifeCycle>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The time from the end of the start of an instance to the first report of its automation agent (inferred).</summary>
    public TimeSpan AgentDelay { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The time that it takes to deliver a command to an instance (inferred).</summary>
    public TimeSpan CommandDelivery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The duration of a command (inferred).</summary>
    public TimeSpan CommandDuration { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The maximum length of the output of a command before it is encoded, in bytes (inferred: "24 KB" does not say before or after).</summary>
    public int MaximumOutputBytes { get; set; } = 24 * 1024;

    /// <summary>The maximum number of saved commands of an account in a region; null for no limit (the error is documented, the number is not).</summary>
    public int? SavedCommandQuota { get; set; }

    /// <summary>The maximum number of launch templates of an account in a region (inferred: the error is documented, the number is not).</summary>
    public int LaunchTemplateQuota { get; set; } = 200;

    /// <summary>The maximum number of versions of a launch template. The service documents 30.</summary>
    public int LaunchTemplateVersionQuota { get; set; } = 30;

    /// <summary>True when deleted versions of a launch template count for its quota (inferred).</summary>
    public bool DeletedTemplateVersionsCount { get; set; }

    /// <summary>True when the number of the newest version of a launch template is used again after its deletion (inferred).</summary>
    public bool DeletedTemplateVersionsReturn { get; set; }

    /// <summary>The error for a launch template that does not exist (inferred: two codes are documented for it).</summary>
    public string UnknownLaunchTemplateErrorCode { get; set; } = "InvalidParameterValue.LaunchTemplateIdNotExisted";

    /// <summary>True when an unknown ID in a list of launch templates is an error instead of missing from the response (inferred).</summary>
    public bool UnknownLaunchTemplateIsError { get; set; } = true;

    /// <summary>True when the image family of a launch configuration has precedence over its image (inferred: an example shows both).</summary>
    public bool ImageFamilyWins { get; set; }

    /// <summary>The course of instance refreshes (inferred).</summary>
    public RefreshLifeCycle Refreshes { get; set; } = new();

    /// <summary>The course of instance refreshes of single scaling groups, by group ID. The other groups use <see cref="Refreshes"/>.</summary>
    public IDictionary<string, RefreshLifeCycle> RefreshesOf { get; } = new Dictionary<string, RefreshLifeCycle>(StringComparer.Ordinal);

    /// <summary>The state in its group of an instance in standby: while it is reinstalled, and after that has failed (inferred: the documentation has no value).</summary>
    public string StandbyLifeCycleState { get; set; } = "STANDBY";

    /// <summary>The state of a refresh activity that ends with instances that failed and were skipped (inferred).</summary>
    public string SkippedFailuresStatus { get; set; } = "SUCCESSFUL";

    /// <summary>The <c>SyncPercent</c> of an image that is not being copied: null or a number. The service returns both.</summary>
    public int? IdleSyncPercent { get; set; }

    /// <summary>True when times end in <c>+00:00</c> instead of <c>Z</c>. The service returns both.</summary>
    public bool TimesWithOffset { get; set; }

    /// <summary>True when an unknown image ID is an error (<c>InvalidImageId.NotFound</c>) instead of missing from the response (inferred).</summary>
    public bool UnknownImageIdIsError { get; set; }

    /// <summary>The custom images of an account that are created and deleted while it reads a list of images page by page.</summary>
    public ListChanges ImagesBetweenPages { get; set; } = new();

    /// <summary>True when the fuzzy filters ignore case (inferred).</summary>
    public bool FuzzyFiltersIgnoreCase { get; set; } = true;

    /// <summary>True when the rate limits are enforced.</summary>
    public bool EnforceRateLimits { get; set; } = true;

    /// <summary>The error code of a throttled request. Clients compare the beginning of it.</summary>
    public string RateLimitErrorCode { get; set; } = "RequestLimitExceeded";

    /// <summary>The rate limits in requests per second and account, by action, or by service and action. Source: the documentation of each action.</summary>
    public IDictionary<string, int> RateLimits { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["SyncImages"] = 10,
        ["DescribeImages"] = 40,
        ["DescribeImageQuota"] = 10,
        ["DescribeImageSharePermission"] = 10,
        ["ModifyImageSharePermission"] = 10,
        ["ModifyImageAttribute"] = 10,
        ["CreateImage"] = 10,
        ["DeleteImages"] = 10,
        ["RunInstances"] = 10,
        ["InquiryPriceRunInstances"] = 10,
        ["TerminateInstances"] = 10,
        ["StopInstances"] = 10,
        ["DescribeInstancesStatus"] = 40,
        ["DescribeZoneInstanceConfigInfos"] = 40,
        ["DescribeInstances"] = 40,
        ["DescribeZones"] = 20,
        ["DescribeRegions"] = 20,
        // CVM has an action of this name too.
        ["region:DescribeRegions"] = 50,
        ["TagResources"] = 20,
        ["UnTagResources"] = 20,
        ["GetResources"] = 20,
        ["CreateLaunchTemplate"] = 20,
        ["CreateLaunchTemplateVersion"] = 20,
        ["DescribeLaunchTemplates"] = 20,
        ["DescribeLaunchTemplateVersions"] = 20,
        // Inferred: the pages of these two were not found.
        ["ModifyLaunchTemplateDefaultVersion"] = 20,
        ["DeleteLaunchTemplateVersions"] = 20,
        ["DescribeAutoScalingGroups"] = 60,
        ["DescribeAutoScalingInstances"] = 60,
        ["DescribeLaunchConfigurations"] = 20,
        ["ModifyLaunchConfigurationAttributes"] = 20,
        ["StartInstanceRefresh"] = 20,
        ["StopInstanceRefresh"] = 20,
        // Inferred: the pages of these four were not found.
        ["ResumeInstanceRefresh"] = 20,
        ["RollbackInstanceRefresh"] = 20,
        ["CancelInstanceRefresh"] = 20,
        ["DescribeRefreshActivities"] = 20,
        ["GetCallerIdentity"] = 20,
        ["AssumeRole"] = 600,
        ["DescribeAutomationAgentStatus"] = 60,
        ["RunCommand"] = 20,
        ["DescribeInvocations"] = 20,
        ["DescribeInvocationTasks"] = 20,
    };

    /// <summary>The rate limit of an action without an entry in <see cref="RateLimits"/> (inferred).</summary>
    public int DefaultRateLimit { get; set; } = 20;

    /// <summary>The response to a wrong or expired token (inferred).</summary>
    public TokenError TokenError { get; set; }

    /// <summary>The response to a request to a region that does not exist (inferred).</summary>
    public UnknownRegion UnknownRegion { get; set; }

    /// <summary>The maximum difference between the clock of the client and that of the service.</summary>
    public TimeSpan MaximumClockSkew { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The time of every call before the service acts.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>The number of calls that <see cref="SimulatedCloud.Calls"/> keeps; 0 for none.</summary>
    public int CallLogCapacity { get; set; } = 10_000;

    /// <summary>The seed of IDs, addresses and durations: the same seed repeats a run.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The role of the instance that reads the metadata service; null for none.</summary>
    public SimulatedRole? InstanceRole { get; set; }

    /// <summary>The lifetime of the temporary credentials from the metadata service.</summary>
    public TimeSpan InstanceRoleDuration { get; set; } = TimeSpan.FromHours(6);

    /// <summary>All regions of the cloud.</summary>
    internal IEnumerable<SimulatedRegion> AllRegions => RegionList.Documented.Concat(MoreRegions);

    /// <summary>Finds a region by its ID, in any case; null when there is none.</summary>
    internal SimulatedRegion? FindRegion(string id) =>
        AllRegions.FirstOrDefault(region => string.Equals(region.Id, id, StringComparison.OrdinalIgnoreCase));
}
