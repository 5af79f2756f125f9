import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { uploadKindName, uploadSteps } from "../storage/upload-kind";
import { killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";

let world: KillWorld;

beforeAll(async () => {
  world = await KillWorld.start();
}, 180_000);

afterAll(() => world?.stop());

test(
  "an upload: whatever the next server does, no half volume is left",
  async () => {
    const input = { pool: "disks", name: "sent.raw", sizeBytes: 3 * 2 ** 20, checksum: null };
    const whole = { ...input, uploadId: randomUUID(), owner: "ada" };
    const spec = {
      kind: uploadKindName,
      hostId,
      title: "Upload sent.raw",
      subjects: ["disks/sent.raw"],
      startedBy: "ada",
      steps: uploadSteps(whole),
      input: whole,
    };
    expect((await killEverywhere(world, spec, { finished: "undone" })).problems).toEqual([]);
  },
  killTimeoutMs,
);
