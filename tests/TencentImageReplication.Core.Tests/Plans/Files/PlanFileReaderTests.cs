using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Plans.Files;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Testing;
using TencentImageReplication.Core.Tests.Support;

namespace TencentImageReplication.Core.Tests.Plans.Files;

public sealed class PlanFileReaderTests
{
    [Fact]
    public void Every_key_gets_into_the_plan()
    {
        var plan = Read(PlanSamples.Whole).Plan!;

        Assert.Equal(("plan.json", new PlanSource("build", "ap-guangzhou")), (plan.Path, plan.Source));
        Assert.Equal(
            [new PlanAccount("build", null, "build"), new PlanAccount("prod", "qcs::cam::uin/100000000002:roleName/images", null)], plan.Accounts);
        Assert.Equal(["golden-web", "golden-db", "tagged"], plan.Families.Select(family => family.Name));
        var web = plan.Families[0];
        Assert.Equal(("golden-web-*", null, 0), (web.ImageName, web.ImageFamily, web.Tags.Count));
        Assert.Equal([(string?)null, "prod", "prod"], web.Targets.Select(target => target.Account));
        Assert.Equal(["ap-shanghai", "ap-beijing", "ap-guangzhou", "ap-singapore"], web.Targets.SelectMany(target => target.Regions));
        Assert.Equal(CarriedAttributes.Tag | CarriedAttributes.Family | CarriedAttributes.Description, web.CarryOver);
        Assert.Equal(["100000000003", "100000000004"], web.ShareWith);
        Assert.Equal(new PlanRetention(3, TimeSpan.FromDays(14.5)), web.Retention);
        Assert.Equal((2, NameTaken.RenameStale), (web.Versions, web.OnNameTaken));
        Assert.All([web.AllowCrossBorder, web.Deprecate, web.AdoptUnmarked, web.KeepShared, web.KeepIntermediate], Assert.True);
    }

    [Fact]
    public void Publications_and_tests_get_into_the_plan()
    {
        var targets = Read(PlanSamples.Whole).Plan!.Families[0].Targets;

        var publication = targets[0].Publish!;
        Assert.Equal(
            ["LaunchTemplate web", "LaunchConfiguration web-a", "AutoScalingGroup web-blue", "AutoScalingGroup web-green"],
            publication.Targets.Select(target => $"{target.Kind} {target.Text}"));
        Assert.Equal(5, publication.KeepVersion);
        Assert.Equal(
            new RefreshOptions { BatchCount = 4, BatchPause = RefreshPause.FirstBatch, OnFailure = RefreshFailure.Rollback, HealthCheckTimeout = TimeSpan.FromMinutes(10) },
            publication.Refresh);
        Assert.Equal(
            new PlanVerification(new BootTestSettings { InstanceType = "S5.MEDIUM4", Script = "check", ExpectedOutput = "ready", Timeout = TimeSpan.FromMinutes(10) }, 1.5),
            targets[0].Verify);
        Assert.Equal((10, new RefreshOptions()), (targets[1].Publish!.KeepVersion, targets[1].Publish!.Refresh));
        Assert.Equal(["lt-prodweb1", "asg-prodweb1"], targets[1].Publish!.Targets.Where(target => target.IsId).Select(target => target.Text));
        // A target with a test of its own has not that of the family.
        var settings = targets[1].Verify!.Settings;
        Assert.Equal(("S5.SMALL2", "ap-guangzhou-3", "vpc-1", "subnet-1", null), (settings.InstanceType, settings.Zone, settings.VpcId, settings.SubnetId, settings.Script));
        Assert.Equal(["sg-1", "sg-2"], settings.SecurityGroupIds);
        Assert.Null(targets[2].Publish);
    }

