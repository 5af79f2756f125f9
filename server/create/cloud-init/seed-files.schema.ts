import { writeYaml, type YamlValue } from "../../yaml/write-yaml.schema";
import type { CloudInit, SeedFiles } from "./cloud-init.schema";

/**
 * The files of a NoCloud seed (https://docs.cloud-init.io/en/latest/reference/datasources/nocloud.html), for people to
 * read and edit before they are put into an image.
 */
export function seedFiles(config: CloudInit): SeedFiles {
  return {
    "user-data": `#cloud-config\n${writeYaml(userData(config))}`,
    "meta-data": writeYaml({ "instance-id": config.instanceId, "local-hostname": config.hostname }),
    "network-config": networkConfig(config),
  };
}

type YamlRecord = Record<string, YamlValue>;

/** Of the guest's users: a key of cloud-init's, nothing of the host's is started with it. */
const LOGIN_SHELL = "/bin/bash";

function userData({ hostname, users, passwordLogin, packages, upgrade, timezone }: CloudInit): YamlRecord {
  return {
    hostname,
    manage_etc_hosts: true,
    users: users.map(userEntry),
    ssh_pwauth: passwordLogin,
    ...(timezone === null ? {} : { timezone }),
    ...(packages.length > 0 || upgrade ? { package_update: true, package_upgrade: upgrade } : {}),
    ...(packages.length > 0 ? { packages } : {}),
  };
}

function userEntry({ name, passwordHash, sshKeys, sudo }: CloudInit["users"][number]): YamlRecord {
  return {
    name,
    shell: LOGIN_SHELL,
    lock_passwd: passwordHash === null,
    ...(passwordHash === null ? {} : { hashed_passwd: passwordHash }),
    ...(sudo ? { sudo: "ALL=(ALL) NOPASSWD:ALL" } : {}),
    ...(sshKeys.length > 0 ? { ssh_authorized_keys: sshKeys } : {}),
  };
}

/** Version 2, which cloud-init has from 2017 on. */
function networkConfig({ network }: CloudInit): string | null {
  if (network.kind === "image") return null;
  const match: YamlRecord = network.mac === null ? { name: "e*" } : { macaddress: network.mac };
  const card: YamlRecord = {
    match,
    ...(network.kind === "dhcp" ? { dhcp4: true } : fixedAddresses(network)),
  };
  return writeYaml({ version: 2, ethernets: { primary: card } });
}

type StaticNetwork = Extract<CloudInit["network"], { kind: "static" }>;

function fixedAddresses({ addresses, gateway, nameServers, searchDomains }: StaticNetwork): YamlRecord {
  const names: YamlRecord = {
    ...(nameServers.length > 0 ? { addresses: nameServers } : {}),
    ...(searchDomains.length > 0 ? { search: searchDomains } : {}),
  };
  const gatewayKey = gateway?.includes(":") ? "gateway6" : "gateway4";
  return {
    dhcp4: false,
    addresses,
    ...(gateway === null ? {} : { [gatewayKey]: gateway }),
    ...(Object.keys(names).length > 0 ? { nameservers: names } : {}),
  };
}
