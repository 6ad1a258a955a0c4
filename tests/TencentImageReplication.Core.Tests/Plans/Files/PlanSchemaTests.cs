using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using TencentImageReplication.Core.Plans.Files;

namespace TencentImageReplication.Core.Tests.Plans.Files;

/// <summary>The JSON schema of plans, which ships for editors, against the code that reads them.</summary>
public sealed class PlanSchemaTests
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Plans", "replication-plan.schema.json"));

    private static readonly JsonSchema Schema = JsonSchema.FromText(Text);

    [Theory]
    [MemberData(nameof(PlanSamples.Valid), MemberType = typeof(PlanSamples))]
    public void Schema_and_reader_accept_a_valid_plan(string json) =>
        Assert.Equal((true, true), (Fits(json), PlanFileReader.ReadJson("plan.json", json).Plan is not null));

    [Theory]
    [MemberData(nameof(PlanSamples.Broken), MemberType = typeof(PlanSamples))]
    public void Schema_and_reader_refuse_a_mistake(string json, string mistake) =>
        Assert.Equal((mistake, false, true), (mistake, Fits(json), PlanFileReader.ReadJson("plan.json", json).Plan is null));

    // Each key with values of all types: the schema must not refuse what the reader takes, or accept what it refuses.
    [Theory]
    [MemberData(nameof(Keys))]
    public void Schema_and_reader_agree_about_each_key(string path)
    {
        string?[] values =
        [
            "null", "true", "1", "0", "1.5", "-1", "1001", "1e3", "40000", "\"\"", "\" \"", "\"x\"", "\"Tag\"", "\"Fail\"", "\"self\"", "\"ap-beijing\"",
            "\"100000000003\"", "\"a/b\"", "\"qcs::cam::uin/1:roleName/x\"", "[]", "[1]", "[\"x\"]", "[\"ap-beijing\"]", "[[\"ap-beijing\"]]", "{}", "{\"x\": \"y\"}", "{\"x\": 1}",
        ];

        Assert.All(values, value =>
        {
            var plan = JsonNode.Parse(PlanSamples.Whole, documentOptions: Lenient)!;
            var owner = path.Split('/').SkipLast(1).Aggregate(plan, (node, key) => int.TryParse(key, out var index) ? node[index]! : node[key]!);
            var key = path.Split('/')[^1];
            // A selection replaces the one that is there.
            if (key is "ImageFamily" or "Tag")
                owner.AsObject().Remove("ImageName");
            if (key == "ProfileName" || key == "AssumeRoleArn")
                owner.AsObject().Clear();
            // Two images of a region cannot have one name.
            if (key == "DestinationImageName")
                owner["Versions"] = 1;
            // Only the reader compares values with each other.
            var isComparison = (key == "KeepVersions" && value == "1") || (key == "Versions" && value == "1e3")
                || (key == "Account" && value is ['"', not ('"' or ' ' or 's'), ..]);
            if (isComparison)
                return;
            owner[key] = JsonNode.Parse(value!);
            var json = plan.ToJsonString();

            Assert.True(Fits(json) == PlanFileReader.ReadJson("plan.json", json).Plan is not null, $"{path}: {value}");
        });
    }

    public static TheoryData<string> Keys =>
    [
        "PlanVersion", "Source", "Source/Account", "Source/Region", "Accounts/prod", "Accounts/prod/AssumeRoleArn", "Accounts/build/ProfileName",
        "Families", "Families/0/Name", "Families/0/ImageName", "Families/0/ImageFamily", "Families/0/Tag", "Families/0/Targets",
        "Families/0/Targets/0/Regions", "Families/0/Targets/1/Account", "Families/0/Versions", "Families/0/CarryOver",
        "Families/0/DestinationImageName", "Families/0/AllowCrossBorder", "Families/0/ShareWith", "Families/0/Deprecate",
        "Families/0/OnNameTaken", "Families/0/Retention", "Families/0/Retention/KeepVersions", "Families/0/Retention/MinimumAgeDays",
        "Families/0/AdoptUnmarked", "Families/0/KeepShared", "Families/0/KeepIntermediate", "Families/0/Verify", "Families/0/Verify/InstanceType",
        "Families/0/Verify/Command", "Families/0/Verify/ExpectedOutput", "Families/0/Verify/MaximumPrice", "Families/0/Verify/TimeoutSec",
        "Families/0/Targets/1/Verify/Zone", "Families/0/Targets/1/Verify/VpcId", "Families/0/Targets/1/Verify/SecurityGroupId",
        "Families/0/Targets/0/Publish", "Families/0/Targets/0/Publish/LaunchTemplate", "Families/0/Targets/0/Publish/LaunchConfiguration",
        "Families/0/Targets/0/Publish/AutoScalingGroup", "Families/0/Targets/1/Publish/LaunchTemplateId", "Families/0/Targets/0/Publish/KeepVersion", "Families/0/Targets/0/Publish/Refresh",
        "Families/0/Targets/0/Publish/Refresh/BatchCount", "Families/0/Targets/0/Publish/Refresh/BatchPause",
        "Families/0/Targets/0/Publish/Refresh/OnFailure", "Families/0/Targets/0/Publish/Refresh/HealthCheckTimeoutSec",
    ];

    private static bool Fits(string json) =>
        Schema.Evaluate(JsonSerializer.SerializeToElement(JsonNode.Parse(json, documentOptions: Lenient))).IsValid;
}
