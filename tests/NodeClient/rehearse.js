// Drives the simulator with the official client: describe, copy, wait, start, look. Prints one line of JSON.
"use strict";

const { cvm } = require("tencentcloud-sdk-nodejs-cvm");

const { config, key, run, until } = require("./simulator");

function client(region, secretKey = key.secretKey) {
  return new cvm.v20170312.Client(config({ ...key, secretKey }, region));
}

run(async () => {
  const guangzhou = client("ap-guangzhou");
  const shanghai = client("ap-shanghai");

  const golden = await guangzhou.DescribeImages({
    Filters: [
      { Name: "image-type", Values: ["PRIVATE_IMAGE"] },
      { Name: "image-name", Values: ["golden-web"] },
    ],
    Limit: 100,
  });
  const source = golden.ImageSet[0];

  const sync = await guangzhou.SyncImages({
    ImageIds: [source.ImageId],
    DestinationRegions: ["ap-shanghai", "ap-beijing"],
    ImageSetRequired: true,
  });
  const copyId = sync.ImageSet.find((copy) => copy.Region === "ap-shanghai").ImageId;
  const imageStates = await until(
    async () => (await shanghai.DescribeImages({ ImageIds: [copyId] })).ImageSet[0].ImageState,
    "NORMAL",
  );

  const started = await shanghai.RunInstances({
    Placement: { Zone: "ap-shanghai-3" },
    ImageId: copyId,
    InstanceType: "S5.MEDIUM4",
    InstanceName: "节点 1",
    ClientToken: "rehearsal",
  });
  const instanceStates = await until(
    async () => (await shanghai.DescribeInstances({ InstanceIds: started.InstanceIdSet })).InstanceSet[0].InstanceState,
    "RUNNING",
  );
  const instance = (await shanghai.DescribeInstances({ InstanceIds: started.InstanceIdSet })).InstanceSet[0];

  const wrongKey = await client("ap-guangzhou", "wrong")
    .DescribeRegions({})
    .then(() => null, (error) => ({ code: error.code, message: error.message, requestId: error.requestId }));

  return {
    sourceName: source.ImageName,
    destinations: sync.ImageSet.map((copy) => copy.Region),
    copyId,
    imageStates,
    instanceId: started.InstanceIdSet[0],
    instanceStates,
    instanceName: instance.InstanceName,
    instanceImage: instance.ImageId,
    wrongKey,
  };
});
