import * as z from "zod";
import type { HostTree } from "../../host/host-tree";
import { readYaml } from "../../yaml/read-yaml";
import type { HostLink, NetplanFile } from "./host-network.schema";

const folder = "etc/netplan";

/** A definition may name its device by something else than its own name (https://netplan.readthedocs.io/en/stable/netplan-yaml/). */
const definitionSchema = z.looseObject({
  match: z.looseObject({ macaddress: z.string().nullish(), name: z.unknown().optional() }).nullish(),
  "set-name": z.string().nullish(),
  parameters: z.unknown().optional(),
});
const sectionSchema = z.record(z.string(), definitionSchema.nullable()).nullish();
const fileSchema = z
  .looseObject({
    network: z
      .looseObject({
        ethernets: sectionSchema,
        bonds: sectionSchema,
        vlans: sectionSchema,
        bridges: sectionSchema,
      })
      .nullish(),
  })
  .nullable();

type Definition = z.output<typeof definitionSchema> | null;
type Device = Pick<HostLink, "name" | "kind" | "mac">;

/** Where netplan defines a device of a kind. */
const sections = { ethernet: "ethernets", bond: "bonds", vlan: "vlans" } as const;

/** netplan's section for a device; null of what is no port of a bridge. */
export function netplanSection(kind: HostLink["kind"]): (typeof sections)[keyof typeof sections] | null {
  return kind === "bridge" || kind === "wireless" ? null : sections[kind];
}

/** The files of netplan's that say something of the host's devices, or that nobody can tell of what they say. */
export async function readNetplan(tree: HostTree, devices: readonly Device[]): Promise<NetplanFile[]> {
  const names = (await tree.list(folder)).filter((name) => name.endsWith(".yaml"));
  const paths = names.map((name) => `${folder}/${name}`);
  const files = await tree.readMany({ texts: paths, skipForbidden: true });
  return paths.map((path) => ({ path: `/${path}`, ...readFile(files.text(path), devices) }));
}

function readFile(text: string | null, devices: readonly Device[]): Omit<NetplanFile, "path"> {
  const unread = (problem: string) => ({ problem, definitions: [], parameters: false });
  if (text === null) return unread("Passdeck may not read it");
  const reading = readYaml(text);
  if ("problem" in reading) return unread(reading.problem);
  const { data } = fileSchema.safeParse(reading.value);
  if (data === undefined) return unread("it is no configuration of netplan's");
  const network = data?.network ?? {};
  const virtual = [network.bonds, network.bridges].flatMap((section) => Object.values(section ?? {}));
  return {
    problem: null,
    definitions: devices.flatMap((device) => {
      const section = netplanSection(device.kind);
      if (section === null) return [];
      return Object.entries(network[section] ?? {}).flatMap(([id, definition]) => {
        const about = aboutness(device, id, definition);
        if (about === null) return [];
        const byPattern = about === "pattern";
        return [{ device: device.name, section, id, byPattern, keys: Object.keys(definition ?? {}) }];
      });
    }),
    parameters: virtual.some((definition) => definition?.parameters !== undefined),
  };
}

/** Whether a definition is a device's. Where a pattern of names or drivers says which one it is, it may be. */
function aboutness({ name, mac }: Device, id: string, definition: Definition): "exact" | "pattern" | null {
  const match = definition?.match ?? null;
  if (match === null) return id === name ? "exact" : null;
  if (definition?.["set-name"] === name) return "exact";
  if (typeof match.macaddress === "string") return match.macaddress.toLowerCase() === mac ? "exact" : null;
  if (typeof match.name === "string" && !/[*?[]/.test(match.name))
    return match.name === name ? "exact" : null;
  return "pattern";
}
