import type { AnswerFile, AnswersSettings } from "@/server/create/answers/answers.schema";
import type { LinuxInstaller } from "@/server/create/answers/installer.schema";
import type { LinuxAnswers } from "@/server/create/answers/linux/linux-answers.schema";
import { hostnameOf } from "./cloud";
import { plannedHash } from "./password";

/** What an installer of Linux is to be told, as somebody types it. */
export interface LinuxDraft extends Omit<LinuxAnswers, "passwordHash" | "network"> {
  on: boolean;
  installer: LinuxInstaller;
  /** As it is typed, or its hash where the browser can't hash; hashed once, when the VM is created. */
  password: string;
  network: "dhcp" | "static";
  /** Where the network is static. */
  address: string;
  gateway: string;
  nameServers: string[];
  /** The files as they were edited; null while they are made of the rest. */
  files: AnswerFile[] | null;
}

export function emptyLinuxAnswers(): LinuxDraft {
  return {
    on: false,
    installer: "preseed",
    user: "admin",
    password: "",
    sshKeys: [],
    hostname: "",
    language: "en_US",
    keyboard: "us",
    timeZone: "Etc/UTC",
    disk: "lvm",
    packages: [],
    guestAgent: true,
    network: "dhcp",
    address: "",
    gateway: "",
    nameServers: [],
    files: null,
  };
}

/** The settings that their schema checks, with a hash of the password or what stands for it. */
export function linuxSettings(draft: LinuxDraft, vmName: string, passwordHash: string | null): LinuxAnswers {
  const { on: _on, installer: _installer, password: _password, files: _files, ...said } = draft;
  const { network, address, gateway, nameServers, hostname, ...rest } = said;
  return {
    ...rest,
    hostname: hostname === "" ? hostnameOf(vmName) : hostname,
    passwordHash: passwordHash ?? "",
    network: network === "dhcp" ? { kind: "dhcp" } : { kind: "static", address, gateway, nameServers },
  };
}

/** The answers with the password's stand-in, for requests that are only planned. */
export function plannedLinuxAnswers(draft: LinuxDraft, vmName: string): AnswersSettings {
  const settings = linuxSettings(draft, vmName, plannedHash(draft.password));
  return { kind: "linux", installer: draft.installer, settings };
}
