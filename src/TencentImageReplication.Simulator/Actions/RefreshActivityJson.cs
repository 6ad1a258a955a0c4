using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Writes a refresh activity as <c>DescribeRefreshActivities</c> returns it: the batches in descending order, as Tencent's example has them.</summary>
internal static class RefreshActivityJson
{
    public static JsonObject Write(RefreshActivity activity, ActionContext context)
    {
        var json = new JsonObject
        {
            ["AutoScalingGroupId"] = activity.GroupId,
            ["RefreshActivityId"] = activity.Id,
            ["RefreshBatchSet"] = Json.List(activity.Batches.Reverse(), batch => Batch(batch, context)),
            ["RefreshMode"] = activity.Mode,
            ["RefreshSettings"] = Settings(activity.Plan),
            ["ActivityType"] = activity.Type,
            ["Status"] = activity.Status,
            ["CurrentRefreshBatchNum"] = activity.CurrentBatch,
            ["StartTime"] = Time(activity.StartTime, context),
            ["EndTime"] = Time(activity.EndTime, context),
            ["CreatedTime"] = context.Text(activity.CreatedTime),
        };
        if (activity.OriginId is { } origin)
            json["OriginRefreshActivityId"] = origin;
        return json;
    }

    private static JsonObject Batch(RefreshBatch batch, ActionContext context) => new()
    {
        ["RefreshBatchNum"] = batch.Number,
        ["RefreshBatchStatus"] = batch.Status,
        ["RefreshBatchRelatedInstanceSet"] = Json.List(batch.Instances, instance => new JsonObject
        {
            ["InstanceId"] = instance.InstanceId,
            ["InstanceStatus"] = instance.Status,
            ["LastActivityId"] = instance.LastActivityId,
            ["InstanceStatusMessage"] = instance.Message,
        }),
        ["StartTime"] = Time(batch.StartTime, context),
        ["EndTime"] = Time(batch.EndTime, context),
    };

    private static JsonObject Settings(RefreshPlan plan) => new()
    {
        ["RollingUpdateSettings"] = new JsonObject
        {
            ["BatchNumber"] = plan.BatchNumber,
            ["BatchPause"] = plan.BatchPause,
            ["MaxSurge"] = plan.MaxSurge,
            ["FailProcess"] = plan.FailProcess,
        },
        ["CheckInstanceTargetHealth"] = plan.ChecksHealth,
        ["CheckInstanceTargetHealthTimeout"] = plan.HealthTimeoutSeconds,
    };

    private static JsonNode? Time(DateTimeOffset? time, ActionContext context) => time is { } known ? context.Text(known) : null;
}
