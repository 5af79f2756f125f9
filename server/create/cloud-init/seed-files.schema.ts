import { writeYaml, type YamlValue } from "../../yaml/write-yaml.schema";
import type { CloudInit, SeedFiles } from "./cloud-init.schema";
import { loginShell } from "./login-shell.schema";
import { networkConfig } from "./network-config.schema";

/** What a seed has to know of its VM. */
export interface SeededVm {
  /** The system's ID in osinfo-db; null where it is not known. */
  operatingSystem: string | null;
  networks: readonly { mac: string | null }[];
}

/**
 * The files of a NoCloud seed (https://docs.cloud-init.io/en/latest/reference/datasources/nocloud.html), for people to
 * read and edit before they are put into an image.
 */
export function seedFiles(config: CloudInit, vm: SeededVm): SeedFiles {
  const macs = vm.networks.map(({ mac }) => mac);
  return {
    "user-data": `#cloud-config\n${writeYaml(userData(config, loginShell(vm.operatingSystem)))}`,
    "meta-data": writeYaml({ "instance-id": config.instanceId, "local-hostname": config.hostname }),
    "network-config": networkConfig(config.network, macs),
  };
}

type YamlRecord = Record<string, YamlValue>;

function userData(config: CloudInit, usualShell: string | null): YamlRecord {
  const { hostname, users, passwordLogin, packages, upgrade, timezone } = config;
  return {
    hostname,
    manage_etc_hosts: true,
    users: users.map((user) => userEntry(user, usualShell)),
    ssh_pwauth: passwordLogin,
    ...(timezone === null ? {} : { timezone }),
    ...(packages.length > 0 || upgrade ? { package_update: true, package_upgrade: upgrade } : {}),
    ...(packages.length > 0 ? { packages } : {}),
  };
}

function userEntry(user: CloudInit["users"][number], usualShell: string | null): YamlRecord {
  const { name, passwordHash, sshKeys, sudo } = user;
  const shell = user.shell ?? usualShell;
  return {
    name,
    ...(shell === null ? {} : { shell }),
    lock_passwd: passwordHash === null,
    ...(passwordHash === null ? {} : { hashed_passwd: passwordHash }),
    ...(sudo ? { sudo: "ALL=(ALL) NOPASSWD:ALL" } : {}),
    ...(sshKeys.length > 0 ? { ssh_authorized_keys: sshKeys } : {}),
  };
}
