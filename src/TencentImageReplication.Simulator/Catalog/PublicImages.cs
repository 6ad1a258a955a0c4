using TencentImageReplication.Simulator.Model;

namespace TencentImageReplication.Simulator.Catalog;

/// <summary>The public images, which have the same IDs in every region.</summary>
internal static class PublicImages
{
    private static readonly DateTimeOffset Published = new(2024, 3, 5, 8, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<SimulatedImage> All { get; } =
    [
        Image("img-9axl1k53", "TencentOS Server 3.1 (TK4)", "TencentOS", 20),
        Image("img-eb30mz89", "TencentOS Server 4 for x86_64", "TencentOS", 20),
        Image("img-487zeit5", "Ubuntu Server 22.04 LTS 64bit", "Ubuntu", 20),
        Image("img-btnarm64", "Ubuntu Server 22.04 LTS ARM 64bit", "Ubuntu", 20, "arm"),
        Image("img-6n21msk1", "Debian 12.0 64bit", "Debian", 20),
        Image("img-9id7emv7", "Windows Server 2022 Datacenter 64bit English", "Windows", 50),
    ];

    private static SimulatedImage Image(string id, string name, string platform, int sizeGB, string architecture = "x86_64") => new()
    {
        ImageId = id,
        ImageName = name,
        Region = "",
        AccountId = "",
        OsName = name,
        Platform = platform,
        Architecture = architecture,
        SizeGB = sizeGB,
        CreatedTime = Published,
        Description = name,
        Source = "OFFICIAL",
        SupportsCloudInit = platform != "Windows",
    };
}
