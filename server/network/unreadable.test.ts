import { expect, test } from "vitest";
import { loadFilters } from "./filters";
import { loadNetworks } from "./load-networks";

type Caller = Parameters<typeof loadNetworks>[0];

interface Named {
  name: string;
}

/** A libvirt whose networks and filters have these descriptions, by name. */
function libvirtWith(descriptions: Record<string, string>): Caller {
  const all = Object.keys(descriptions).map((name, index) => ({
    name,
    uuid: new Uint8Array(16).fill(index),
  }));
  const call = async (procedure: string, asked: { flags: number; net?: Named; nwfilter?: Named }) => {
    if (procedure.startsWith("connect_list_all")) return { nets: asked.flags ? [] : all, filters: all };
    return { xml: descriptions[(asked.net ?? asked.nwfilter)?.name ?? ""] };
  };
  return { call } as unknown as Caller;
}

test("a network that can't be read is a row that says so, and spoils no other", async () => {
  const networks = await loadNetworks(
    libvirtWith({
      a: "<network><name>a</name><domain name='\uFFFD'/></network>",
      b: "<network><name>b",
      c: "",
    }),
  );
  expect(networks).toMatchObject([
    { name: "a", domain: "\uFFFD", unreadable: null },
    {
      name: "b",
      ips: [],
      unreadable: { problem: expect.stringContaining("not well-formed"), xml: "<network><name>b" },
    },
    { name: "c", unreadable: { xml: "" } },
  ]);
});

test("so is a filter", async () => {
  const filters = await loadFilters(
    libvirtWith({ a: "<filter><filterref filter='x'/></filter>", b: "<filter" }),
  );
  expect(filters).toMatchObject([
    { name: "a", includes: ["x"], unreadable: null },
    { name: "b", includes: [], xml: "<filter", unreadable: { problem: expect.any(String) } },
  ]);
});
