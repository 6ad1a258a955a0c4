using System.Management.Automation;
using TencentImageReplication.Simulator;
using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Commands;

public sealed class NewTccInstanceFromImageTests : IDisposable
{
    private const string New = "TencentImageReplication.Commands.NewTccInstanceFromImageCommand";

    private readonly CloudShell _shell = new();

    [Fact]
    public void The_whole_line_creates_an_instance_for_each_copy_in_its_region()
    {
        var instances = _shell.Run(
            """
            Get-TccImage -Region ap-guangzhou -ImageName 'golden-*' |
                Copy-TccCustomImage -DestinationRegion ap-shanghai, ap-beijing |
                Wait-TccImage |
                New-TccInstanceFromImage -InstanceType S5.MEDIUM4
            """).All<TccInstance>();

        Assert.Equal(
            [
                ("golden-db-2024", "ap-beijing"), ("golden-db-2024", "ap-shanghai"),
                ("golden-web-2024", "ap-beijing"), ("golden-web-2024", "ap-shanghai"),
            ],
            instances.Select(instance => (instance.InstanceName, instance.Region)).Order());
        Assert.Equal(4, _shell.Cloud.Instances().Count);
        Assert.All(instances, instance =>
        {
            Assert.Equal(instance.Region, _shell.Cloud.FindImage(instance.ImageId!)!.Region);
            Assert.StartsWith(instance.Region + "-", instance.Zone, StringComparison.Ordinal);
            Assert.Equal(("S5.MEDIUM4", 2, 4), (instance.InstanceType, instance.Cpu, instance.MemoryGB));
            Assert.NotEmpty(instance.PrivateIpAddress!);
            Assert.NotEmpty(instance.RequestId!);
        });
    }

