import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { specification } from "@/e2e/libvirtd/create-rig";
import type { JobSpec } from "../../job/jobs";
import { importText } from "../create/import-text";
import { creationOf } from "./testing/creation";
import { installerIso } from "./testing/installer-iso.test-data";
import { killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { hostId } from "./testing/rooms";
import { stateWithUser } from "./testing/state-with-user";

const run = promisify(execFile);
let world: KillWorld;

beforeAll(async () => {
  world = await KillWorld.start();
  const image = join(world.folder, "pool/cloud.qcow2");
  await run("qemu-img", ["create", "-q", "-f", "qcow2", image, "8M"]);
  await run("qemu-io", ["-f", "qcow2", "-c", "write -P 0x5a 0 8M", image]);
  await writeFile(join(world.folder, "pool/install.iso"), Buffer.alloc(2 ** 20));
  await installerIso(join(world.folder, "pool/debian.iso"));
  await world.virsh("pool-refresh", "disks");
}, 180_000);

afterAll(() => world?.stop());

const kinds: [string, () => Promise<JobSpec>][] = [
  [
    "with an empty disk and a CD, started",
    () => {
      const { kind, specification: asked } = specification("blank");
      const source = { kind: "volume", pool: "disks", volume: "install.iso" } as const;
      return creationOf(world, { kind, specification: { ...asked, opticalDrives: [{ source }] } }, true);
    },
  ],
  [
    "of a cloud image, with what it is told at its first start",
    () => {
      const settings = {
        instanceId: "1",
        hostname: "imaged",
        users: [{ name: "ada", sshKeys: ["ssh-ed25519 AAAA"] }],
      };
      const cloudInit = { kind: "settings", pool: "disks", settings } as const;
      return creationOf(world, { ...specification("imaged", "image"), cloudInit });
    },
  ],
  [
    "of a definition from elsewhere",
    () => creationOf(world, { kind: "xml", xml: bareDomainXml("imported") }),
  ],
  [
    "of a QEMU command",
    async () => {
      const text = "qemu-system-x86_64 -name typed -machine q35 -m 64 -display none";
      const { specification: asked } = await world.ask(importText, { hostId, text, textFormat: null });
      return creationOf(world, { kind: "specification", specification: { ...asked, domainType: "qemu" } });
    },
  ],
];

const files = [{ name: "preseed.cfg", content: "d-i passwd/username string ada\n" }];
const answered: [string, () => Promise<JobSpec>][] = [
  [
    "with answer files on a CD",
    () =>
      creationOf(world, {
        ...specification("answered"),
        answers: { kind: "files", installer: "kickstart", pool: "disks", files },
      }),
  ],
  [
    "whose installer is started with its answers",
    () => {
      const { kind, specification: asked } = specification("installed");
      const source = { kind: "volume", pool: "disks", volume: "debian.iso" } as const;
      const answers = { kind: "files", installer: "preseed", pool: "disks", files } as const;
      const vm = { ...asked, opticalDrives: [{ source }] };
      return creationOf(world, { kind, specification: vm, answers }, true);
    },
  ],
];

test.each(answered)(
  "a VM %s, which nobody knows any more after the kill",
  async (_what, spec) => {
    const { problems } = await killEverywhere(world, await spec(), { finished: "undone" });
    expect(problems).toEqual([]);
  },
  killTimeoutMs,
);

test(
  "a VM that is somebody's: it is theirs where it is there, and takes of their quota just then",
  async () => {
    const subject = { kind: "user", id: "0d6a5e1c-0000-4000-8000-00000000000a" } as const;
    world.stateTemplate = await stateWithUser(world.folder, { id: subject.id, name: "ada" });
    const spec = await creationOf(world, specification("hers"), false, { subject, name: "ada" });
    const [reservation] = spec.reserved ?? [];
    expect(reservation).toMatchObject({ owners: [subject], taken: { vms: 1, diskBytes: 16 * 2 ** 20 } });
    const { problems } = await killEverywhere(world, spec, {
      kept({ shares, jobs }, isDone) {
        const owned = shares.ownedBy(subject).map(({ vmId }) => vmId);
        const wanted = isDone ? [reservation?.vmId] : [];
        const isAsWanted = JSON.stringify(owned) === JSON.stringify(wanted);
        return [
          ...(isAsWanted ? [] : [`she owns ${owned.join(", ") || "nothing"}`]),
          ...(jobs.reserved().length === 0 ? [] : ["something is still reserved"]),
        ];
      },
    });
    world.stateTemplate = null;
    expect(problems).toEqual([]);
  },
  killTimeoutMs,
);

test.each(kinds)(
  "a VM %s",
  async (_what, spec) => {
    const { problems } = await killEverywhere(world, await spec());
    expect(problems).toEqual([]);
  },
  killTimeoutMs,
);
