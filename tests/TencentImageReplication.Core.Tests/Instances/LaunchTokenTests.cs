using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Instances;

namespace TencentImageReplication.Core.Tests.Instances;

public sealed class LaunchTokenTests
{
    private static readonly LaunchRequest Plain = new("img-gweb2024", "ap-guangzhou", "golden-web-2024", new LaunchSettings { InstanceType = "S5.MEDIUM4" });

    /// <summary>What makes another machine: each of these needs a token of its own.</summary>
    public static TheoryData<string, LaunchRequest> Others => new()
    {
        { "image", Plain with { ImageId = "img-gdb02024" } },
        { "region", Plain with { Region = "ap-shanghai" } },
        { "instance type", With(settings => settings with { InstanceType = "S5.LARGE8" }) },
        { "no instance type", With(settings => settings with { InstanceType = null }) },
        { "zone", With(settings => settings with { Zone = "ap-guangzhou-6" }) },
        { "name", With(settings => settings with { InstanceName = "web" }) },
        { "number", With(settings => settings with { Count = 2 }) },
        { "type of the system disk", With(settings => settings with { SystemDiskType = "CLOUD_SSD" }) },
        { "size of the system disk", With(settings => settings with { SystemDiskSizeGB = 100 }) },
        { "network", With(settings => settings with { VpcId = "vpc-00000001" }) },
        { "subnet", With(settings => settings with { SubnetId = "subnet-00000001" }) },
        { "security group", With(settings => settings with { SecurityGroupIds = ["sg-00000001"] }) },
        { "default network", With(settings => settings with { UseDefaultNetwork = true }) },
        { "bandwidth", With(settings => settings with { InternetMaxBandwidthOut = 5 }) },
        { "charge type", With(settings => settings with { InstanceChargeType = "SPOTPAID" }) },
        { "months", With(settings => settings with { PrepaidPeriod = 1 }) },
        { "key pair", With(settings => settings with { KeyIds = ["skey-00000001"] }) },
        { "login of the image", With(settings => settings with { KeepImageLogin = true }) },
        { "host name", With(settings => settings with { HostName = "web" }) },
        { "user data", With(settings => settings with { UserData = "d2Vi" }) },
        { "tag", With(settings => settings with { Tags = [new() { Key = "env", Value = "prod" }] }) },
        { "value of a tag", With(settings => settings with { Tags = [new() { Key = "env", Value = "test" }] }) },
        { "two tags", With(settings => settings with { Tags = [new() { Key = "env", Value = "prod" }, new() { Key = "team", Value = "web" }] }) },
        { "model", With(settings => settings with { Like = Like("ins-00000001", "ap-guangzhou") }) },
        { "another model", With(settings => settings with { Like = Like("ins-00000002", "ap-guangzhou") }) },
        { "region of the model", With(settings => settings with { Like = Like("ins-00000001", "ap-shanghai") }) },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Another_machine_has_another_token(string difference, LaunchRequest request)
    {
        var token = LaunchToken.Of(request);

        Assert.Matches("^[0-9a-f]{40}$", token);
        Assert.NotEqual(LaunchToken.Of(Plain), token);
        Assert.DoesNotContain(token, Others.Where(other => (string)other[0] != difference).Select(other => LaunchToken.Of((LaunchRequest)other[1])));
    }

    [Fact]
    public void The_same_line_has_the_same_token_in_every_version_of_the_module()
    {
        var full = Plain with
        {
            Settings = new LaunchSettings
            {
                InstanceType = "S5.MEDIUM4",
                Zone = "ap-guangzhou-6",
                InstanceName = "web",
                Count = 2,
                SystemDiskType = "CLOUD_SSD",
                SystemDiskSizeGB = 100,
                VpcId = "vpc-00000001",
                SubnetId = "subnet-00000001",
                SecurityGroupIds = ["sg-00000001", "sg-00000002"],
                InternetMaxBandwidthOut = 5,
                InstanceChargeType = "PREPAID",
                PrepaidPeriod = 1,
                KeyIds = ["skey-00000001"],
                HostName = "web",
                UserData = "d2Vi",
                Tags = [new() { Key = "env", Value = "prod" }],
                Like = Like("ins-00000001", "ap-shanghai"),
            },
        };

        Assert.Equal(
            ("bdfc02000dbfb9fbb3c40ede0d18991b5f5ad6fe", "85f7e2bc126e52d7ea3e228f14ff4adedb6c032e"), (LaunchToken.Of(Plain), LaunchToken.Of(full)));
    }

    [Fact]
    public void What_makes_no_other_machine_leaves_the_token()
    {
        var token = LaunchToken.Of(Plain);

        Assert.Equal(token, LaunchToken.Of(Plain with { Region = "AP-GUANGZHOU", ImageName = "another name" }));
        Assert.Equal(token, LaunchToken.Of(With(settings => settings with { DryRun = true, ClientToken = "mine", Tags = [], KeyIds = [] })));
        Assert.Equal(LaunchToken.Of(Tagged("env", "team")), LaunchToken.Of(Tagged("team", "env")));
        Assert.Equal(
            LaunchToken.Of(With(settings => settings with { Like = Like("ins-00000001", "ap-shanghai") })),
            LaunchToken.Of(With(settings => settings with { Like = Like("ins-00000001", "AP-SHANGHAI") })));
    }

    [Fact]
    public void Values_that_run_together_have_different_tokens() =>
        Assert.NotEqual(
            LaunchToken.Of(With(settings => settings with { InstanceName = "web\nHostName 2 db" })),
            LaunchToken.Of(With(settings => settings with { InstanceName = "web", HostName = "db" })));

    [Fact]
    public void The_token_after_one_depends_on_it_and_on_the_deleted_instance()
    {
        var next = LaunchToken.After("a", "ins-00000001");

        Assert.Matches("^[0-9a-f]{40}$", next);
        Assert.Equal(next, LaunchToken.After("a", "ins-00000001"));
        Assert.NotEqual(next, LaunchToken.After("a", "ins-00000002"));
        Assert.NotEqual(next, LaunchToken.After("b", "ins-00000001"));
    }

    [Fact]
    public void A_new_token_is_used_once()
    {
        Assert.Matches("^[0-9a-f]{32}$", LaunchToken.New());
        Assert.NotEqual(LaunchToken.New(), LaunchToken.New());
    }

    private static LaunchRequest With(Func<LaunchSettings, LaunchSettings> change) => Plain with { Settings = change(Plain.Settings) };

    private static LaunchRequest Tagged(params string[] keys) =>
        With(settings => settings with { Tags = [.. keys.Select(key => new Tag { Key = key, Value = "x" })] });

    private static LikeInstance Like(string instanceId, string region) => new(new Instance { InstanceId = instanceId }, region);
}
