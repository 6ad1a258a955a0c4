// The official client at the work that Compare-Commands.ps1 measures. Prints nothing: its time as a whole process counts.
"use strict";

const { cvm } = require("tencentcloud-sdk-nodejs-cvm");

function client(region) {
  return new cvm.v20170312.Client({
    credential: { secretId: process.env.TENCENTCLOUD_SECRET_ID, secretKey: process.env.TENCENTCLOUD_SECRET_KEY },
    region,
    profile: { language: "en-US", httpProfile: { protocol: "http://", endpoint: process.env.SIMULATOR_ENDPOINT, reqTimeout: 60 } },
  });
}

const own = { Name: "image-type", Values: ["PRIVATE_IMAGE"] };

async function list(from, filters) {
  const images = [];
  for (let offset = 0; ; offset += 100) {
    const page = await from.DescribeImages({ Filters: filters, Offset: offset, Limit: 100 });
    images.push(...page.ImageSet);
    if (images.length >= page.TotalCount || page.ImageSet.length === 0) return images;
  }
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// Ten in a little more than a second: with no margin the service throttles it.
async function copy(count, regions) {
  const guangzhou = client("ap-guangzhou");
  const images = (await list(guangzhou, [own, { Name: "image-name", Values: ["bulk-"] }])).slice(0, count);
  const copies = [];
  for (let start = 0; start < images.length; start += 10) {
    const began = Date.now();
    const answers = await Promise.all(
      images.slice(start, start + 10).map((image) =>
        guangzhou.SyncImages({ ImageIds: [image.ImageId], DestinationRegions: regions, ImageSetRequired: true })),
    );
    for (const answer of answers) copies.push(...answer.ImageSet);
    if (start + 10 < images.length) await pause(Math.max(0, 1050 - (Date.now() - began)));
  }
  return copies;
}

async function wait(regions) {
  for (const region of regions) {
    for (;;) {
      const images = await list(client(region), [own]);
      if (images.every((image) => image.ImageState === "NORMAL")) break;
      await pause(1000);
    }
  }
}

const regions = (process.env.BENCHMARK_REGIONS || "").split(",");
const work = {
  describe: () => client("ap-guangzhou").DescribeImages({ ImageIds: ["img-gweb2024"] }),
  hundred: async () => {
    const guangzhou = client("ap-guangzhou");
    for (let i = 0; i < 100; i++) await guangzhou.DescribeImages({ ImageIds: ["img-gweb2024"] });
  },
  list: () => list(client("ap-guangzhou"), [own]),
  copy: () => copy(100, regions),
  wait: () => wait(regions),
};

work[process.argv[2]]().catch((error) => {
  console.error(error);
  process.exit(1);
});
