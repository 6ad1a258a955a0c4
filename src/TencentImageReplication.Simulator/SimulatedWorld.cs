using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator;

/// <summary>
/// A cloud with accounts, images and instances for rehearsals: an owner with golden images in Guangzhou, and a second account with which
/// one of them is shared. The keys are dummies. Keys and IDs are the same in every run.
/// </summary>
public static class SimulatedWorld
{
    /// <summary>The region of the images.</summary>
    public const string Region = "ap-guangzhou";

    /// <summary>A Linux image of 50 GiB: <c>golden-web-2024</c>.</summary>
    public const string WebImageId = "img-gweb2024";

    /// <summary>A Linux image of 100 GiB with a data disk: <c>golden-db-2024</c>.</summary>
    public const string DatabaseImageId = "img-gdb02024";

    /// <summary>A Windows image of 50 GiB: <c>win-base-2022</c>.</summary>
    public const string WindowsImageId = "img-win02022";

    /// <summary>An image that stays in creation: <c>app-next</c>.</summary>
    public const string CreatingImageId = "img-building";

    /// <summary>An instance of <see cref="WebImageId"/> in Guangzhou: <c>golden-web</c>.</summary>
    public const string WebInstanceId = "ins-9bxebleo";

    /// <summary>An instance of <see cref="DatabaseImageId"/> in Guangzhou: <c>golden-db</c>.</summary>
    public const string DatabaseInstanceId = "ins-golden02";

    /// <summary>An instance of a public image in Shanghai: <c>build-agent</c>.</summary>
    public const string BuildInstanceId = "ins-build001";

    private const string BuildRegion = "ap-shanghai";
    private const string PublicImageId = "img-eb30mz89";

    /// <summary>The account that owns the images.</summary>
    public static SimulatedAccount Owner { get; } = new()
    {
        AccountId = "100000000001",
        Name = "owner",
        SecretId = "AKIDEXAMPLEsimulatedOwner00000000000",
        SecretKey = "EXAMPLEKEYsimulatedOwner00000000",
    };

    /// <summary>The account that <see cref="WebImageId"/> is shared with.</summary>
    public static SimulatedAccount Partner { get; } = new()
    {
        AccountId = "100000000002",
        Name = "partner",
        SecretId = "AKIDEXAMPLEsimulatedPartner000000000",
        SecretKey = "EXAMPLEKEYsimulatedPartner000000",
    };

    /// <summary>A role of the owner's account. The owner and <see cref="Partner"/> can assume it; the instance of the cloud has it.</summary>
    public static SimulatedRole Role { get; } = new()
    {
        AccountId = Owner.AccountId,
        Name = "image-replication",
        TrustedAccounts = [Owner.AccountId, Partner.AccountId],
    };

    /// <summary>Creates a cloud with these accounts, images and instances.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="timeProvider">The clock of the cloud.</param>
    /// <param name="withInstances">False leaves out the instances.</param>
    public static SimulatedCloud Create(SimulatedCloudOptions options, TimeProvider timeProvider, bool withInstances = true)
    {
        var cloud = new SimulatedCloud(options, timeProvider);
        var now = timeProvider.GetUtcNow();
        cloud.AddAccount(Owner);
        cloud.AddAccount(Partner);
        cloud.PutRole(Role);
        options.InstanceRole ??= Role;
        cloud.AddImage(Image(WebImageId, "golden-web-2024", now.AddDays(-40)) with
        {
            Description = "The web server",
            Family = "golden-web",
            Tags = [new("env", "prod"), new("team", "web")],
            SharedWith = [Partner.AccountId],
        });
        cloud.AddImage(Image(DatabaseImageId, "golden-db-2024", now.AddDays(-30)) with
        {
            Description = "The database server",
            OsName = "Ubuntu Server 22.04 LTS 64bit",
            Platform = "Ubuntu",
            SizeGB = 100,
            Tags = [new("env", "prod"), new("team", "data")],
            Snapshots = [new("snap-gdb0sys1", "SYSTEM_DISK", 100), new("snap-gdb0dat1", "DATA_DISK", 200)],
        });
        cloud.AddImage(Image(WindowsImageId, "win-base-2022", now.AddDays(-20)) with
        {
            Description = "The base of all Windows servers",
            OsName = "Windows Server 2022 Datacenter 64bit English",
            Platform = "Windows",
            SupportsCloudInit = false,
            Tags = [new("env", "prod")],
        });
        cloud.AddImage(Image(CreatingImageId, "app-next", now.AddMinutes(-3)) with { State = ImageStates.Creating });
        if (withInstances)
            AddInstances(cloud, now);
        return cloud;
    }

    private static void AddInstances(SimulatedCloud cloud, DateTimeOffset now)
    {
        // IDs of its own: what the cloud draws later is the same with and without these instances.
        var ids = new IdSource(cloud.Options.Seed);
        cloud.AddInstance(Instance(WebInstanceId, "golden-web", WebImageId, Region, 3, "S5.MEDIUM4", now.AddDays(-35)) with
        {
            Tags = [new("env", "prod"), new("team", "web")],
        });
        cloud.AddInstance(Instance(DatabaseInstanceId, "golden-db", DatabaseImageId, Region, 4, "S5.LARGE8", now.AddDays(-25)) with
        {
            Tags = [new("env", "prod"), new("team", "data")],
        });
        cloud.AddInstance(Instance(BuildInstanceId, "build-agent", PublicImageId, BuildRegion, 2, "S5.SMALL2", now.AddDays(-10)) with
        {
            Tags = [new("env", "test")],
        });

        SimulatedInstance Instance(string id, string name, string imageId, string region, int zone, string type, DateTimeOffset created) =>
            InstanceDraft.Create(
                ids, Owner.AccountId, cloud.FindImage(imageId)!, ZoneCatalog.Find(region, $"{region}-{zone}", cloud.Options)!, type, created) with
            {
                InstanceId = id,
                InstanceName = name,
            };
    }

    private static SimulatedImage Image(string id, string name, DateTimeOffset created) => new()
    {
        ImageId = id,
        ImageName = name,
        Region = Region,
        AccountId = Owner.AccountId,
        CreatedTime = created,
    };
}
