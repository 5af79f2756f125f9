import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { guestDomainXml } from "@/e2e/guest/domain-xml";
import { ensureGuest, guestReadyLine } from "@/e2e/guest/guest";
import { HostPair } from "@/e2e/libvirtd/host-pair";
import type { OwnHost } from "@/e2e/libvirtd/own-host";
import { qcow2Disk } from "@/e2e/libvirtd/qcow2-disk";
import { Connection } from "@/server/libvirt/connection";
import { unixDialer } from "@/server/libvirt/dial/unix";
import { domainXmlFlags, jobStatsFlags, migrateFlags } from "@/server/libvirt/protocol/constants.gen";
import { typedParametersToMap } from "@/server/libvirt/typed-parameters";
import { parseUuid } from "@/server/libvirt/uuid";
import { migrate } from "@/server/move/migrate";
import { createVolume } from "@/server/storage/volume-acts";
import { median } from "./quantile";
import { atMostOfPeer, type Row, report } from "./report";

/* A running guest is moved between two real libvirtds, by Passdeck and by virsh in turn. `npm run bench:move` */

const run = promisify(execFile);
const rounds = 5;
const name = "rover";
const volume = "rover.qcow2";
const mebibyte = 2 ** 20;
const kinds = [
  { kind: "memory", hasDisk: false },
  { kind: "memory and a disk (64 MiB, 32 used)", hasDisk: true },
] as const;

const guest = await ensureGuest();
const pair = await HostPair.start();
for (const host of [pair.one, pair.two])
  await host.virsh("pool-create-as", "images", "dir", "--target", "/var/lib/libvirt/images");
const open = ({ libvirtd }: OwnHost) => Connection.open(unixDialer(libvirtd.socketPath), "qemu:///system");
const [source, target] = [await open(pair.one), await open(pair.two)];

/** Milliseconds. */
interface Took {
  total: number;
  /** How long the guest stood still, as QEMU tells. */
  pause: number;
}

async function started(hasDisk: boolean): Promise<string> {
  for (const host of [pair.one, pair.two]) {
    await host.virsh("destroy", name).catch(() => undefined);
    await host.virsh("undefine", name).catch(() => undefined);
    await host.virsh("vol-delete", volume, "--pool", "images").catch(() => undefined);
  }
  const vmId = randomUUID();
  const output = join(pair.shared, "serial");
  await rm(output, { force: true });
  const serial = {
    name: "serial",
    attributes: { type: "file" },
    children: [{ name: "source", attributes: { path: output } }],
  };
  const path = `/var/lib/libvirt/images/${volume}`;
  if (hasDisk) {
    await pair.one.virsh("vol-create-as", "images", volume, "64M", "--format", "qcow2");
    const here = join(pair.one.libvirtd.folder, "lib/images", volume);
    await run("qemu-io", ["-f", "qcow2", "-c", "write -P 0x5a 0 32M", here]);
  }
  const devices = hasDisk ? [serial, qcow2Disk(path)] : [serial];
  await pair.one.define(guestDomainXml(guest, { name, uuid: vmId, serial: false, network: false, devices }));
  await pair.one.virsh("start", name);
  while (!(await readFile(output, "utf8").catch(() => "")).includes(guestReadyLine)) await delay(50);
  return vmId;
}

async function pauseOn(vmId: string): Promise<number> {
  const { dom } = await target.call("domain_lookup_by_uuid", { uuid: parseUuid(vmId) });
  const { params } = await target.call("domain_get_job_stats", { dom, flags: jobStatsFlags.COMPLETED });
  return Number(typedParametersToMap(params).get("downtime") ?? 0);
}

async function byPassdeck(hasDisk: boolean): Promise<Took> {
  const vmId = await started(hasDisk);
  const { dom } = await source.call("domain_lookup_by_uuid", { uuid: parseUuid(vmId) });
  const xmlOf = async (flags: number) => (await source.call("domain_get_xml_desc", { dom, flags })).xml;
  const from = performance.now();
  if (hasDisk)
    await createVolume(target, "images", {
      name: volume,
      format: "qcow2",
      capacityBytes: 64 * mebibyte,
      allocateAll: false,
    });
  const { LIVE, PERSIST_DEST, UNDEFINE_SOURCE, NON_SHARED_DISK } = migrateFlags;
  const { MIGRATABLE, SECURE, INACTIVE } = domainXmlFlags;
  await migrate(
    { source, target },
    {
      dom,
      name,
      flags: LIVE | PERSIST_DEST | UNDEFINE_SOURCE | (hasDisk ? NON_SHARED_DISK : 0),
      definition: {
        live: await xmlOf(MIGRATABLE | SECURE),
        kept: await xmlOf(MIGRATABLE | SECURE | INACTIVE),
      },
      copiedDisks: hasDisk ? ["vda"] : [],
      bandwidthMiB: null,
    },
  );
  return { total: performance.now() - from, pause: await pauseOn(vmId) };
}

async function byVirsh(hasDisk: boolean): Promise<Took> {
  const vmId = await started(hasDisk);
  const from = performance.now();
  const words = ["--live", "--persistent", "--undefinesource", ...(hasDisk ? ["--copy-storage-all"] : [])];
  await pair.one.virsh("migrate", name, pair.two.libvirtd.uri, ...words);
  return { total: performance.now() - from, pause: await pauseOn(vmId) };
}

const rows: Row[] = [];
for (const { kind, hasDisk } of kinds) {
  const [ours, theirs]: [Took[], Took[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await byPassdeck(hasDisk));
    theirs.push(await byVirsh(hasDisk));
  }
  const of = (list: Took[], figure: keyof Took) => median(list.map((took) => took[figure]));
  const total = of(theirs, "total");
  rows.push(
    {
      name: `${kind}: in all`,
      unit: "ms",
      ours: of(ours, "total"),
      peers: [total],
      goal: atMostOfPeer(of(ours, "total"), total, 1.1),
    },
    {
      name: `${kind}: the guest stands still`,
      unit: "ms",
      ours: of(ours, "pause"),
      peers: [of(theirs, "pause")],
    },
  );
}
const isMet = report(`A running VM moves, median of ${rounds}`, ["virsh migrate"], rows);
await Promise.all([source.close(), target.close()]);
await pair.stop();
process.exitCode = isMet ? 0 : 1;
