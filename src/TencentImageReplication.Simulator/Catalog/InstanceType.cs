namespace TencentImageReplication.Simulator.Catalog;

/// <summary>An instance type.</summary>
/// <param name="Name">The name, such as <c>S5.MEDIUM4</c>.</param>
/// <param name="Cpu">The number of cores.</param>
/// <param name="MemoryGB">The memory in GiB.</param>
/// <param name="HourlyPrice">The price per hour in CNY: invented, but of a realistic size.</param>
/// <param name="Architecture">The architecture that its images must have.</param>
internal sealed record InstanceType(string Name, int Cpu, int MemoryGB, double HourlyPrice, string Architecture = "x86_64")
{
    public string Family => Name.Split('.')[0];

    public string TypeName => $"Standard {Family}";

    public string CpuType => Architecture == "arm" ? "Ampere Altra" : Family.StartsWith("SA", StringComparison.Ordinal) ? "AMD EPYC Rome" : "Intel Xeon Cascade Lake 8255C";

    public string Frequency => Architecture == "arm" ? "2.8GHz" : "2.5GHz";
}
