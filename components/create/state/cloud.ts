import type { CloudInitInput, SeedFiles } from "@/server/create/cloud-init/cloud-init.schema";

type CloudNetwork = NonNullable<CloudInitInput["network"]>;

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
  network: CloudNetwork;
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
    network: { kind: "image" },
    files: null,
  };
}

/** The settings that cloud-init's schema checks, with a hash of the password or what stands for it. */
export function cloudSettings(
  cloud: CloudDraft,
  vmName: string,
  passwordHash: string | null,
): CloudInitInput {
  const { user, sshKeys, passwordLogin, packages, upgrade, timezone, network } = cloud;
  return {
    instanceId: hostnameOf(vmName),
    hostname: cloud.hostname === "" ? hostnameOf(vmName) : cloud.hostname,
    users: [{ name: user, passwordHash, sshKeys }],
    passwordLogin,
    packages,
    upgrade,
    timezone: timezone === "" ? null : timezone,
    network,
  };
}

/** A VM's name as a host name. */
export function hostnameOf(vmName: string): string {
  const letters = vmName.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return letters.slice(0, 63).replace(/^-+|-+$/g, "") || "guest";
}
