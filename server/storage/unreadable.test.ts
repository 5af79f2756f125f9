import { expect, test } from "vitest";
import { errorNumber } from "../libvirt/protocol/constants.gen";
import { refusal } from "../libvirt/testing/refusal";
import { readPoolXml } from "./read-pools";
import { readVolumes } from "./read-volumes";
import { volumeUsers } from "./volume-users";

type Caller = Parameters<typeof readVolumes>[0];

/** A libvirt with a pool whose volumes have these descriptions, by name. */
function poolOf(descriptions: Record<string, string | Error>, active = 1): Caller {
  const vols = Object.keys(descriptions).map((name) => ({ pool: "images", name, key: `/images/${name}` }));
  const call = async (procedure: string, { vol }: { vol?: { name: string } } = {}) => {
    if (procedure === "storage_pool_lookup_by_name")
      return { pool: { name: "images", uuid: new Uint8Array(16) } };
    if (procedure === "storage_pool_is_active") return { active };
    if (procedure === "storage_pool_list_all_volumes") return { vols };
    const description = descriptions[vol?.name ?? ""] ?? "";
    if (description instanceof Error) throw description;
    return { xml: description };
  };
  return { call } as unknown as Caller;
}

const disk = (name: string) => `<volume><name>${name}</name><capacity unit='bytes'>5</capacity></volume>`;

test("a volume that can't be read is a row that says so, and spoils no other", async () => {
  const content = {
    "a\uFFFD": disk("a\uFFFD"),
    b: "<volume><name>b",
    c: refusal(errorNumber.INTERNAL_ERROR),
    d: disk("d"),
  };
  expect(await readVolumes(poolOf(content), "images")).toMatchObject([
    { name: "a\uFFFD", capacityBytes: 5, unreadable: null },
    { name: "b", key: "/images/b", unreadable: { problem: expect.any(String), xml: "<volume><name>b" } },
    { name: "c", unreadable: { problem: "no", xml: "" } },
    { name: "d", capacityBytes: 5, unreadable: null },
  ]);
});

test("one that went is left out; of a pool that was stopped meanwhile there are none", async () => {
  const gone = refusal(errorNumber.NO_STORAGE_VOL);
  expect(await readVolumes(poolOf({ gone, d: disk("d") }), "images")).toMatchObject([{ name: "d" }]);
  expect(await readVolumes(poolOf({ d: refusal(errorNumber.OPERATION_INVALID) }, 0), "images")).toBeNull();
});

test("one whose name is no UTF-8, and so not known to libvirt by what was read of it, is a row that says so", async () => {
  const content = { "b\uFFFD": refusal(errorNumber.NO_STORAGE_VOL), d: disk("d") };
  expect(await readVolumes(poolOf(content), "images")).toMatchObject([
    { name: "b\uFFFD", unreadable: { problem: expect.stringContaining("no UTF-8") } },
    { name: "d", unreadable: null },
  ]);
});

test("a pool that can't be read says so", () => {
  expect(readPoolXml("<pool type='dir'><name>x")).toMatchObject({
    type: "",
    unreadable: { problem: expect.any(String), xml: "<pool type='dir'><name>x" },
  });
});

test("a VM that can't be read uses the volumes that its text names", () => {
  const volume = (name: string) => ({
    pool: "images",
    name,
    key: name,
    path: `/images/${name}.img`,
    format: "raw",
    capacityBytes: 1,
    allocationBytes: 1,
    backingPath: null,
    unreadable: null,
  });
  const xml = "<domain><disk><source file='/images/a.img'/></disk><source pool='images' volume='b'/>";
  const vm = { vmId: "1", vmName: "cut", running: false };
  const [a, b, c] = [volume("a"), volume("b"), volume("c")];
  const usersOf = volumeUsers([a, b, c], [{ ...vm, xml }]);
  expect([usersOf(a), usersOf(b), usersOf(c)]).toEqual([[vm], [vm], []]);
});
