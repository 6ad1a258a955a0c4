using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Tests.Support;

namespace TencentImageReplication.Simulator.Tests.Actions;

/// <summary>Instances, disks and snapshots of which no image can be created.</summary>
public class CreateImageRefusalTests
{
    private readonly Simulation _simulation = new();

    private async Task<SimulatedInstance> StartAsync()
    {
        var id = await _simulation.StartAsync(SimulatedWorld.DatabaseImageId);
        return _simulation.Cloud.Instances().Single(instance => instance.InstanceId == id);
    }

    private Task<ResponseBody> CreateAsync(SimulatedInstance instance, bool withData = true) => _simulation.CallAsync("CreateImage", new
    {
        instance.InstanceId,
        ImageName = "new",
        DataDiskIds = withData ? new[] { instance.DataDisks[0].DiskId } : [],
        DryRun = true,
    });

    [Theory]
    [InlineData(InstanceStates.Starting, "UnsupportedOperation.InstanceStateStarting")]
    [InlineData(InstanceStates.Stopping, "UnsupportedOperation.InstanceStateStopping")]
    [InlineData(InstanceStates.Rebooting, "UnsupportedOperation.InstanceStateRebooting")]
    [InlineData(InstanceStates.Terminating, "UnsupportedOperation.InstanceStateTerminating")]
    [InlineData(InstanceStates.Shutdown, "InvalidInstance.NotSupported")]
    [InlineData(InstanceStates.Freezing, "UnsupportedOperation.InstanceStateFreezing")]
    [InlineData(InstanceStates.EnterRescueMode, "UnsupportedOperation.InstanceStateEnterRescueMode")]
    [InlineData(InstanceStates.RescueMode, "UnsupportedOperation.InstanceStateRescueMode")]
    [InlineData(InstanceStates.ExitRescueMode, "UnsupportedOperation.InstanceStateExitRescueMode")]
    [InlineData(InstanceStates.EnterServiceLiveMigrate, "UnsupportedOperation.InstanceStateEnterServiceLiveMigrate")]
    [InlineData(InstanceStates.ServiceLiveMigrate, "UnsupportedOperation.InstanceStateServiceLiveMigrate")]
    [InlineData(InstanceStates.Stopped, null)]
    public async Task A_state_that_does_not_allow_it_has_a_code(string state, string? code)
    {
        var instance = await StartAsync();
        _simulation.Cloud.UpdateInstance(instance.InstanceId, known => known with { State = state });

        Assert.Equal(code, (await CreateAsync(instance)).Code);
    }

    [Theory]
    [InlineData(InstanceCondition.ReinstallFailed, true, "UnsupportedOperation.InstanceReinstallFailed")]
    [InlineData(InstanceCondition.SpecialType, true, "UnsupportedOperation.SpecialInstanceType")]
    [InlineData(InstanceCondition.SystemDiskOnly, true, "UnsupportedOperation.NotSupportInstanceImage")]
    [InlineData(InstanceCondition.SystemDiskOnly, false, null)]
    public async Task A_condition_of_the_instance_has_a_code(InstanceCondition condition, bool withData, string? code)
    {
        var instance = await StartAsync();
        _simulation.Cloud.UpdateInstance(instance.InstanceId, known => known with { Condition = condition });

        Assert.Equal(code, (await CreateAsync(instance, withData)).Code);
    }

    [Theory]
    [InlineData(DiskCondition.Swap, "InvalidParameter.SwapDiskNotSupport")]
    [InlineData(DiskCondition.InUse, "ResourceInUse")]
    [InlineData(DiskCondition.RollingBack, "ResourceInUse.DiskRollbacking")]
    [InlineData(DiskCondition.RollingBackFast, "UnsupportedOperation.InvalidDiskFastRollback")]
    [InlineData(DiskCondition.OutOfSpecification, "ResourceInsufficient.CloudDiskUnavailable")]
    public async Task A_condition_of_a_disk_has_a_code(DiskCondition condition, string code)
    {
        var instance = await StartAsync();
        _simulation.Cloud.UpdateInstance(instance.InstanceId, known => known with { DataDisks = [known.DataDisks[0] with { Condition = condition }] });

        Assert.Equal(code, (await CreateAsync(instance)).Code);
        Assert.Null((await CreateAsync(instance, withData: false)).Code);
    }

    [Fact]
    public async Task Other_obstacles_have_codes()
    {
        var instance = await StartAsync();

        async Task<string?> WithAsync(Func<SimulatedInstance, SimulatedInstance> change)
        {
            _simulation.Cloud.UpdateInstance(instance.InstanceId, _ => change(instance));
            return (await CreateAsync(instance)).Code;
        }

        Assert.Equal("InvalidParameter.LocalDataDiskNotSupport", await WithAsync(known => known with { DataDisks = [known.DataDisks[0] with { DiskType = "LOCAL_BASIC" }] }));
        Assert.Equal("UnsupportedOperation.StoppedModeStopCharging", await WithAsync(known => known with { State = InstanceStates.Stopped, StopChargingMode = "STOP_CHARGING" }));
        Assert.Equal("InvalidZone.MismatchRegion", await WithAsync(known => known with { Zone = "ap-shanghai-2" }));
        Assert.Null(await WithAsync(known => known));
    }

    [Theory]
    [InlineData(BusyInstance.OperationDenied, "OperationDenied.InstanceOperationInProgress")]
    [InlineData(BusyInstance.MutexOperation, "MutexOperation.TaskRunning")]
    public async Task A_busy_instance_has_the_code_of_the_setting(BusyInstance setting, string code)
    {
        _simulation.Options.BusyInstance = setting;
        var instance = await StartAsync();
        await _simulation.SucceedAsync("CreateImage", new { instance.InstanceId, ImageName = "first" });

        Assert.Equal(code, (await CreateAsync(instance)).Code);
    }

    [Fact]
    public async Task Snapshots_of_an_instance_image_are_refused()
    {
        _simulation.Cloud.UpdateImage(SimulatedWorld.DatabaseImageId, image => image with { Kind = ImageKind.InstanceImage });

        Assert.Equal("InvalidParameter.InstanceImageNotSupport", await _simulation.FailAsync("CreateImage", new { ImageName = "new", SnapshotIds = new[] { "snap-gdb0sys1" } }));
    }

    [Fact]
    public async Task A_request_has_at_most_21_disks() => Assert.Equal(
        "InvalidParameterValue.LimitExceeded",
        await _simulation.FailAsync("CreateImage", new { ImageName = "new", SnapshotIds = Enumerable.Range(0, 22).Select(number => $"snap-{number:00000000}") }));

    [Fact]
    public async Task An_unknown_tag_key_can_be_an_error()
    {
        var instance = await StartAsync();

        Task<ResponseBody> TagAsync(string key) => _simulation.CallAsync("CreateImage", new
        {
            instance.InstanceId,
            ImageName = "new",
            DryRun = true,
            TagSpecification = new[] { new { ResourceType = "image", Tags = new[] { new { Key = key, Value = "x" } } } },
        });

        Assert.Null((await TagAsync("new-key")).Code);
        _simulation.Options.UnknownTagKeyIsError = true;
        Assert.Equal("InvalidParameterValue.TagKeyNotFound", (await TagAsync("new-key")).Code);
        Assert.Null((await TagAsync("env")).Code);
    }
}
