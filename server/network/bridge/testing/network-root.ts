import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { FileReplacement } from "../../../host/configuration/host-configuration";
import { LocalConfiguration } from "../../../host/configuration/local-configuration";
import { folderTree } from "../../../host/folder-tree";
import { localTools } from "../../../host/tools";
import type { BridgeRequest } from "../../guide/bridge-guide.schema";
import { readHostNetworking } from "../../host/read-host-networking";
import type { BridgeChange } from "../bridge-change";
import { planBridge } from "../plan-bridge";
import { readBridgeFiles } from "../read-bridge-files";

const pci = "devices/pci0000:00/0000:00:19.0/net";
const virtual = "devices/virtual/net";

/** The kernel's own of two cards, a bond of the second and third, and a VLAN of the first. */
const devices: Readonly<Record<string, { mac: string; entries: string[] }>> = {
  [`${pci}/eno1`]: { mac: "70:85:c2:00:00:01", entries: [] },
  [`${pci}/eno2`]: { mac: "70:85:c2:00:00:02", entries: [] },
  [`${pci}/eno3`]: { mac: "70:85:c2:00:00:03", entries: [] },
  [`${pci}/wlp2s0`]: { mac: "70:85:c2:00:00:04", entries: ["phy80211/name"] },
  [`${virtual}/bond0`]: {
    mac: "70:85:c2:00:00:02",
    entries: ["bonding/mode", "lower_eno2/mtu", "lower_eno3/mtu"],
  },
  [`${virtual}/eno1.10`]: { mac: "70:85:c2:00:00:01", entries: ["lower_eno1/mtu"] },
};

const kernel: Readonly<Record<string, string>> = {
  "proc/net/route": `Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask
eno1\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000
eno1\t0001A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF
bond0\t0002A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF
`,
  "proc/net/fib_trie": `Local:
  +-- 0.0.0.0/0 3 0 5
     |-- 192.168.1.5
        /32 host LOCAL
     |-- 192.168.2.5
        /32 host LOCAL
`,
  "proc/net/vlan/eno1.10": "",
  "proc/sys/kernel/random/boot_id": "11111111-1111-4111-8111-111111111111\n",
  "etc/resolv.conf": "nameserver 192.168.1.1\n",
};

/** A host's files in a folder, as far as they are about its network. */
export class NetworkRoot {
  readonly root: string;

  constructor(root = mkdtempSync(join(tmpdir(), "passdeck-network-"))) {
    this.root = root;
  }

  /** Makes all of them anew. */
  install(files: Readonly<Record<string, string>>): void {
    rmSync(this.root, { recursive: true, force: true });
    mkdirSync(join(this.root, "sys/class/net"), { recursive: true });
    mkdirSync(join(this.root, "run"));
    for (const [place, { mac, entries }] of Object.entries(devices)) {
      for (const entry of entries) this.write(`sys/${place}/${entry}`, "");
      this.write(`sys/${place}/operstate`, "up\n");
      this.write(`sys/${place}/address`, `${mac}\n`);
      this.write(`sys/${place}/mtu`, "1500\n");
      symlinkSync(`../../${place}`, join(this.root, "sys/class/net", basename(place)));
    }
    for (const [path, text] of Object.entries({ ...kernel, ...files })) this.write(path, text);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), "utf8");
  }

  get configuration(): LocalConfiguration {
    return new LocalConfiguration({ root: this.root, tools: localTools() });
  }

  async plan(wish: Partial<BridgeRequest> = {}) {
    const tree = folderTree(this.root);
    const caller = { localAddress: "192.168.1.5", remoteAddress: "192.168.1.77" };
    const host = await readHostNetworking(tree, caller, null);
    const files = await readBridgeFiles(tree, this.configuration, host);
    return planBridge(host, { device: "eno1", bridge: "br0", address: "fixed", ...wish }, files);
  }

  /** @throws Error where it is refused. */
  async change(wish: Partial<BridgeRequest> = {}): Promise<BridgeChange> {
    const planned = await this.plan(wish);
    if ("refusal" in planned) throw new Error(planned.refusal);
    return planned;
  }

  async carryOut(changed: readonly FileReplacement[]): Promise<void> {
    for (const file of changed) await this.configuration.replace(file);
  }

  takeBack(changed: readonly FileReplacement[]): Promise<void> {
    return this.carryOut(changed.map(({ from, to, ...file }) => ({ ...file, from: to, to: from })));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
