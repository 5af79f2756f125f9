import type { CloudInitInput, SeedFiles } from "@/server/create/cloud-init/cloud-init.schema";
import type { CloudNetworkInput } from "@/server/create/cloud-init/cloud-network.schema";
import type { VmSpecification } from "@/server/create/vm-specification.schema";
import { randomMacs, withMacs } from "./cloud-nics";

/** What a cloud image is to be told, as somebody types it. */
export interface CloudDraft {
  user: string;
  /** As it is typed, or its hash where the browser can't hash; hashed once, when the VM is created. Empty: none. */
  password: string;
  sshKeys: string[];
  passwordLogin: boolean;
  /** Empty: the VM's name. */
  hostname: string;
  packages: string[];
  upgrade: boolean;
  timezone: string;
  /** Empty: what suits the VM's system. */
  shell: string;
  network: CloudNetworkInput;
  /** MAC addresses for the VM's NICs of that place that have none of their own. */
  macs: string[];
  /** The files as they were edited; null while they are made of the rest. */
  files: SeedFiles | null;
}

export function emptyCloud(): CloudDraft {
  return {
    user: "admin",
    password: "",
    sshKeys: [],
    passwordLogin: false,
    hostname: "",
    packages: [],
    upgrade: false,
    timezone: "",
    shell: "",
    network: { kind: "image" },
    macs: randomMacs(),
    files: null,
  };
}

/** The settings that cloud-init's schema checks, with a hash of the password or what stands for it. */
export function cloudSettings(
  cloud: CloudDraft,
  { name: vmName, networks }: Pick<VmSpecification, "name" | "networks">,
  passwordHash: string | null,
): CloudInitInput {
  const { user, sshKeys, passwordLogin, packages, upgrade, timezone, shell, network } = cloud;
  return {
    instanceId: hostnameOf(vmName),
    hostname: cloud.hostname === "" ? hostnameOf(vmName) : cloud.hostname,
    users: [{ name: user, passwordHash, sshKeys, shell: shell === "" ? null : shell }],
    passwordLogin,
    packages,
    upgrade,
    timezone: timezone === "" ? null : timezone,
    network: network.kind === "nics" ? { ...network, nics: network.nics.slice(0, networks.length) } : network,
  };
}

/** The VM as its seed speaks of it: no NIC is left without a MAC address. */
export function seededVm(draft: VmSpecification, { macs }: CloudDraft): VmSpecification {
  return { ...draft, networks: withMacs(draft.networks, macs) };
}

/** A VM's name as a host name. */
export function hostnameOf(vmName: string): string {
  const letters = vmName.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return letters.slice(0, 63).replace(/^-+|-+$/g, "") || "guest";
}
