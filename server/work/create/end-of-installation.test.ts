import { describe, expect, test } from "vitest";
import { markInstalling, withKernel } from "../../domain/installing";
import { domainShutoffReason, domainState } from "../../libvirt/protocol/constants.gen";
import { endOfInstallation } from "./end-of-installation";

type Caller = Parameters<typeof endOfInstallation>[0];

const installing = { by: "ada", pool: "default", kernel: "web-kernel", initrd: "web-initrd" };
const saved = markInstalling(
  "<domain type='kvm'><name>web</name><os><type>hvm</type></os></domain>",
  installing,
);
const numbered = (xml: string) => xml.replace("<domain ", "<domain id='3' ");
const installer = withKernel(numbered(saved), { kernel: "/k", initrd: "/i", commandLine: "" });
const running = { state: domainState.RUNNING, reason: 1 };
const off = (reason: number) => ({ state: domainState.SHUTOFF, reason });

const summary = { id: "01010101-0101-0101-0101-010101010101", name: "web" };
const vm = { handle: { name: "web", uuid: Buffer.alloc(16, 1), id: 3 }, summary };

function libvirtWith(xml: string, state: { state: number; reason: number }): Caller {
  const call = async (procedure: string) => (procedure === "domain_get_xml_desc" ? { xml } : state);
  return { call } as unknown as Caller;
}

describe("at the end of an installation", () => {
  test.each([
    ["the installer runs", installer, running, null],
    ["the guest went off by itself", saved, off(domainShutoffReason.SHUTDOWN), true],
    ["it was forced off", saved, off(domainShutoffReason.DESTROYED), false],
    ["it has not begun", saved, off(domainShutoffReason.UNKNOWN), null],
    ["somebody started it from its disk", numbered(saved), running, false],
    ["it is started from its disk by now", saved, running, null],
    [
      "nothing is noted",
      "<domain type='kvm'><name>web</name></domain>",
      off(domainShutoffReason.SHUTDOWN),
      null,
    ],
  ])("%s: libvirt is asked", async (_, xml, state, start) => {
    const input = await endOfInstallation(libvirtWith(xml, state), vm);
    expect(input).toEqual(start === null ? null : { vmId: summary.id, name: "web", ...installing, start });
  });
});