    [Theory]
    [InlineData("'img-gweb2024', 'img-gdb02024' | New-TccInstanceFromImage -InstanceType S5.MEDIUM4")]
    [InlineData("'img-gweb2024', 'img-gdb02024' | New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -Region ap-guangzhou")]
    [InlineData("Get-TccImage -ImageName golden-* | New-TccInstanceFromImage -InstanceType S5.MEDIUM4")]
    [InlineData("Get-TccImage -ImageName golden-* | ConvertTo-CsvRow | New-TccInstanceFromImage -InstanceType S5.MEDIUM4")]
    [InlineData("Get-TccImage -ImageName golden-* | ConvertTo-ClixmlObject | New-TccInstanceFromImage -InstanceType S5.MEDIUM4")]
    [InlineData("'img-gweb2024', 'img-gdb02024' | ForEach-Object { [pscustomobject]@{ ImageId = $_; Region = '' } } | New-TccInstanceFromImage -InstanceType S5.MEDIUM4")]
    public void Images_come_by_value_and_by_property_name(string script) => Assert.Equal(
        ["img-gdb02024", "img-gweb2024"],
        _shell.Run(script).All<TccInstance>().Select(instance => instance.ImageId).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4")]
    [InlineData("'img-gweb2024' | New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -KeepImageLogin")]
    [InlineData("[pscustomobject]@{ ImageId = 'img-gweb2024'; ImageName = '' } | New-TccInstanceFromImage -InstanceType S5.MEDIUM4")]
    [InlineData("Get-TccImage img-gweb2024 | New-TccInstanceFromImage -InstanceType S5.MEDIUM4")]
    public void An_instance_has_the_name_of_its_image_by_default(string script)
    {
        Assert.Equal("golden-web-2024", Assert.Single(_shell.Run(script).All<TccInstance>()).InstanceName);
        Assert.Equal("golden-web-2024", Assert.Single(_shell.Cloud.Instances()).InstanceName);
    }

    [Theory]
    [InlineData("$rows")]
    [InlineData("$rows | ConvertTo-CsvRow")]
    [InlineData("$rows | ConvertTo-ClixmlObject")]
    public void Copies_that_are_not_completed_are_refused_failed_ones_are_skipped_and_the_others_continue(string rows)
    {
        _shell.Cloud.Options.CopiesTo["ap-beijing"] = new CopyLifeCycle { Ending = CopyEnding.CreateFailed };
        _shell.Cloud.Options.CopiesTo["ap-nanjing"] = new CopyLifeCycle { Duration = TimeSpan.FromHours(2) };
        _shell.Run(
            """
            $rows = @(Copy-TccCustomImage img-gweb2024 ap-beijing, ap-nanjing, ap-shanghai | Wait-TccImage 2>$null)
            $rows += Copy-TccCustomImage img-gdb02024 ap-shanghai
            $rows += Copy-TccCustomImage img-unknown1 ap-chengdu 2>$null
            """);

        var result = _shell.Run($"{rows} | New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -Verbose 4>&1");

        Assert.Equal("ap-shanghai", Assert.Single(result.Of<TccInstance>()).Region);
        Assert.Equal(2, result.Errors.Count);
        Assert.All(result.Errors, error =>
        {
            Assert.Equal($"CopyNotUsable,{New}", error.FullyQualifiedErrorId);
            Assert.Equal(ErrorCategory.InvalidOperation, error.CategoryInfo.Category);
            Assert.Contains("Wait-TccImage", error.Advice(), StringComparison.Ordinal);
            Assert.NotNull(error.TargetObject);
        });
        var messages = result.Errors.Select(error => error.ToString()).ToArray();
        Assert.Contains(messages, message => message.Contains("status TimedOut", StringComparison.Ordinal) && message.Contains("ap-nanjing", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.Contains("status Requested", StringComparison.Ordinal));
        // These failed before, with an error.
        var output = result.Output.Select(item => item.ToString()).ToArray();
        Assert.Contains("The copy of img-gweb2024 to 'ap-beijing' failed. Skipping it.", output);
        Assert.Contains("The copy of img-unknown1 to 'ap-chengdu' failed. Skipping it.", output);
        Assert.Single(_shell.Cloud.Instances());
    }

    [Theory]
    [InlineData("-InstanceType S9.NOWHERE1", "InstanceTypeNotSold", ErrorCategory.ResourceUnavailable, "-InstanceType")]
    [InlineData("-InstanceType S4.SMALL2", "InstanceTypeNotSold", ErrorCategory.ResourceUnavailable, "-InstanceType")]
    [InlineData("", "NoInstanceType", ErrorCategory.InvalidArgument, "-LikeInstanceId")]
    [InlineData("-InstanceType S5.MEDIUM4 -VpcId vpc-12345678", "VpcNeedsSubnet", ErrorCategory.InvalidArgument, "Specify both")]
    public void An_invalid_request_is_an_error_with_advice(string parameters, string id, ErrorCategory category, string advice)
    {
        var result = _shell.Run($"'img-gweb2024' | New-TccInstanceFromImage {parameters}");

        var error = Assert.Single(result.Errors);
        Assert.Equal($"{id},{New}", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains(advice, error.Advice(), StringComparison.Ordinal);
        Assert.Empty(_shell.Cloud.Instances());
    }

    [Fact]
    public void An_image_that_the_service_refuses_does_not_stop_the_others()
    {
        var result = _shell.Run("$null, 'img-unknown1', 'img-building', 'img-gweb2024' | New-TccInstanceFromImage -InstanceType S5.MEDIUM4");

        Assert.Equal("img-gweb2024", Assert.Single(result.Of<TccInstance>()).ImageId);
        Assert.Equal(3, result.Errors.Count);
        Assert.Equal(["img-building", "img-unknown1"], result.Errors.Where(error => error.Exception is TccException).Select(error => $"{error.TargetObject}").Order(StringComparer.Ordinal));
        Assert.All(result.Errors, error => Assert.NotEmpty(error.Advice()));
    }

    [Fact]
    public void Count_zone_type_name_and_tags_are_sent()
    {
        var instances = _shell.Run(
            """
            New-TccInstanceFromImage img-gweb2024 -InstanceType S5.LARGE8 -Count 3 -Zone ap-guangzhou-6 -InstanceName web `
                -SystemDiskType CLOUD_BSSD -SystemDiskSizeGB 80 -InternetMaxBandwidthOut 5 -HostName web -UserData '#!/bin/sh' -Tag @{ env = 'test' }, 'team=web'
            """).All<TccInstance>();

        Assert.Equal(3, instances.Select(instance => instance.InstanceId).Distinct().Count());
        Assert.All(instances, instance =>
        {
            Assert.Equal(("ap-guangzhou-6", "S5.LARGE8"), (instance.Zone, instance.InstanceType));
            Assert.StartsWith("web", instance.InstanceName, StringComparison.Ordinal);
            Assert.Equal("env=test; team=web", instance.Tags.ToString());
            Assert.NotNull(instance.PublicIpAddress);
        });
        Assert.All(_shell.Cloud.Instances(), instance => Assert.Equal(("CLOUD_BSSD", 80), (instance.SystemDisk.DiskType, instance.SystemDisk.SizeGB)));
        Assert.Equal(1, _shell.CallsOf("RunInstances"));
    }

    [Fact]
    public void A_like_instance_provides_the_defaults()
    {
        var instances = _shell.Run(
            """
            $old = New-TccInstanceFromImage img-gweb2024 -InstanceType S5.LARGE8 -Tag env=prod -SystemDiskType CLOUD_BSSD -SystemDiskSizeGB 90 -InternetMaxBandwidthOut 7 -Wait
            $copy = Copy-TccCustomImage img-gweb2024 ap-shanghai | Wait-TccImage
            $copy | New-TccInstanceFromImage -LikeInstanceId $old.InstanceId -UseDefaultNetwork
            $copy | New-TccInstanceFromImage -LikeInstanceId $old.InstanceId -LikeInstanceRegion ap-guangzhou -UseDefaultNetwork -InstanceType S5.MEDIUM4 -Tag env=test -SystemDiskSizeGB 100 -InternetMaxBandwidthOut 0
            """).All<TccInstance>();

        Assert.Equal([("S5.LARGE8", "env=prod"), ("S5.MEDIUM4", "env=test")], instances.Select(instance => (instance.InstanceType, instance.Tags.ToString())));
        Assert.Equal([true, false], instances.Select(instance => instance.PublicIpAddress is not null));
        Assert.All(instances, instance => Assert.Equal("ap-shanghai", instance.Region));
        Assert.Equal([90, 100], _shell.Cloud.Instances().Skip(1).Select(instance => instance.SystemDisk.SizeGB));
        Assert.All(_shell.Cloud.Instances(), instance => Assert.Equal("CLOUD_BSSD", instance.SystemDisk.DiskType));
    }

    [Fact]
    public void Properties_of_a_like_instance_that_other_regions_lack_must_be_specified()
    {
        var network = SimulatedCloud.DefaultNetwork(SimulatedWorld.Owner.AccountId, "ap-shanghai-3");
        var key = SimulatedCloud.KeyPairId(SimulatedWorld.Owner.AccountId);
        _shell.Set("network", network);
        _shell.Set("key", key);

        var result = _shell.Run(
            """
            $old = New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -KeyId $key -Wait
            $copies = Copy-TccCustomImage img-gweb2024 ap-shanghai, ap-beijing | Wait-TccImage
            $copies | New-TccInstanceFromImage -LikeInstanceId $old.InstanceId
            $copies[0] | New-TccInstanceFromImage -LikeInstanceId $old.InstanceId -UseDefaultNetwork
            $copies | Where-Object Region -eq ap-shanghai | New-TccInstanceFromImage -LikeInstanceId $old.InstanceId -KeyId $key `
                -Zone ap-shanghai-3 -VpcId $network.VpcId -SubnetId $network.SubnetId -SecurityGroupId $network.SecurityGroupId
            """);

        Assert.Equal("ap-shanghai-3", Assert.Single(result.Of<TccInstance>()).Zone);
        Assert.Equal([$"LikeInstanceNeeds,{New}", $"LikeInstanceNeeds,{New}", $"LikeInstanceNeeds,{New}"], result.Errors.Select(error => error.FullyQualifiedErrorId));
        var there = _shell.Cloud.Instances()[0];
        foreach (var part in new[] { there.Network.SubnetId, there.Network.VpcId, there.SecurityGroupIds[0], key })
            Assert.Contains(part, result.Errors[0].Exception.Message, StringComparison.Ordinal);
        foreach (var part in new[] { "-VpcId", "-SubnetId", "-SecurityGroupId", "-KeyId", "-UseDefaultNetwork" })
            Assert.Contains(part, result.Errors[0].Advice(), StringComparison.Ordinal);
        Assert.DoesNotContain("subnet", result.Errors[2].Exception.Message, StringComparison.Ordinal);
        Assert.Contains(key, result.Errors[2].Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_its_own_region_a_like_instance_provides_network_keys_and_groups()
    {
        _shell.Set("key", SimulatedCloud.KeyPairId(SimulatedWorld.Owner.AccountId));

        _shell.Run("$old = New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -KeyId $key -Zone ap-guangzhou-4; New-TccInstanceFromImage img-gweb2024 -LikeInstanceId $old.InstanceId")
            .All<TccInstance>();

        var (old, twin) = (_shell.Cloud.Instances()[0], _shell.Cloud.Instances()[1]);
        Assert.Equal((old.Zone, old.Network, old.KeyIds[0], old.SecurityGroupIds[0]), (twin.Zone, twin.Network, twin.KeyIds[0], twin.SecurityGroupIds[0]));
    }

    [Fact]
    public void Data_disks_of_the_image_are_not_created_twice()
    {
        _shell.Run(
            """
            $old = New-TccInstanceFromImage img-gdb02024 -InstanceType S5.MEDIUM4 -Wait
            New-TccInstanceFromImage img-gdb02024 -LikeInstanceId $old.InstanceId
            Copy-TccCustomImage img-gdb02024 ap-shanghai | Wait-TccImage | New-TccInstanceFromImage -LikeInstanceId $old.InstanceId -UseDefaultNetwork
            """).All<TccInstance>();

        Assert.Equal([200, 200, 200], _shell.Cloud.Instances().SelectMany(instance => instance.DataDisks).Select(disk => disk.SizeGB));
    }

    [Theory]
    [InlineData("img-win02022 -KeyId skey-00000000", "WindowsHasNoKeyPair")]
    [InlineData("img-win02022 -Password ([Net.NetworkCredential]::new('', 'Abcdefgh1!').SecurePassword)", "PasswordNotAllowed")]
    [InlineData("img-gweb2024 -Password ([Net.NetworkCredential]::new('', 'abcdefgh').SecurePassword)", "PasswordNotAllowed")]
    [InlineData("img-win02022 -HostName sixteen-letters-x", "HostNameNotAllowed")]
    [InlineData("img-win02022 -HostName win.web", "HostNameNotAllowed")]
    [InlineData("img-win02022 -HostName 12345", "HostNameNotAllowed")]
    [InlineData("img-gweb2024 -HostName -web", "HostNameNotAllowed")]
    [InlineData("img-gweb2024 -KeepImageLogin -KeyId skey-00000000", "LoginGivenTwice")]
    [InlineData("img-gweb2024 -InstanceChargeType PREPAID", "PrepaidNeedsPeriod")]
    public void Settings_that_the_image_does_not_support_are_refused_before_the_request(string parameters, string id)
    {
        foreach (var preview in new[] { "", " -WhatIf" })
        {
            var error = Assert.Single(_shell.Run($"New-TccInstanceFromImage {parameters} -InstanceType S5.MEDIUM4{preview}").Errors);
            Assert.Equal($"{id},{New}", error.FullyQualifiedErrorId);
            Assert.DoesNotContain("bcdefgh", error.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(0, _shell.Cloud.Calls.Count(call => call.Action == "RunInstances"));
    }

    [Theory]
    [InlineData("img-win02022 -Password ([Net.NetworkCredential]::new('', 'Abcdefghij1!').SecurePassword) -HostName win-web-1")]
    [InlineData("img-gweb2024 -Password ([Net.NetworkCredential]::new('', 'abcdefg1').SecurePassword) -HostName web.prod-1")]
    [InlineData("img-gweb2024 -KeepImageLogin")]
    [InlineData("img-gweb2024 -InstanceChargeType PREPAID -PrepaidPeriod 12")]
    public void Settings_that_the_image_supports_are_accepted(string parameters) =>
        Assert.Single(_shell.Run($"New-TccInstanceFromImage {parameters} -InstanceType S5.MEDIUM4").All<TccInstance>());

    [Theory]
    [InlineData("-Count 2", "CNY per hour")]
    [InlineData("-InternetMaxBandwidthOut 5", "CNY per GB for bandwidth")]
    [InlineData("-InstanceChargeType PREPAID -PrepaidPeriod 3", "CNY for 3 months")]
    public void WhatIf_shows_the_price_and_creates_nothing(string parameters, string price)
    {
        Assert.Empty(_shell.Run($"New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 {parameters} -WhatIf").All<TccInstance>());

        Assert.Contains(price, Assert.Single(_shell.Host.Lines), StringComparison.Ordinal);
        Assert.Equal((1, 0), (_shell.CallsOf("InquiryPriceRunInstances"), _shell.CallsOf("RunInstances")));
    }

    [Fact]
    public void A_missing_price_is_reported_and_does_not_stop_the_command()
    {
        _shell.Cloud.Faults.Add(Clouds.Refusal("FailedOperation.InquiryPriceFailed", "InquiryPriceRunInstances"));

        _shell.Run("New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -WhatIf").All<TccInstance>();

        Assert.Contains("The price is not available (FailedOperation.InquiryPriceFailed).", Assert.Single(_shell.Host.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_decision_no_price_is_requested()
    {
        _shell.Run("New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4; New-TccInstanceFromImage img-gdb02024 -InstanceType S5.MEDIUM4 -InstanceName db -Confirm:$false").All<TccInstance>();

        Assert.Equal(0, _shell.CallsOf("InquiryPriceRunInstances"));
        // Only for the name of the first image.
        Assert.Equal(1, _shell.Cloud.Calls.Count(call => call.Action == "DescribeImages"));
    }

    [Fact]
    public void A_missing_like_instance_ends_the_command()
    {
        var result = _shell.Run("'img-gweb2024', 'img-gdb02024' | New-TccInstanceFromImage -LikeInstanceId ins-unknown1");

        var error = Assert.Single(result.Errors);
        Assert.Equal($"InstanceNotFound,{New}", error.FullyQualifiedErrorId);
        Assert.Contains("Get-TccInstance", error.Advice(), StringComparison.Ordinal);
        Assert.Empty(_shell.Cloud.Instances());
    }

    [Fact]
    public void A_like_instance_that_cannot_be_read_is_not_reported_as_missing()
    {
        _shell.Cloud.Faults.Add(Clouds.Refusal("UnauthorizedOperation", "DescribeInstances"));

        var result = _shell.Run("'img-gweb2024', 'img-gdb02024' | New-TccInstanceFromImage -LikeInstanceId ins-unknown1");

        Assert.Equal($"UnauthorizedOperation,{New}", Assert.Single(result.Errors).FullyQualifiedErrorId);
        Assert.Empty(_shell.Cloud.Instances());
    }

    [Fact]
    public void A_client_token_identifies_one_image()
    {
        var result = _shell.Run("'img-gweb2024', 'img-gdb02024' | New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -ClientToken nightly");

        Assert.Equal("img-gweb2024", Assert.Single(result.Of<TccInstance>()).ImageId);
        var error = Assert.Single(result.Errors);
        Assert.Equal($"ClientTokenUsedTwice,{New}", error.FullyQualifiedErrorId);
        Assert.Equal("img-gdb02024", error.TargetObject);
        Assert.Contains("a different token", error.Advice(), StringComparison.Ordinal);
        Assert.Single(_shell.Cloud.Instances());
    }

    [Fact]
    public void The_same_client_token_returns_the_same_instance()
    {
        const string Start = "New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Zone ap-guangzhou-6 -ClientToken nightly";

        var instances = _shell.Run($"{Start}; {Start}").All<TccInstance>();

        Assert.Single(instances.Select(instance => instance.InstanceId).Distinct());
        Assert.Single(_shell.Cloud.Instances());
    }

    [Fact]
    public void Client_tokens_bind_by_property_name()
    {
        var instances = _shell.Run(
            "'img-gweb2024', 'img-gdb02024' | ForEach-Object { [pscustomobject]@{ ImageId = $_; ClientToken = \"token-$_\" } } | New-TccInstanceFromImage -InstanceType S5.MEDIUM4").All<TccInstance>();

        Assert.Equal(2, instances.Count);
    }

    [Fact]
    public void A_lost_response_creates_no_second_instance()
    {
        _shell.Cloud.Faults.Add(new FaultRule(FaultKind.ResetAfterActing) { Action = "RunInstances" });

        Assert.Single(_shell.Run("New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4").All<TccInstance>());

        Assert.Single(_shell.Cloud.Instances());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("-Wait", "InstanceNotRunning, InstanceNotRunning")]
    public void Instances_that_cannot_be_listed_have_rows(string parameters, string errors)
    {
        _shell.Cloud.Faults.Add(Clouds.Refusal("UnauthorizedOperation", "DescribeInstances", times: 100));

        var result = _shell.Run($"New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Count 2 {parameters}");

        var rows = result.Of<TccInstance>();
        Assert.Equal(_shell.Cloud.Instances().Select(instance => instance.InstanceId), rows.Select(row => row.InstanceId));
        Assert.All(rows, row => Assert.Equal(("PENDING", "S5.MEDIUM4", "img-gweb2024"), (row.State, row.InstanceType, row.ImageId)));
        Assert.Equal(errors, string.Join(", ", result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0])));
    }

    [Fact]
    public void A_dry_run_creates_nothing_and_emits_a_row()
    {
        var row = Assert.Single(_shell.Run("New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -DryRun").All<TccInstance>());

        Assert.Equal(("DryRunPassed", "S5.MEDIUM4", "img-gweb2024", ""), (row.State, row.InstanceType, row.ImageId, row.InstanceId));
        Assert.NotEmpty(row.RequestId!);
        Assert.Empty(_shell.Cloud.Instances());
    }

    [Fact]
    public void Wait_ends_when_the_instances_are_running()
    {
        var rows = _shell.Run("New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Count 2; New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Wait").All<TccInstance>();

        Assert.Equal(["PENDING", "PENDING", "RUNNING"], rows.Select(row => row.State));
    }

    [Fact]
    public void Instances_that_are_not_running_in_time_are_errors_with_a_command_to_check()
    {
        var result = _shell.Run("New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Wait -TimeoutSec 5");

        var row = Assert.Single(result.Of<TccInstance>());
        var error = Assert.Single(result.Errors);
        Assert.Equal($"InstanceNotRunning,{New}", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Same(row, error.TargetObject);
        Assert.Contains($"Get-TccInstance -InstanceId {row.InstanceId} -Region ap-guangzhou", error.Advice(), StringComparison.Ordinal);
    }

    [Fact]
    public void Instances_that_fail_to_launch_are_rows_and_errors()
    {
        _shell.Cloud.Options.LaunchFails = true;

        var result = _shell.Run("New-TccInstanceFromImage img-gweb2024 -InstanceType S5.MEDIUM4 -Wait");

        var row = Assert.Single(result.Of<TccInstance>());
        Assert.Equal("LAUNCH_FAILED", row.State);
        var error = Assert.Single(result.Errors);
        Assert.Equal($"LAUNCH_FAILED,{New}", error.FullyQualifiedErrorId);
        Assert.Contains(row.RequestId!, error.Advice(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_names_type_image_region_and_price_and_creates_nothing()
    {
        var result = _shell.Run("Get-TccImage -ImageName golden-web* | New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -Count 2 -WhatIf");

        Assert.Empty(result.Output);
        Assert.Empty(result.Errors);
        Assert.Equal(0, _shell.CallsOf("RunInstances"));
        var line = Assert.Single(_shell.Host.Lines);
        Assert.Matches(@"^What if: Create 2 S5\.MEDIUM4 instances from image img-gweb2024 in ap-guangzhou\. Would cost \d+\.\d+ CNY per hour\.$", line);
    }

    [Theory]
    [InlineData("&Yes", 2)]
    [InlineData("&No", 0)]
    [InlineData("No to A&ll", 0)]
    public void Confirm_prompts_and_follows_the_choice(string answer, int count)
    {
        _shell.Host.Choice = answer;

        Assert.Equal(count, _shell.Run("'img-gweb2024', 'img-gdb02024' | New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -Confirm").All<TccInstance>().Count);

        Assert.Equal(count, _shell.Cloud.Instances().Count);
    }

    [Fact]
    public void Many_images_launch_while_instances_of_others_are_waited_for()
    {
        foreach (var index in Enumerable.Range(0, 25))
            _shell.AddImage($"many-{index}");
        var before = _shell.Time.GetUtcNow();

        var rows = _shell.Run("Get-TccImage -ImageName many-* | New-TccInstanceFromImage -InstanceType S5.MEDIUM4 -Wait").All<TccInstance>();

        Assert.Equal(25, rows.Count);
        Assert.InRange(_shell.Time.GetUtcNow() - before, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(59));
    }

    public void Dispose() => _shell.Dispose();
}
