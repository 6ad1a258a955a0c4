namespace TencentImageReplication.Core.Tests.Plans.Files;

/// <summary>Plans in JSON, with and without mistakes.</summary>
internal static class PlanSamples
{
    /// <summary>A plan with every key.</summary>
    public const string Whole = """
        {
          "$schema": "./replication-plan.schema.json",
          "PlanVersion": 1,
          "Source": { "Account": "build", "Region": "ap-guangzhou" },
          "Accounts": {
            "build": { "ProfileName": "build" },
            "prod": { "AssumeRoleArn": "qcs::cam::uin/100000000002:roleName/images" }
          },
          "Families": [
            {
              "Name": "golden-web",
              "ImageName": "golden-web-*",
              "Targets": [
                {
                  "Regions": ["ap-shanghai", "ap-beijing"],
                  "Publish": {
                    "LaunchTemplate": "web",
                    "LaunchConfiguration": ["web-a"],
                    "AutoScalingGroup": ["web-blue", "web-green"],
                    "KeepVersion": 5,
                    "Refresh": { "BatchCount": 4, "BatchPause": "FirstBatch", "OnFailure": "Rollback", "HealthCheckTimeoutSec": 600 }
                  }
                },
                {
                  "Account": "prod",
                  "Regions": "ap-guangzhou",
                  "Publish": { "AutoScalingGroupId": "asg-prodweb1", "LaunchTemplateId": ["lt-prodweb1"], "Refresh": true },
                  "Verify": { "InstanceType": "S5.SMALL2", "Zone": "ap-guangzhou-3", "VpcId": "vpc-1", "SubnetId": "subnet-1", "SecurityGroupId": ["sg-1", "sg-2"] }
                },
                { "Account": "prod", "Regions": ["ap-singapore"] }
              ],
              "Verify": { "InstanceType": "S5.MEDIUM4", "Command": "check", "ExpectedOutput": "ready", "MaximumPrice": 1.5, "TimeoutSec": 600 },
              "Versions": 2,
              "CarryOver": ["Tag", "Family", "Description"],
              "AllowCrossBorder": true,
              "ShareWith": ["100000000003", "100000000004"],
              "Deprecate": true,
              "OnNameTaken": "RenameStale",
              "Retention": { "KeepVersions": 3, "MinimumAgeDays": 14.5 },
              "AdoptUnmarked": true,
              "KeepShared": true,
              "KeepIntermediate": true
            },
            { "Name": "golden-db", "ImageFamily": "db", "Targets": { "Regions": "ap-nanjing" }, "DestinationImageName": "db" },
            { "Name": "tagged", "Tag": { "role": "base" }, "Targets": [ { "Account": "self", "Regions": ["ap-nanjing"] } ] },
          ], // the last one
        }
        """;

