import {
  readNetMessageNonnullDomain,
  readNetMessageNonnullNetwork,
  writeNetworkGetXmlDescArguments,
} from "../../../libvirt/protocol/codecs.gen";
import { errorNumber } from "../../../libvirt/protocol/constants.gen";
import type { StartedHost } from "../kernel-files";
import { memoryOf } from "../made-up-memory";
import type { MadeUpVms } from "../made-up-vms";
import type { FrontActs, FrontCall, Payload } from "./front-line";
import { madeUpCapabilities, madeUpDomainCapabilities } from "./made-up-capabilities";
import { loadAnswers } from "./made-up-load";
import { recordedBoot } from "./recorded-boot";
import { playRecording } from "./recorded-console";

const longestText = 4_194_304;
/** As its files tell them: 9.2.4 and 10.10.0. */
const versions = { qemu: 9_002_004n, libvirt: 10_010_000n };

/** What the made-up host's libvirt says of itself and its VMs where the test driver tells of this machine, or can't. */
export function madeUpAnswers(host: StartedHost, vms: () => MadeUpVms): FrontActs {
  const start = (call: FrontCall) =>
    void vms()
      .beforeStart(readNetMessageNonnullDomain(call.reader))
      .then((problem) =>
        problem === null ? call.pass() : call.refuse(errorNumber.CONFIG_UNSUPPORTED, problem),
      )
      .catch((error: unknown) => call.refuse(errorNumber.INTERNAL_ERROR, String(error)));
  return {
    ...loadAnswers(host.files),
    connect_get_hostname: saying(() => hostnameOf(host)),
    connect_get_type: saying(() => "QEMU"),
    connect_get_version: ({ reply }) => reply((writer) => writer.unsignedHyper(versions.qemu)),
    connect_get_lib_version: ({ reply }) => reply((writer) => writer.unsignedHyper(versions.libvirt)),
    connect_get_capabilities: saying(() => madeUpCapabilities),
    connect_get_domain_capabilities: saying(() => madeUpDomainCapabilities),
    node_get_info: ({ reply }) => reply(nodeInfo(host)),
    // The test driver knows one definition of a network, and refuses the flag that asks for the saved one.
    network_get_xml_desc: ({ reader, passWith }) => {
      const net = readNetMessageNonnullNetwork(reader);
      passWith((writer) => writeNetworkGetXmlDescArguments(writer, { net, flags: 0 }));
    },
    domain_create: start,
    domain_create_with_flags: start,
    domain_open_console: (call) =>
      void vms()
        .runOf(readNetMessageNonnullDomain(call.reader))
        .then(({ guest, startedAt }) => {
          const lines = recordedBoot({
            ...guest,
            firmware: guest.isUefi ? "OVMF" : "SeaBIOS",
            cards: guest.cards.flatMap(({ address }) => cardsAt(host, address)),
          });
          call.stream((send) => playRecording({ lines, startedAt }, send));
        })
        .catch((error: unknown) => call.refuse(errorNumber.INTERNAL_ERROR, String(error))),
  };
}

function saying(text: () => string): (call: FrontCall) => void {
  return ({ reply }) => reply((writer) => writer.string(text(), longestText));
}

function hostnameOf({ files }: StartedHost): string {
  return (files.text("proc/sys/kernel/hostname") ?? "").trim();
}

function cardsAt({ devices }: StartedHost, address: string) {
  return devices
    .filter((device) => device.address === address)
    .map(({ vendorId, deviceId, driver, class: code }) => ({
      id: `${vendorId}:${deviceId}`,
      class: code,
      driver,
    }));
}

/** `struct remote_node_get_info_ret`: a Core i7 of four cores with two threads each. */
function nodeInfo({ files }: StartedHost): Payload {
  const kibibytes = BigInt(memoryOf(files).totalKibibytes);
  const model = Buffer.alloc(32);
  model.write("x86_64");
  const [cpus, megahertz, nodes, sockets, cores, threads] = [8, 4000, 1, 1, 4, 2];
  return (writer) => {
    for (const letter of model) writer.int(letter);
    writer.unsignedHyper(kibibytes);
    for (const number of [cpus, megahertz, nodes, sockets, cores, threads]) writer.int(number ?? 0);
  };
}
