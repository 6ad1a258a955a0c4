// Drives the simulator with the official client: describe, copy, wait, start, look. Prints one line of JSON.
"use strict";

const { cvm } = require("tencentcloud-sdk-nodejs-cvm");

const endpoint = process.env.SIMULATOR_ENDPOINT;

function client(region, secretKey = process.env.TENCENTCLOUD_SECRET_KEY) {
  return new cvm.v20170312.Client({
    credential: { secretId: process.env.TENCENTCLOUD_SECRET_ID, secretKey },
    region,
    profile: { language: "en-US", httpProfile: { protocol: "http://", endpoint, reqTimeout: 20 } },
  });
}

// The clock of the simulator moves with every call, so that there is no need to pause.
async function until(look, done) {
  const seen = [];
  for (let i = 0; i < 200; i++) {
    const state = await look();
    if (seen[seen.length - 1] !== state) seen.push(state);
    if (state === done) return seen;
  }
  throw new Error(`Never came to ${done}: ${seen.join(", ")}`);
}

async function main() {
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

  const run = await shanghai.RunInstances({
    Placement: { Zone: "ap-shanghai-3" },
    ImageId: copyId,
    InstanceType: "S5.MEDIUM4",
    InstanceName: "节点 1",
    ClientToken: "rehearsal",
  });
  const instanceStates = await until(
    async () => (await shanghai.DescribeInstances({ InstanceIds: run.InstanceIdSet })).InstanceSet[0].InstanceState,
    "RUNNING",
  );
  const instance = (await shanghai.DescribeInstances({ InstanceIds: run.InstanceIdSet })).InstanceSet[0];

  const wrongKey = await client("ap-guangzhou", "wrong")
    .DescribeRegions({})
    .then(() => null, (error) => ({ code: error.code, message: error.message, requestId: error.requestId }));

  console.log(JSON.stringify({
    sourceName: source.ImageName,
    destinations: sync.ImageSet.map((copy) => copy.Region),
    copyId,
    imageStates,
    instanceId: run.InstanceIdSet[0],
    instanceStates,
    instanceName: instance.InstanceName,
    instanceImage: instance.ImageId,
    wrongKey,
  }));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
