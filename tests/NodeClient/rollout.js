// Rolls an image out with the official clients: a new version of a launch template, then an instance refresh. Prints one line of JSON.
"use strict";

const { cvm } = require("tencentcloud-sdk-nodejs-cvm");
const { CommonClient } = require("tencentcloud-sdk-nodejs-common");

const region = "ap-shanghai";
const settings = {
  credential: { secretId: process.env.TENCENTCLOUD_SECRET_ID, secretKey: process.env.TENCENTCLOUD_SECRET_KEY },
  region,
  profile: { language: "en-US", httpProfile: { protocol: "http://", endpoint: process.env.SIMULATOR_ENDPOINT, reqTimeout: 20 } },
};
const machines = new cvm.v20170312.Client(settings);
const scaling = new CommonClient(process.env.SIMULATOR_ENDPOINT, "2018-04-19", settings);

// The clock of the simulator moves with every call, so that there is no need to pause.
async function until(activityId, ends) {
  for (let i = 0; i < 200; i++) {
    const { RefreshActivitySet } = await scaling.request("DescribeRefreshActivities", { RefreshActivityIds: [activityId] });
    if (ends.includes(RefreshActivitySet[0].Status)) return RefreshActivitySet[0].Status;
  }
  throw new Error(`${activityId} never ended.`);
}

async function main() {
  const templates = await machines.DescribeLaunchTemplates({ Filters: [{ Name: "tag:team", Values: ["web"] }] });
  const templateId = templates.LaunchTemplateSet[0].LaunchTemplateId;
  const placement = { Zone: `${region}-3` };
  const image = (await machines.DescribeImages({ Filters: [{ Name: "image-name", Values: ["golden-web-2023"] }] })).ImageSet[0];
  const { LaunchTemplateVersionNumber: number } = await machines.CreateLaunchTemplateVersion({
    LaunchTemplateId: templateId, Placement: placement, ImageId: image.ImageId, LaunchTemplateVersionDescription: "新版本",
  });
  await machines.ModifyLaunchTemplateDefaultVersion({ LaunchTemplateId: templateId, DefaultVersion: number });
  await machines.DeleteLaunchTemplateVersions({ LaunchTemplateId: templateId, LaunchTemplateVersions: [1] });
  const versions = await machines.DescribeLaunchTemplateVersions({ LaunchTemplateId: templateId });
  const run = await machines.RunInstances({ LaunchTemplate: { LaunchTemplateId: templateId } });
  const created = await machines.CreateLaunchTemplate({ LaunchTemplateName: "other", Placement: placement, ImageId: image.ImageId });

  const group = (await scaling.request("DescribeAutoScalingGroups", {})).AutoScalingGroupSet[0];
  const configurations = await scaling.request("DescribeLaunchConfigurations", { LaunchConfigurationIds: [group.LaunchConfigurationId] });
  await scaling.request("ModifyLaunchConfigurationAttributes", { LaunchConfigurationId: group.LaunchConfigurationId, UserData: "ZWNobw==" });
  const refresh = await scaling.request("StartInstanceRefresh", {
    AutoScalingGroupId: group.AutoScalingGroupId,
    RefreshSettings: { RollingUpdateSettings: { BatchNumber: 2 } },
  });
  const activity = { AutoScalingGroupId: group.AutoScalingGroupId, RefreshActivityId: refresh.RefreshActivityId };
  const states = [await until(refresh.RefreshActivityId, ["FAILED_PAUSE"])];
  await scaling.request("ResumeInstanceRefresh", { ...activity, ResumeMode: "RETRY" });
  states.push(await until(refresh.RefreshActivityId, ["SUCCESSFUL"]));
  const refused = await scaling.request("CancelInstanceRefresh", activity).then(() => null, (error) => error.code);
  const rollback = await scaling.request("RollbackInstanceRefresh", {
    AutoScalingGroupId: group.AutoScalingGroupId,
    OriginRefreshActivityId: refresh.RefreshActivityId,
    RefreshSettings: { RollingUpdateSettings: { BatchNumber: 1 } },
  });
  await until(rollback.RefreshActivityId, ["RUNNING"]);
  await scaling.request("StopInstanceRefresh", { ...activity, RefreshActivityId: rollback.RefreshActivityId });
  states.push(await until(rollback.RefreshActivityId, ["SUCCESSFUL"]));
  const instances = await scaling.request("DescribeAutoScalingInstances", { Filters: [{ Name: "auto-scaling-group-id", Values: [group.AutoScalingGroupId] }] });

  console.log(JSON.stringify({
    templateId,
    number,
    versions: versions.LaunchTemplateVersionSet.map((version) => version.LaunchTemplateVersionDescription),
    instanceId: run.InstanceIdSet[0],
    createdId: created.LaunchTemplateId,
    configurationImage: configurations.LaunchConfigurationSet[0].ImageId,
    states,
    refused,
    lifeCycles: instances.AutoScalingInstanceSet.map((instance) => instance.LifeCycleState),
  }));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
