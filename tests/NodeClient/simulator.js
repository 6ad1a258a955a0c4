// The connection to the simulator, and how to wait on it.
"use strict";

const endpoint = process.env.SIMULATOR_ENDPOINT;
const key = { secretId: process.env.TENCENTCLOUD_SECRET_ID, secretKey: process.env.TENCENTCLOUD_SECRET_KEY };

function config(credential = key, region = "ap-guangzhou") {
  return { credential, region, profile: { language: "en-US", httpProfile: { protocol: "http://", endpoint, reqTimeout: 20 } } };
}

// The clock of the simulator moves with every call, so that there is no need to pause.
async function until(look, done) {
  const seen = [];
  for (let i = 0; i < 400; i++) {
    const state = await look();
    if (seen[seen.length - 1] !== state) seen.push(state);
    if (state === done) return seen;
  }
  throw new Error(`Never came to ${done}: ${seen.join(", ")}`);
}

function run(main) {
  main().then(
    (result) => console.log(JSON.stringify(result)),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
}

module.exports = { config, endpoint, key, run, until };