    [Fact]
    public void A_script_is_read_from_a_path_that_starts_in_the_folder_of_the_plan()
    {
        using var home = new TemporaryHome();
        File.WriteAllText(Path.Combine(home.Folder, "check.sh"), "echo ready");

        var read = PlanFileReader.ReadJson(Path.Combine(home.Folder, "plan.json"), PlanOf("check.sh"));
        var missing = PlanFileReader.ReadJson(Path.Combine(home.Folder, "plan.json"), PlanOf("other.sh"));

        Assert.Equal("echo ready", read.Plan!.Families[0].Targets[0].Verify!.Settings.Script);
        Assert.StartsWith("Families[0].Verify.ScriptPath: the script 'other.sh' cannot be read: ", Assert.Single(missing.Errors).Text, StringComparison.Ordinal);

        static string PlanOf(string script) => PlanSamples.Whole.Replace("\"Command\": \"check\"", $"\"ScriptPath\": \"{script}\"", StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_of_a_family_that_publishes_nothing_is_a_warning()
    {
        var file = Read("""
            { "PlanVersion": 1, "Source": { "Region": "ap-guangzhou" }, "Families": {
                "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" }, "Verify": { "InstanceType": "S5.MEDIUM4" } } }
            """);

        Assert.NotNull(file.Plan);
        Assert.Equal("Families: Verify has no effect, because no target has Publish.", Assert.Single(file.Warnings).Text);
    }

    [Fact]
    public void Keys_that_are_left_out_have_their_defaults()
    {
        var plan = Read(PlanSamples.Whole).Plan!;

        var (db, tagged) = (plan.Families[1], plan.Families[2]);
        Assert.Equal((null, "db", "db"), (db.ImageName, db.ImageFamily, db.DestinationImageName));
        Assert.Equal((1, NameTaken.Fail, CarriedAttributes.None, null), (db.Versions, db.OnNameTaken, db.CarryOver, db.Retention));
        Assert.All([db.AllowCrossBorder, db.Deprecate, db.AdoptUnmarked, db.KeepShared, db.KeepIntermediate], Assert.False);
        Assert.Empty(db.ShareWith);
        Assert.Equal([new Tag { Key = "role", Value = "base" }], tagged.Tags);
        Assert.Null(Assert.Single(tagged.Targets).Account);
    }

    [Theory]
    [MemberData(nameof(PlanSamples.Valid), MemberType = typeof(PlanSamples))]
    public void A_valid_plan_has_no_mistakes(string json) => Assert.Empty(Read(json).Errors);

    [Theory]
    [MemberData(nameof(PlanSamples.Broken), MemberType = typeof(PlanSamples))]
    [MemberData(nameof(PlanSamples.BrokenByMeaning), MemberType = typeof(PlanSamples))]
    public void A_mistake_has_its_line_and_its_key(string json, string mistake)
    {
        var file = Read(json);

        Assert.Null(file.Plan);
        Assert.Equal(["plan.json:" + mistake], file.Errors.Select(error => error.At("/somewhere/plan.json")));
    }

    [Fact]
    public void All_mistakes_are_found_at_once_in_the_order_of_their_lines()
    {
        var file = Read("""
            {
              "PlanVersion": 1,
              "Families": [
                { "Name": "a", "ImageName": "a", "Targets": [
                  { "Account": "nobody", "Regions": [ "ap-beijing",
                    "ap beijing" ] } ],
                  "Retention": { "KeepVersions": "3" } },
                { "ImageName": "b", "Targets": { "Regions": [ ] },
                  "Versions": 0 }
              ],
              "Source": { "Region": "ap-guangzhou", "Zone": 1 }
            }
            """);

        Assert.Equal(
            [
                (5, "Families[0].Targets[0].Account"), (6, "Families[0].Targets[0].Regions[1]"), (7, "Families[0].Retention.KeepVersions"),
                (8, "Families[1].Name"), (8, "Families[1].Targets.Regions"), (9, "Families[1].Versions"), (11, "Source.Zone"),
            ],
            file.Errors.Select(error => (error.Line, error.Text.Split(' ', ':')[0])));
    }

    [Fact]
    public void An_unknown_region_is_a_warning_with_the_nearest_name()
    {
        var file = Read("""
            { "PlanVersion": 1, "Source": { "Region": "ap-guangzhou" },
              "Families": [ { "Name": "x", "ImageName": "x", "Targets": [
                { "Regions": [ "ap-shangai", "ap-atlantis" ] },
                { "Account": "prod", "Regions": "ap-shangai" } ] } ],
              "Accounts": { "prod": { "ProfileName": "prod" } } }
            """);

        Assert.NotNull(file.Plan);
        Assert.Equal(
            [
                "3: Families[0].Targets[0].Regions[0]: this version of the module does not know the region 'ap-shangai'. Did you mean ap-shanghai?",
                "3: Families[0].Targets[0].Regions[1]: this version of the module does not know the region 'ap-atlantis'.",
            ],
            file.Warnings.Select(warning => $"{warning.Line}: {warning.Text}"));
    }

    [Fact]
    public void Keys_and_words_are_read_in_any_case()
    {
        var file = Read("""
            { "planversion": 1, "SOURCE": { "region": "AP-Guangzhou" }, "accounts": { "Prod": { "profilename": "p" } },
              "families": [ { "name": "x", "imagename": "x", "carryover": "tag", "onnametaken": "renamestale",
                              "targets": { "account": "PROD", "regions": "AP-Shanghai" } } ] }
            """);

        var family = Assert.Single(file.Plan!.Families);
        Assert.Equal(("ap-guangzhou", "Prod", "ap-shanghai"), (file.Plan.Source.Region, family.Targets[0].Account, family.Targets[0].Regions[0]));
        Assert.Equal((CarriedAttributes.Tag, NameTaken.RenameStale), (family.CarryOver, family.OnNameTaken));
    }

    [Fact]
    public void Control_characters_of_the_file_do_not_get_into_messages()
    {
        var file = Read("{ \"PlanVersion\": 1, \"Source\": { \"Region\": \"ap-guangzhou\" }, \"\\u001b[2J\": 1, \"Families\": [] }");

        Assert.Contains(file.Errors, error => error.Text.Contains(@"\x1b[2J", StringComparison.Ordinal));
        Assert.DoesNotContain(file.Errors, error => error.Text.Contains('\u001b', StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_data_is_reported_once()
    {
        var members = new[]
        {
            new PlanMember("PlanVersion", 1, new PlanNode(PlanNodeKind.Number, 1) { Text = "1" }),
            new PlanMember("Source", 2, new PlanNode(PlanNodeKind.Unreadable, 2)),
            new PlanMember("Accounts", 3, new PlanNode(PlanNodeKind.Unreadable, 3)),
            new PlanMember("Families", 4, new PlanNode(PlanNodeKind.Unreadable, 4)),
        };

        var file = PlanFileReader.Read("p.psd1", new PlanNode(PlanNodeKind.Table, 1) { Members = members }, [new PlanProblem(2, "found before")]);

        Assert.Equal("p.psd1:2: found before", Assert.Single(file.Errors).At("p.psd1"));
        Assert.Null(file.Plan);
    }

    private static PlanFile Read(string json) => PlanFileReader.ReadJson("plan.json", json);
}
