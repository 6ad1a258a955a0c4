// Drives launch templates and scaling groups with the official client: a new version, a refresh, a rollback. Prints one line of JSON.
"use strict";

const { CommonClient } = require("tencentcloud-sdk-nodejs-common");
const { cvm } = require("tencentcloud-sdk-nodejs-cvm");
const { config, endpoint, run, until } = require("./simulator");

const compute = new cvm.v20170312.Client(config());
// The registry does not have the package of auto scaling: the common client calls any action.
const scaling = new CommonClient(endpoint, "2018-04-19", config());

const newImage = "img-gweb2024";

async function publish() {
  const template = { LaunchTemplateId: "lt-gzweb001" };
  const created = await compute.CreateLaunchTemplateVersion({
    ...template,
    LaunchTemplateVersion: 1,
    Placement: { Zone: "ap-guangzhou-3" },
    ImageId: newImage,
  });
  const number = created.LaunchTemplateVersionNumber;
  await compute.ModifyLaunchTemplateDefaultVersion({ ...template, DefaultVersion: number });
  await compute.DeleteLaunchTemplateVersions({ ...template, LaunchTemplateVersions: [1] });
  const versions = await compute.DescribeLaunchTemplateVersions(template);
  const described = await compute.DescribeLaunchTemplates({ LaunchTemplateIds: [template.LaunchTemplateId] });
  const other = await compute.CreateLaunchTemplate({
    LaunchTemplateName: "node",
    Placement: { Zone: "ap-guangzhou-3" },
    ImageId: newImage,
  });
  return {
    number,
    defaultVersion: described.LaunchTemplateSet[0].DefaultVersionNumber,
    images: versions.LaunchTemplateVersionSet.map((version) => version.LaunchTemplateVersionData.ImageId),
    other: other.LaunchTemplateId,
  };
}

async function refresh() {
  const group = { AutoScalingGroupId: "asg-gzweb001" };
  const settings = (BatchPause) => ({ RefreshSettings: { RollingUpdateSettings: { BatchNumber: 2, BatchPause } } });
  const describe = async (id) => (await scaling.request("DescribeRefreshActivities", { RefreshActivityIds: [id] })).RefreshActivitySet[0];
  const status = (id) => async () => (await describe(id)).Status;
  const activity = (id) => ({ ...group, RefreshActivityId: id });

  await scaling.request("ModifyLaunchConfigurationAttributes", { LaunchConfigurationId: "asc-gzweb001", ImageId: newImage });
  const first = (await scaling.request("StartInstanceRefresh", { ...group, ...settings("FIRST_BATCH_PAUSE") })).RefreshActivityId;
  const paused = await until(status(first), "AUTO_PAUSE");
  await scaling.request("ResumeInstanceRefresh", activity(first));
  const refreshed = await until(status(first), "SUCCESSFUL");
  const rollback = (
    await scaling.request("RollbackInstanceRefresh", { ...group, OriginRefreshActivityId: first, ...settings("AUTOMATIC") })
  ).RefreshActivityId;
  const rolledBack = await until(status(rollback), "SUCCESSFUL");
  const second = (await scaling.request("StartInstanceRefresh", { ...group, ...settings("AUTOMATIC") })).RefreshActivityId;
  await until(status(second), "RUNNING");
  await scaling.request("StopInstanceRefresh", activity(second));
  const stopped = await until(status(second), "MANUAL_PAUSE");
  // What is being refreshed goes on, and nothing can be cancelled meanwhile.
  const batches = async () => ((await describe(second)).RefreshBatchSet.some((batch) => batch.RefreshBatchStatus === "RUNNING") ? "busy" : "held");
  await until(batches, "held");
  await scaling.request("CancelInstanceRefresh", activity(second));
  const cancelled = await until(status(second), "CANCELLED");
  return { paused, refreshed, rolledBack, stopped, cancelled };
}

run(async () => {
  const published = await publish();
  const refreshes = await refresh();
  const { AutoScalingGroupSet } = await scaling.request("DescribeAutoScalingGroups", { AutoScalingGroupIds: ["asg-gzweb001"] });
  const { LaunchConfigurationSet } = await scaling.request("DescribeLaunchConfigurations", { LaunchConfigurationIds: ["asc-gzweb001"] });
  const { AutoScalingInstanceSet } = await scaling.request("DescribeAutoScalingInstances", {
    Filters: [{ Name: "auto-scaling-group-id", Values: ["asg-gzweb001"] }],
  });
  return {
    ...published,
    ...refreshes,
    enabled: AutoScalingGroupSet[0].EnabledStatus,
    configured: LaunchConfigurationSet[0].ImageId,
    instances: AutoScalingInstanceSet.length,
  };
});