    /// <summary>Plans that both the reader and the schema accept.</summary>
    public static TheoryData<string> Valid =>
    [
        Whole,
        """{ "PlanVersion": 1, "Source": { "Region": "ap-guangzhou" }, "Families": { "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-guangzhou" } } }""",
        Family("""{ "Name": "x", "ImageName": "golden-*", "Targets": { "Regions": "ap-shanghai" }, "CarryOver": "Tag", "ShareWith": "100000000003" }"""),
        Family("""{ "Name": "x", "Tag": { "a": "1", "b": "2" }, "Targets": { "Regions": "ap-shanghai" }, "Retention": { "KeepVersions": 1 } }"""),
        Family($$"""{ "Name": "x", "ImageName": "{{new string('*', 70)}}", "Targets": { "Regions": "AP-Shanghai" }, "OnNameTaken": "Fail", "Versions": 1000, "Retention": { "KeepVersions": 1000, "MinimumAgeDays": 36500 } }"""),
        Family($$"""{ "Name": "x", "ImageName": "{{new string('a', 60)}}", "DestinationImageName": "{{new string('b', 60)}}", "Targets": { "Regions": "ap-shanghai" } }"""),
        Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-atlantis" } }"""),
    ];

    /// <summary>Values with mistakes that the schema can tell too, and the text of the mistake.</summary>
    public static TheoryData<string, string> Broken => new()
    {
        { "[]", "1: The plan must be a table of keys and values, not a list." },
        { """{ "PlanVersion": 2, "Whatever": 1 }""", "1: PlanVersion is 2. This version of the module reads plans of version 1." },
        { """{ "PlanVersion": "1", "Source": { "Region": "ap-guangzhou" }, "Families": { "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" } } }""", "1: PlanVersion must be a number, not a text in quotes." },
        { """{ "Source": { "Region": "ap-guangzhou" }, "Families": { "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" } } }""", "1: PlanVersion is missing." },
        { """{ "PlanVersion": 1, "Families": { "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" } } }""", "1: Source is missing." },
        { """{ "PlanVersion": 1, "Source": { }, "Families": { "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" } } }""", "1: Source.Region is missing." },
        { """{ "PlanVersion": 1, "Source": { "Region": "ap-guangzhou" } }""", "1: Families is missing." },
        { """{ "PlanVersion": 1, "Source": { "Region": "ap-guangzhou" }, "Families": [] }""", "1: Families is empty." },
        { """{ "PlanVersion": 1, "Source": { "Region": "ap-guangzhou" }, "Familys": 1, "Families": { "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" } } }""", "1: Familys is not a valid key. Did you mean Families?" },
        { Account("""{ "self": { "ProfileName": "x" } }"""), "4: Accounts.self: 'self' cannot be the name of an account. 'self' is that of the connection." },
        { Account("""{ "prod": "x" }"""), "4: Accounts.prod must be a table of keys and values, not a text in quotes." },
        { Account("""{ "prod": { } }"""), "4: Accounts.prod must have AssumeRoleArn or ProfileName." },
        { Account("""{ "prod": { "ProfileName": "x", "AssumeRoleArn": "qcs::cam::uin/1:roleName/x" } }"""), "4: Accounts.prod must have AssumeRoleArn or ProfileName, not both." },
        { Account("""{ "prod": { "AssumeRoleArn": "roleName/images" } }"""), "4: Accounts.prod.AssumeRoleArn: 'roleName/images' is not the name of a role. Roles look like qcs::cam::uin/100000000002:roleName/images." },
        { Account("""{ "prod": { "ProfileName": "../x" } }"""), "4: Accounts.prod.ProfileName: '../x' is not the name of a tccli profile. It must be a file name without a folder." },
        { Family("""{ "ImageName": "x", "Targets": { "Regions": "ap-beijing" } }"""), "4: Families[0].Name is missing." },
        { Family("""{ "Name": " ", "ImageName": "x", "Targets": { "Regions": "ap-beijing" } }"""), "4: Families[0].Name is empty." },
        { Family("""{ "Name": "x", "Targets": { "Regions": "ap-beijing" } }"""), "4: Families[0] must have one of ImageName, ImageFamily and Tag, which selects the source images." },
        { Family("""{ "Name": "x", "ImageName": "x", "Tag": { "a": "b" }, "Targets": { "Regions": "ap-beijing" } }"""), "4: Families[0] must have only one of ImageName, ImageFamily and Tag, not ImageName, Tag." },
        { Family("""{ "Name": "x", "Tag": { }, "Targets": { "Regions": "ap-beijing" } }"""), "4: Families[0].Tag is empty." },
        { Family("""{ "Name": "x", "Tag": { "a": 1 }, "Targets": { "Regions": "ap-beijing" } }"""), "4: Families[0].Tag.a must be a text in quotes, not a number." },
        { Family($$"""{ "Name": "x", "ImageName": "{{new string('a', 61)}}", "Targets": { "Regions": "ap-beijing" } }"""), $"4: Families[0].ImageName: The image name '{new string('a', 61)}' has 61 characters. The maximum is 60. Specify a shorter name." },
        { Family($$"""{ "Name": "x", "ImageName": "x", "DestinationImageName": "{{new string('a', 61)}}", "Targets": { "Regions": "ap-beijing" } }"""), $"4: Families[0].DestinationImageName: The image name '{new string('a', 61)}' has 61 characters. The maximum is 60. Specify a shorter name." },
        { Family("""{ "Name": "x", "ImageName": "x" }"""), "4: Families[0].Targets is missing." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": [] }"""), "4: Families[0].Targets is empty." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Account": "self" } }"""), "4: Families[0].Targets.Regions is missing." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Region": "ap-beijing", "Regions": "ap-beijing" } }"""), "4: Families[0].Targets.Region is not a valid key. Did you mean Regions?" },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "Beijing" } }"""), "4: Families[0].Targets.Regions: 'Beijing' is not a region ID. Did you mean ap-beijing?" },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": [null] } }"""), "4: Families[0].Targets.Regions[0] must be a text in quotes, not null." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" }, "Versions": 1.5 }"""), "4: Families[0].Versions must be a whole number from 1 to 1000, not 1.5." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" }, "CarryOver": "All" }"""), "4: Families[0].CarryOver must be one of Description, Family, Deprecated, Sharing, Tag, not 'All'." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" }, "OnNameTaken": "Rename" }"""), "4: Families[0].OnNameTaken must be one of Fail, RenameStale, not 'Rename'." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" }, "Deprecate": "yes" }"""), "4: Families[0].Deprecate must be true or false, not a text in quotes." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" }, "ShareWith": ["prod"] }"""), "4: Families[0].ShareWith[0]: 'prod' is not an account ID. Use the Account ID of the root account from the console, such as 100000000001. It is not the APPID and not the ID of a sub-user." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" }, "Retention": { } }"""), "4: Families[0].Retention.KeepVersions is missing." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" }, "Retention": { "KeepVersions": 0 } }"""), "4: Families[0].Retention.KeepVersions must be a whole number from 1 to 1000, not 0." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" }, "Retention": { "KeepVersions": 1, "MinimumAgeDays": -1 } }"""), "4: Families[0].Retention.MinimumAgeDays must be a number of days from 0 to 36500, not -1." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" }, "Publish": true }"""), "4: Families[0].Publish is not a valid key. The valid keys are: Name, ImageName, ImageFamily, Tag, Targets, Versions, CarryOver, DestinationImageName, AllowCrossBorder, ShareWith, Deprecate, OnNameTaken, Retention, AdoptUnmarked, KeepShared, KeepIntermediate, Verify." },
        { Publish("""{ }"""), "4: Families[0].Targets.Publish must have one of: LaunchTemplate, LaunchConfiguration, AutoScalingGroup." },
        { Publish("""{ "LaunchTemplate": [] }"""), "4: Families[0].Targets.Publish.LaunchTemplate is empty." },
        { Publish("""{ "LaunchTemplates": "web", "AutoScalingGroup": "web" }"""), "4: Families[0].Targets.Publish.LaunchTemplates is not a valid key. Did you mean LaunchTemplate?" },
        { Publish("""{ "LaunchTemplate": "web", "KeepVersion": 30 }"""), "4: Families[0].Targets.Publish.KeepVersion must be a whole number from 1 to 29, not 30." },
        { Publish("""{ "LaunchTemplate": "web", "Refresh": true }"""), "4: Families[0].Targets.Publish.Refresh reinstalls the instances of scaling groups. Add AutoScalingGroup, or omit Refresh." },
        { Publish("""{ "AutoScalingGroup": "web", "Refresh": { "OnFailure": "Stop" } }"""), "4: Families[0].Targets.Publish.Refresh.OnFailure must be one of Pause, Rollback, not 'Stop'." },
        { Publish("""{ "AutoScalingGroup": "web", "Refresh": { "BatchCount": 0 } }"""), "4: Families[0].Targets.Publish.Refresh.BatchCount must be a whole number from 1 to 1000, not 0." },
        { Publish("""{ "AutoScalingGroup": "web", "Refresh": { "HealthCheckTimeoutSec": 59 } }"""), "4: Families[0].Targets.Publish.Refresh.HealthCheckTimeoutSec must be a whole number from 60 to 7200, not 59." },
        { Verify("""{ }"""), "4: Families[0].Verify.InstanceType is missing." },
        { Verify("""{ "InstanceType": "S5.MEDIUM4", "Command": "x", "ScriptPath": "x.sh" }"""), "4: Families[0].Verify must have only one of Command and ScriptPath." },
        { Verify("""{ "InstanceType": "S5.MEDIUM4", "ExpectedOutput": "x" }"""), "4: Families[0].Verify.ExpectedOutput has no effect without Command or ScriptPath." },
        { Verify("""{ "InstanceType": "S5.MEDIUM4", "MaximumPrice": -1 }"""), "4: Families[0].Verify.MaximumPrice must be a price per hour from 0 to 1000000, not -1." },
        { Verify("""{ "InstanceType": "S5.MEDIUM4", "TimeoutSec": 7201 }"""), "4: Families[0].Verify.TimeoutSec must be a whole number from 60 to 7200, not 7201." },
        { Verify("""{ "InstanceType": "S5.MEDIUM4", "Zone": "ap-beijing-3" }"""), "4: Families[0].Verify.Zone belongs to one region. Write Verify with this key in a target with one region." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing", "Publish": { "LaunchTemplate": "web" }, "Verify": { "InstanceType": "S5.MEDIUM4", "VpcId": "vpc-1" } } }"""), "4: Families[0].Targets.Verify.SubnetId is missing." },
    };

    /// <summary>Mistakes that no schema can tell.</summary>
    public static TheoryData<string, string> BrokenByMeaning => new()
    {
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Account": "prd", "Regions": "ap-beijing" } }"""), "4: Families[0].Targets.Account: the account 'prd' is not defined in Accounts. The accounts are: self." },
        { Account("""{ "a": { "ProfileName": "x" }, "b": { "ProfileName": "x" } }"""), "4: Accounts.b is the same account as Accounts.a." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-singapore" } }"""), "4: Families[0].Targets.Regions: Copying from 'ap-guangzhou' to 'ap-singapore' crosses the border of the Chinese mainland. Tencent Cloud must enable this for the account first. Contact Tencent Cloud after-sales support to enable it, then set AllowCrossBorder to true." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": ["ap-beijing", "ap-shanghai-fsi"] }, "AllowCrossBorder": true }"""), "4: Families[0].Targets.Regions[1]: 'ap-shanghai-fsi' is a finance region. Images cannot be copied between finance regions and other regions: 'ap-guangzhou' to 'ap-shanghai-fsi'. Remove the region from the targets." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": [ { "Regions": "ap-beijing" }, { "Account": "SELF", "Regions": ["ap-shanghai", "AP-Beijing"] } ] }"""), "4: Families[0].Targets[1].Regions[1]: ap-beijing of the account 'self' is a target twice." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" }, "Versions": 2, "Retention": { "KeepVersions": 1 } }"""), "4: Families[0].Retention.KeepVersions must be at least 2, the number of versions that belong in each target, not 1." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" }, "Versions": 2, "DestinationImageName": "y" }"""), "4: Families[0].DestinationImageName: with Versions = 2, two images of a region would have one name. Omit DestinationImageName, or set Versions to 1." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": ["ap-beijing", "ap-shanghai"], "Publish": { "LaunchTemplate": "web" }, "Verify": { "InstanceType": "S5.MEDIUM4", "SecurityGroupId": "sg-1" } } }"""), "4: Families[0].Targets.Verify.SecurityGroupId belongs to one region. Write Verify with this key in a target with one region." },
        { Verify($$"""{ "InstanceType": "S5.MEDIUM4", "Command": "{{new string('x', 49153)}}" }"""), "4: Families[0].Verify.Command: The script has 49153 bytes. 1 to 49152 are allowed. Shorten it, or download the rest of it from the script." },
        { Family("""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": ["ap-beijing", "ap-shanghai"], "Publish": { "LaunchTemplateId": "lt-12345678" } } }"""), "4: Families[0].Targets.Publish.LaunchTemplateId belongs to one region. Write Publish with this key in a target with one region." },
        { Family("""{ "Name": "x", "ImageName": "a*", "Targets": { "Regions": "ap-beijing", "Publish": { "LaunchTemplate": "web" } } }, { "Name": "y", "ImageName": "b*", "Targets": { "Account": "self", "Regions": "ap-beijing", "Publish": { "LaunchTemplate": "web" } } }"""), "4: Families[1].Targets.Publish.LaunchTemplate: the plan publishes in 'web' in ap-beijing of the account 'self' twice." },
        { Family("""{ "Name": "x", "ImageName": "x", "name": "y", "Targets": { "Regions": "ap-beijing" } }"""), "4: Families[0].name occurs twice." },
        { Family("""{ "Name": "x", "ImageName": "a*", "Targets": { "Regions": "ap-beijing" } }, { "Name": "X", "ImageName": "b*", "Targets": { "Regions": "ap-beijing" } }"""), "4: Families[1].Name is 'X' again. The names of families must be unique." },
        { Family("""{ "Name": "x", "ImageName": "a*", "Targets": { "Regions": "ap-beijing" } }, { "Name": "y", "ImageName": "A*", "Targets": { "Regions": "ap-shanghai" } }"""), "4: Families[1] selects the same images as the family 'x'. Write all targets of these images in one family." },
        { "{ \"PlanVersion\": 1,\n \"Source\": }", "2: This is not valid JSON: '}' is an invalid start of a value." },
        { "{ \"PlanVersion\": 1 } x", "1: This is not valid JSON: 'x' is invalid after a single JSON value. Expected end of data." },
    };

    private static string Account(string accounts) => $$"""
        {
          "PlanVersion": 1,
          "Source": { "Region": "ap-guangzhou" },
          "Accounts": {{accounts}},
          "Families": { "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing" } }
        }
        """;

    private static string Publish(string publication) =>
        Family($$"""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing", "Publish": {{publication}} } }""");

    private static string Verify(string verification) => Family(
        $$"""{ "Name": "x", "ImageName": "x", "Targets": { "Regions": "ap-beijing", "Publish": { "LaunchTemplate": "web" } }, "Verify": {{verification}} }""");

    private static string Family(string family) => $$"""
        {
          "PlanVersion": 1,
          "Source": { "Region": "ap-guangzhou" },
          "Families": [ {{family}} ]
        }
        """;
}
