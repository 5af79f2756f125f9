import { expect, test } from "vitest";
import type { PreflightFinding } from "../../create/preflight/preflight.schema";
import { type Creation, planCreate } from "./plan-create";

const creation = (part: Partial<Creation> = {}): Creation => ({
  name: "web",
  owner: null,
  shownXml: "<domain/>",
  passwordsOf: null,
  fromHost: null,
  volumes: [
    { pool: "default", volume: "web.qcow2", bytes: 1024, format: "qcow2", copyOf: null },
    {
      pool: "default",
      volume: "data.raw",
      bytes: null,
      format: "raw",
      copyOf: { pool: "images", volume: "d" },
    },
  ],
  seed: {
    pool: "default",
    volume: "web-seed.iso",
    files: { "user-data": "hashed_passwd: secret", "meta-data": "", "network-config": null },
  },
  answers: null,
  installation: null,
  variables: { folder: "/nvram", from: "old_VARS.fd", to: "web_VARS.fd" },
  tpm: { original: "6fb2ee3e-4a0c-4a65-9d0b-3a7a6d6d5e01", version: "tpm2" },
  start: true,
  ...part,
});

const owner = {
  subject: { kind: "user", id: "6fb2ee3e-4a0c-4a65-9d0b-3a7a6d6d5e02" },
  name: "ada",
} as const;

const finding = (part: Partial<PreflightFinding>): PreflightFinding => ({
  code: "network",
  weight: "fail",
  path: ["networks", 0],
  message: "The network is stopped.",
  fix: "Start it.",
  ...part,
});

test("names each step with its effect and how it is taken back, and no secret", () => {
  const { steps, refusal } = planCreate(creation({ owner }), []);
  expect(refusal).toBeNull();
  expect(steps.map(({ title }) => title)).toEqual([
    "Create the volume default/web.qcow2",
    "Copy images/d to default/data.raw",
    "Write the cloud-init seed to default/web-seed.iso",
    "Copy the firmware variables (boot entries, keys)",
    "Make ada its owner",
    "Define the VM web",
    "Copy the TPM state (its keys, and what is sealed to them)",
    "Start web",
  ]);
  expect(steps[0]?.effect).toBe("virsh vol-create-as default web.qcow2 1024 --format qcow2");
  expect(JSON.stringify(steps)).not.toContain("secret");
  for (const { undo } of steps) expect(undo).not.toBeNull();
});

test("refuses what can't be made, and only warns of what could not start where nothing is started", () => {
  expect(planCreate(creation(), [finding({})])).toMatchObject({
    steps: [],
    refusal: "The network is stopped. Start it.",
  });
  const later = planCreate(creation({ start: false }), [finding({})]);
  expect(later).toMatchObject({ refusal: null, warnings: ["The network is stopped. Start it."] });
  expect(later.steps).toHaveLength(6);
  const taken = finding({ code: "name-taken", message: "There is one.", fix: "Choose another." });
  expect(planCreate(creation({ start: false }), [taken]).refusal).toBe("There is one. Choose another.");
  expect(planCreate(creation(), [finding({ weight: "warn" })]).warnings).toHaveLength(1);
});

test("is another plan where anything is another, shown or not", () => {
  const fingerprint = (part: Partial<Creation>) => planCreate(creation(part), []).fingerprint;
  expect(fingerprint({})).toBe(fingerprint({}));
  expect(fingerprint({ shownXml: "<domain type='kvm'/>" })).not.toBe(fingerprint({}));
  expect(fingerprint({ passwordsOf: "6fb2ee3e-4a0c-4a65-9d0b-3a7a6d6d5e01" })).not.toBe(fingerprint({}));
});
