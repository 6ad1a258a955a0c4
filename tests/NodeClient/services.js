// Drives the services beside images with the official client: test an instance, tag it, delete it. Prints one line of JSON.
"use strict";

const { CommonClient } = require("tencentcloud-sdk-nodejs-common");
const { cvm } = require("tencentcloud-sdk-nodejs-cvm");
const { sts } = require("tencentcloud-sdk-nodejs-sts");
const { config, endpoint, run, until } = require("./simulator");

// The registry does not have the packages of these services: the common client calls any action.
const tat = new CommonClient(endpoint, "2020-10-28", config());
const tag = new CommonClient(endpoint, "2018-08-13", config());
const regions = new CommonClient(endpoint, "2022-06-27", config());
const compute = new cvm.v20170312.Client(config());

const refusal = (call) => call.then(() => null, (error) => error.code);

async function test(instanceId) {
  const base64 = (text) => Buffer.from(text).toString("base64");
  const command = { InstanceIds: [instanceId], Content: base64("systemctl is-active nginx"), CommandType: "SHELL", Timeout: 60 };
  const early = await refusal(tat.request("RunCommand", command));
  const agentStates = await until(async () => {
    const { AutomationAgentSet } = await tat.request("DescribeAutomationAgentStatus", { InstanceIds: [instanceId] });
    return AutomationAgentSet.length === 0 ? "none" : AutomationAgentSet[0].AgentStatus;
  }, "Online");
  const { InvocationId } = await tat.request("RunCommand", command);
  const taskStates = await until(async () => {
    const { InvocationSet } = await tat.request("DescribeInvocations", { InvocationIds: [InvocationId] });
    return InvocationSet[0].InvocationStatus;
  }, "FAILED");
  const tasks = await tat.request("DescribeInvocationTasks", {
    HideOutput: false,
    Filters: [{ Name: "invocation-id", Values: [InvocationId] }],
  });
  const { ExitCode, Output } = tasks.InvocationTaskSet[0].TaskResult;
  return { early, agentStates, taskStates, exitCode: ExitCode, output: Buffer.from(Output, "base64").toString() };
}

async function label(name) {
  const set = await tag.request("TagResources", { ResourceList: [name], Tags: [{ TagKey: "ImageReplicationTest", TagValue: "true" }] });
  const found = await tag.request("GetResources", { TagFilters: [{ TagKey: "ImageReplicationTest", TagValue: ["true"] }] });
  const unset = await tag.request("UnTagResources", { ResourceList: [name], TagKeys: ["ImageReplicationTest"] });
  return { failed: set.FailedResources.length + unset.FailedResources.length, found: found.ResourceTagMappingList.map((item) => item.Resource) };
}

run(async () => {
  const identity = await new sts.v20180813.Client(config()).GetCallerIdentity();
  const role = await new sts.v20180813.Client(config()).AssumeRole({
    RoleArn: `qcs::cam::uin/${identity.AccountId}:roleName/image-replication`,
    RoleSessionName: "node",
  });
  const { TmpSecretId, TmpSecretKey, Token } = role.Credentials;
  const asRole = await new sts.v20180813.Client(config({ secretId: TmpSecretId, secretKey: TmpSecretKey, token: Token })).GetCallerIdentity();
  const { RegionSet } = await regions.request("DescribeRegions", { Product: "cvm" });

  const actionTime = new Date(Date.now() + 20 * 60 * 1000).toISOString().replace(/\.\d+Z$/, "Z");
  const started = await compute.RunInstances({
    Placement: { Zone: "ap-guangzhou-3" },
    ImageId: "img-gweb2024",
    InstanceType: "S5.MEDIUM4",
    EnhancedService: { AutomationService: { Enabled: true } },
    ActionTimer: { TimerAction: "TerminateInstances", ActionTime: actionTime },
  });
  const [instanceId] = started.InstanceIdSet;
  const status = async () => {
    const { InstanceStatusSet } = await compute.DescribeInstancesStatus({ InstanceIds: [instanceId] });
    return InstanceStatusSet.length === 0 ? "gone" : InstanceStatusSet[0].InstanceState;
  };
  const startStates = await until(status, "RUNNING");
  const tested = await test(instanceId);
  const labelled = await label(`qcs::cvm:ap-guangzhou:uin/${identity.AccountId}:instance/${instanceId}`);
  await compute.StopInstances({ InstanceIds: [instanceId], StopType: "SOFT_FIRST" });
  const stopStates = await until(status, "STOPPED");
  await compute.TerminateInstances({ InstanceIds: [instanceId] });
  const endStates = await until(status, "gone");

  return {
    identity: identity.Arn,
    role: asRole.Type,
    regions: RegionSet.length,
    instanceId,
    startStates,
    stopStates,
    endStates,
    ...tested,
    ...labelled,
  };
});
