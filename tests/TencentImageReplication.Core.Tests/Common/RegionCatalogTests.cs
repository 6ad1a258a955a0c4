using System.Globalization;
using TencentImageReplication.Core.Common;

namespace TencentImageReplication.Core.Tests.Common;

public sealed class RegionCatalogTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public static TheoryData<string> Ids => [.. RegionCatalog.All.Select(region => region.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_region_has_a_name_in_either_language(string id)
    {
        var region = RegionCatalog.Find(id)!;

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        Assert.Matches(@"^[ -~]+\z", region.DisplayName);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", region.DisplayName);
    }

    public void Dispose() => CultureInfo.CurrentUICulture = _before;
}
