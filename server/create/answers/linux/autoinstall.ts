import { writeYaml, type YamlValue } from "../../../yaml/write-yaml.schema";
import type { AnsweredMachine } from "../answered-machine.schema";
import type { AnswerFile } from "../answers.schema";
import { guestPackages } from "./guest-packages";
import type { LinuxAnswers, LinuxNetwork } from "./linux-answers.schema";

/** The answer file of Ubuntu's server installer (its "Autoinstall configuration reference manual"), in a NoCloud seed. */
export function autoinstallFiles(answers: LinuxAnswers, { disk }: AnsweredMachine): AnswerFile[] {
  const { language, keyboard, timeZone, user, passwordHash, sshKeys, hostname, network } = answers;
  const autoinstall: YamlValue = {
    version: 1,
    locale: `${language}.UTF-8`,
    keyboard: { layout: keyboard },
    timezone: timeZone,
    network: networkOf(network),
    identity: { hostname, username: user, password: passwordHash },
    ssh: { "install-server": true, "authorized-keys": sshKeys, "allow-pw": sshKeys.length === 0 },
    storage: { layout: { name: answers.disk === "lvm" ? "lvm" : "direct", match: { path: `/dev/${disk}` } } },
    packages: guestPackages(answers),
    shutdown: "reboot",
  };
  return [
    { name: "user-data", content: `#cloud-config\n${writeYaml({ autoinstall })}` },
    // NoCloud is passed over without it, be it empty.
    { name: "meta-data", content: "" },
  ];
}

/** netplan's: whatever the NICs are called, all begin so. */
function networkOf(network: LinuxNetwork): YamlValue {
  const match = { name: "e*" };
  if (network.kind === "dhcp") return { version: 2, ethernets: { all: { match, dhcp4: true } } };
  const { address, gateway, nameServers } = network;
  const nic = {
    match,
    addresses: [address],
    routes: [{ to: "default", via: gateway }],
    nameservers: { addresses: nameServers },
  };
  return { version: 2, ethernets: { all: nic } };
}
