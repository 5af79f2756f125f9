import type { AnsweredMachine } from "../answered-machine.schema";
import type { AnswerFile } from "../answers.schema";
import { addressParts } from "./address-parts";
import { guestPackages } from "./guest-packages";
import type { LinuxAnswers, LinuxNetwork } from "./linux-answers.schema";

/** The answer file of Anaconda, which installs Fedora, RHEL, Rocky and Alma (its "Kickstart Documentation"). */
export function kickstartFile(answers: LinuxAnswers, { disk }: AnsweredMachine): AnswerFile {
  const { language, keyboard, timeZone, user, passwordHash, sshKeys } = answers;
  const content = [
    "# How it asks, and how it ends",
    "text",
    "eula --agreed",
    "firstboot --disable",
    "reboot --eject",
    "",
    "# Language, keyboard, clock",
    `lang ${language}.UTF-8`,
    `keyboard --xlayouts='${keyboard}'`,
    `timezone ${timeZone} --utc`,
    "",
    "# Network",
    networkLine(answers.network, answers.hostname),
    "",
    "# Account: root stays locked, and the user has sudo",
    "rootpw --lock",
    `user --name=${user} --groups=wheel --iscrypted --password=${passwordHash}`,
    ...sshKeys.map((key) => `sshkey --username=${user} ${quoted(key)}`),
    "",
    "# Disk: the whole of the first one",
    `ignoredisk --only-use=${disk}`,
    "zerombr",
    `clearpart --all --initlabel --drives=${disk}`,
    `bootloader --boot-drive=${disk}`,
    `autopart --type=${answers.disk}`,
    "",
    "%packages",
    "@core",
    ...guestPackages(answers),
    "%end",
    "",
  ].join("\n");
  return { name: "ks.cfg", content };
}

function networkLine(network: LinuxNetwork, hostname: string): string {
  const common = `--device=link --activate --hostname=${hostname}`;
  if (network.kind === "dhcp") return `network --bootproto=dhcp ${common}`;
  const { address, netmask } = addressParts(network.address);
  const { gateway, nameServers } = network;
  return `network --bootproto=static --ip=${address} --netmask=${netmask} --gateway=${gateway} --nameserver=${nameServers.join(",")} ${common}`;
}

/** A line is read as a shell reads its words (pykickstart's shlex). */
function quoted(word: string): string {
  return `"${word.replace(/["\\]/g, "\\$&")}"`;
}
