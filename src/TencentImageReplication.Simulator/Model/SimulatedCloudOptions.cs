namespace TencentImageReplication.Simulator.Model;

/// <summary>
/// The settings of a simulated cloud. They may be changed between calls. Whatever the service does not document is
/// called inferred, and is here so that it can be played either way.
/// </summary>
public sealed class SimulatedCloudOptions
{
    /// <summary>How long a copy takes. The service says 10 to 30 minutes.</summary>
    public TimeSpan CopyDuration { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>By how much a copy may be faster or slower, drawn from the seed.</summary>
    public TimeSpan CopyDurationSpread { get; set; } = TimeSpan.Zero;

    /// <summary>How copies go (inferred).</summary>
    public CopyLifeCycle Copies { get; set; } = new();

    /// <summary>How copies into single regions go, by region ID: the others follow <see cref="Copies"/>.</summary>
    public IDictionary<string, CopyLifeCycle> CopiesTo { get; } = new Dictionary<string, CopyLifeCycle>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the source shows <c>SYNCING</c> while copies of it are made (inferred).</summary>
    public bool SourceShowsSyncing { get; set; } = true;

    /// <summary>What a second <c>SyncImages</c> on a busy source answers (inferred).</summary>
    public BusySource BusySource { get; set; } = BusySource.InvalidParameterValue;

    /// <summary>What becomes of a copy whose name is taken in the destination (inferred).</summary>
    public DuplicateNames DuplicateNames { get; set; } = DuplicateNames.RefusedWhenGiven;

    /// <summary>How a dry run that passes is answered.</summary>
    public DryRunAnswer DryRunAnswer { get; set; } = DryRunAnswer.BareRequestId;

    /// <summary>The error for a copy across the mainland's border where the account is not enabled (inferred).</summary>
    public string CrossBorderErrorCode { get; set; } = "UnsupportedOperation.Region";

    /// <summary>Whether images go from one finance region to another (inferred). Between finance and other regions they never do.</summary>
    public bool CopiesBetweenFinanceRegions { get; set; } = true;

    /// <summary>The largest image that can be copied, in GiB; null for no limit (the service documents the error, not the size).</summary>
    public int? MaximumCopySizeGB { get; set; }

    /// <summary>How many custom images an account may have in a region. Texts say 500, examples 20 and 1000.</summary>
    public int ImageQuota { get; set; } = 500;

    /// <summary>Quotas of single regions, by region ID: the others have <see cref="ImageQuota"/>.</summary>
    public IDictionary<string, int> ImageQuotas { get; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long an image takes to be made of an instance or of snapshots (inferred: minutes).</summary>
    public TimeSpan CreateDuration { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether images that are being made end as <c>CREATEFAILED</c>.</summary>
    public bool CreateFails { get; set; }

    /// <summary>How many images one call may delete (inferred: the error is documented, the number is not).</summary>
    public int MaximumImagesPerDeletion { get; set; } = 100;

    /// <summary>How many accounts one call may share an image with or take it back from (inferred: only the 500 of an image are documented).</summary>
    public int MaximumAccountsPerShareCall { get; set; } = 500;

    /// <summary>
    /// Whether sharing an image with an account that has it is refused with <c>FailedOperation.AccountAlreadyExists</c> (the code is
    /// documented, when it is answered is inferred).
    /// </summary>
    public bool SharingAgainIsError { get; set; } = true;

    /// <summary>
    /// Whether an image that is shared with others can be renamed and described (inferred: one text says that "shared images" cannot
    /// be, the error code that images "shared by other accounts" cannot).
    /// </summary>
    public bool SharedOutImagesCanBeModified { get; set; } = true;

    /// <summary>How many instances an account may have in a region.</summary>
    public int InstanceQuota { get; set; } = 500;

    /// <summary>How long an instance takes to start.</summary>
    public TimeSpan LaunchDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether instances end as <c>LAUNCH_FAILED</c>.</summary>
    public bool LaunchFails { get; set; }

    /// <summary>The <c>SyncPercent</c> of an image that is not being copied: null or a number, the service shows both.</summary>
    public int? IdleSyncPercent { get; set; }

    /// <summary>Whether times end in <c>+00:00</c> instead of <c>Z</c>: the service does both.</summary>
    public bool TimesWithOffset { get; set; }

    /// <summary>Whether an unknown image ID is an error (<c>InvalidImageId.NotFound</c>) instead of missing from the answer (inferred).</summary>
    public bool UnknownImageIdIsError { get; set; }

    /// <summary>Whether the fuzzy filters ignore case (inferred).</summary>
    public bool FuzzyFiltersIgnoreCase { get; set; } = true;

    /// <summary>Whether the documented requests per second are enforced.</summary>
    public bool EnforceRateLimits { get; set; } = true;

    /// <summary>The code of a throttled call: clients match its beginning.</summary>
    public string RateLimitErrorCode { get; set; } = "RequestLimitExceeded";

    /// <summary>Requests per second and account, by action. Source: the documentation of each action.</summary>
    public IDictionary<string, int> RateLimits { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["SyncImages"] = 10,
        ["DescribeImages"] = 40,
        ["DescribeImageQuota"] = 10,
        ["DescribeImageSharePermission"] = 10,
        ["ModifyImageSharePermission"] = 10,
        // Inferred, as for the next two.
        ["ModifyImageAttribute"] = 10,
        ["CreateImage"] = 10,
        ["DeleteImages"] = 10,
        ["RunInstances"] = 10,
        ["DescribeInstances"] = 40,
        ["DescribeZones"] = 20,
        ["DescribeRegions"] = 20,
    };

    /// <summary>Requests per second and account of an action that <see cref="RateLimits"/> does not name (inferred).</summary>
    public int DefaultRateLimit { get; set; } = 20;

    /// <summary>How far the client's clock may be off.</summary>
    public TimeSpan MaximumClockSkew { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long every call takes before the service acts.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>How many calls <see cref="SimulatedCloud.Calls"/> keeps, the newest ones; 0 for none.</summary>
    public int CallLogCapacity { get; set; } = 10_000;

    /// <summary>What IDs, addresses and durations are drawn from, so that a run can be repeated.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The role that is bound to the instance which asks the metadata service; null when none is.</summary>
    public SimulatedRole? InstanceRole { get; set; }

    /// <summary>For how long the metadata service lends a key of that role.</summary>
    public TimeSpan InstanceRoleDuration { get; set; } = TimeSpan.FromHours(6);
}
