import type { AnsweredMachine } from "../answered-machine.schema";
import type { AnswerFile } from "../answers.schema";
import { addressParts } from "./address-parts";
import { guestPackages } from "./guest-packages";
import type { LinuxAnswers, LinuxNetwork } from "./linux-answers.schema";

/** In the root of the initial RAM disk, where the installer's own commands find it. */
const keysName = "authorized_keys";

/** Debian's answer file (the installation guide's appendix B, and its example-preseed.txt), and the keys beside it. */
export function preseedFiles(answers: LinuxAnswers, machine: AnsweredMachine): AnswerFile[] {
  const { sshKeys } = answers;
  const content = `${sections(answers, machine).map(sectionText).join("\n\n")}\n`;
  const keys = { name: keysName, content: `${sshKeys.join("\n")}\n` };
  return [{ name: "preseed.cfg", content }, ...(sshKeys.length > 0 ? [keys] : [])];
}

interface Section {
  title: string;
  /** [question, type, value] of debconf; the owner is "d-i" but for tasksel's. */
  lines: readonly (readonly [question: string, type: string, value: string, owner?: string])[];
}

function sectionText({ title, lines }: Section): string {
  const said = lines.map(([question, type, value, owner = "d-i"]) =>
    `${owner} ${question} ${type} ${value}`.trimEnd(),
  );
  return [`# ${title}`, ...said].join("\n");
}

function sections(answers: LinuxAnswers, machine: AnsweredMachine): Section[] {
  const { language, keyboard, hostname, network, timeZone, user, passwordHash } = answers;
  return [
    {
      title: "Language and keyboard",
      lines: [
        ["debian-installer/locale", "string", `${language}.UTF-8`],
        ["keyboard-configuration/xkb-keymap", "select", keyboard],
      ],
    },
    { title: "Network", lines: networkLines(network, hostname) },
    {
      title: "Package mirror",
      lines: [
        ["mirror/country", "string", "manual"],
        ["mirror/http/hostname", "string", "deb.debian.org"],
        ["mirror/http/directory", "string", "/debian"],
        ["mirror/http/proxy", "string", ""],
        ["apt-setup/cdrom/set-first", "boolean", "false"],
        ["apt-setup/disable-cdrom-entries", "boolean", "true"],
      ],
    },
    {
      title: "Account: root stays locked, and the user has sudo",
      lines: [
        ["passwd/root-login", "boolean", "false"],
        ["passwd/user-fullname", "string", user],
        ["passwd/username", "string", user],
        ["passwd/user-password-crypted", "password", passwordHash],
      ],
    },
    {
      title: "Clock",
      lines: [
        ["clock-setup/utc", "boolean", "true"],
        ["time/zone", "string", timeZone],
        ["clock-setup/ntp", "boolean", "true"],
      ],
    },
    { title: "Disk: the whole of the first one", lines: diskLines(answers, machine) },
    { title: "Packages", lines: packageLines(answers) },
    { title: "End", lines: endLines(answers) },
  ];
}

function networkLines(network: LinuxNetwork, hostname: string): Section["lines"] {
  const [host = hostname, ...domain] = hostname.split(".");
  const names: Section["lines"] = [
    ["netcfg/choose_interface", "select", "auto"],
    ["netcfg/get_hostname", "string", host],
    ["netcfg/hostname", "string", host],
    ["netcfg/get_domain", "string", domain.join(".")],
  ];
  if (network.kind === "dhcp") return names;
  const { address, netmask } = addressParts(network.address);
  return [
    ...names,
    ["netcfg/disable_autoconfig", "boolean", "true"],
    ["netcfg/get_ipaddress", "string", address],
    ["netcfg/get_netmask", "string", netmask],
    ["netcfg/get_gateway", "string", network.gateway],
    ["netcfg/get_nameservers", "string", network.nameServers.join(" ")],
    ["netcfg/confirm_static", "boolean", "true"],
  ];
}

function diskLines({ disk }: LinuxAnswers, machine: AnsweredMachine): Section["lines"] {
  return [
    ["partman-auto/disk", "string", `/dev/${machine.disk}`],
    ["partman-auto/method", "string", disk === "lvm" ? "lvm" : "regular"],
    ["partman-auto-lvm/guided_size", "string", "max"],
    ["partman-auto/choose_recipe", "select", "atomic"],
    ["partman-lvm/device_remove_lvm", "boolean", "true"],
    ["partman-md/device_remove_md", "boolean", "true"],
    ["partman-lvm/confirm", "boolean", "true"],
    ["partman-lvm/confirm_nooverwrite", "boolean", "true"],
    ["partman-partitioning/confirm_write_new_label", "boolean", "true"],
    ["partman/choose_partition", "select", "finish"],
    ["partman/confirm", "boolean", "true"],
    ["partman/confirm_nooverwrite", "boolean", "true"],
    ["grub-installer/only_debian", "boolean", "true"],
    ["grub-installer/bootdev", "string", `/dev/${machine.disk}`],
  ];
}

function packageLines(answers: LinuxAnswers): Section["lines"] {
  return [
    ["tasksel/first", "multiselect", "standard, ssh-server", "tasksel"],
    ["pkgsel/include", "string", guestPackages(answers).join(" ")],
    ["popularity-contest/participate", "boolean", "false", "popularity-contest"],
  ];
}

function endLines({ user, sshKeys }: LinuxAnswers): Section["lines"] {
  const home = `/target/home/${user}/.ssh`;
  const keys = [
    `mkdir -m 700 ${home}`,
    `cp /${keysName} ${home}/${keysName}`,
    `chmod 600 ${home}/${keysName}`,
    `in-target chown -R ${user}:${user} /home/${user}/.ssh`,
  ];
  return [
    ...(sshKeys.length > 0 ? [["preseed/late_command", "string", keys.join("; ")] as const] : []),
    ["finish-install/reboot_in_progress", "note", ""],
  ];
}
