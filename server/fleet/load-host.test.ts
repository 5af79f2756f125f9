import { describe, expect, test } from "vitest";
import { ConnectionError, LibvirtError } from "../libvirt/errors";
import { domainState, errorNumber } from "../libvirt/protocol/constants.gen";
import { deviceAttachments } from "./device-attachments";
import { loadVm, loadVms } from "./load-host";
import { stateOf } from "./read-vm";

type Caller = Parameters<typeof loadVms>[0];

const refusal = (code: number, message: string) =>
  new LibvirtError(
    {
      code,
      domain: 0,
      message,
      level: 2,
      dom: null,
      str1: null,
      str2: null,
      str3: null,
      int1: 0,
      int2: 0,
      net: null,
    },
    "domain_get_xml_desc",
  );

/** A libvirt with a VM for each description, by name; an error is what it answers instead of one. */
function libvirtWith(descriptions: Record<string, string | Error>): Caller {
  const domains = Object.keys(descriptions).map((name, index) => ({
    name,
    uuid: new Uint8Array(16).fill(index),
    id: -1,
  }));
  const call = async (procedure: string, { dom }: { dom?: { name: string } } = {}) => {
    if (procedure === "connect_list_all_domains") return { domains };
    if (procedure === "domain_get_state") return { state: 5, reason: 0 };
    const description = descriptions[dom?.name ?? ""] ?? "";
    if (description instanceof Error) throw description;
    return { xml: description };
  };
  return { call } as unknown as Caller;
}

const whole = (name: string, title = "") =>
  `<domain type='kvm'><name>${name}</name><title>${title}</title><vcpu>2</vcpu></domain>`;
const load = (descriptions: Record<string, string | Error>) =>
  loadVms(libvirtWith(descriptions), "local", () => undefined);

test("a VM whose definition can't be read is a row that says so, and spoils no other", async () => {
  const cut = `<domain><name>cut</name><devices><hostdev type='pci'><source>
    <address domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>`;
  const vms = await load({ one: whole("one", "\uFFFD"), cut, two: whole("two") });
  expect(vms.map(({ summary }) => summary)).toMatchObject([
    { name: "one", title: "\uFFFD", vcpus: 2, unreadable: null },
    {
      name: "cut",
      state: "off",
      vcpus: 0,
      unreadable: { problem: expect.stringContaining("not well-formed") },
    },
    { name: "two", vcpus: 2, unreadable: null },
  ]);
  expect(vms[1]?.xml).toBe(cut);
  expect(deviceAttachments(vms, []).get("0000:01:00.0")).toEqual([{ vmName: "cut", running: false }]);
});

test("so is one whose definition libvirt does not give", async () => {
  const vms = await load({ odd: refusal(errorNumber.INTERNAL_ERROR, "no way"), two: whole("two") });
  expect(vms.map(({ summary }) => summary)).toMatchObject([
    { name: "odd", unreadable: { problem: "libvirt does not give it: no way" } },
    { name: "two", unreadable: null },
  ]);
});

test("one that went meanwhile is left out, and a lost connection is an error", async () => {
  const gone = refusal(errorNumber.NO_DOMAIN, "gone");
  expect(await load({ gone, two: whole("two") })).toHaveLength(1);
  await expect(load({ one: new ConnectionError("closed", "lost") })).rejects.toThrow("lost");
});

describe("a VM that is read anew", () => {
  const dom = { name: "one", uuid: new Uint8Array(16), id: -1 };
  /** A libvirt whose VM is in `state`, with all that is asked of it. */
  const asked = async (state: number, persistent: number) => {
    const calls: string[] = [];
    const call = async (procedure: string) => {
      calls.push(procedure);
      if (procedure === "domain_get_state") return { state, reason: 0 };
      return { xml: whole("one"), persistent, result: 0, autostart: 0 };
    };
    const record = await loadVm({ call } as unknown as Caller, "local", dom, undefined);
    return { asked: calls.includes("domain_is_persistent"), persistent: record?.facts.persistent };
  };

  test("is not asked whether it is saved where it is off: a transient one would be gone", async () => {
    expect(await asked(domainState.SHUTOFF, 0)).toEqual({ asked: false, persistent: true });
  });

  test.each(Object.values(domainState).filter((state) => stateOf(state) !== "off"))(
    "is asked in state %d",
    async (state) => {
      expect(await asked(state, 0)).toEqual({ asked: true, persistent: false });
      expect(await asked(state, 1)).toEqual({ asked: true, persistent: true });
    },
  );

  test("is gone where libvirt no longer has it", async () => {
    const call = () => Promise.reject(refusal(errorNumber.NO_DOMAIN, "gone"));
    expect(await loadVm({ call } as Caller, "local", dom, undefined)).toBeNull();
  });
});
