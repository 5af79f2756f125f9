import * as z from "zod";
import type { HostTree } from "../../host/host-tree";
import { readYaml } from "../../yaml/read-yaml";
import type { HostLink, NetplanFile } from "./host-network.schema";

const folder = "etc/netplan";

/** A definition may name its card by something else than its own name (https://netplan.readthedocs.io/en/stable/netplan-yaml/). */
const definitionSchema = z.looseObject({
  match: z.looseObject({ macaddress: z.string().nullish() }).nullish(),
  "set-name": z.string().nullish(),
});
const fileSchema = z
  .looseObject({
    network: z
      .looseObject({ ethernets: z.record(z.string(), definitionSchema.nullable()).nullish() })
      .nullish(),
  })
  .nullable();

type Definition = z.output<typeof definitionSchema>;
type Card = Pick<HostLink, "name" | "mac">;

/** The files of netplan's that say something of the host's cards, or that nobody can tell of what they say. */
export async function readNetplan(tree: HostTree, cards: readonly Card[]): Promise<NetplanFile[]> {
  const names = (await tree.list(folder)).filter((name) => name.endsWith(".yaml"));
  const paths = names.map((name) => `${folder}/${name}`);
  const files = await tree.readMany({ texts: paths, skipForbidden: true });
  return paths.map((path) => ({ path: `/${path}`, ...readFile(files.text(path), cards) }));
}

function readFile(text: string | null, cards: readonly Card[]): Omit<NetplanFile, "path"> {
  if (text === null) return { problem: "Passdeck may not read it", devices: [] };
  const reading = readYaml(text);
  if ("problem" in reading) return { problem: reading.problem, devices: [] };
  const { data } = fileSchema.safeParse(reading.value);
  if (data === undefined) return { problem: "it is no configuration of netplan's", devices: [] };
  const definitions = Object.entries(data?.network?.ethernets ?? {});
  const configures = (card: Card) => definitions.some(([id, definition]) => isAbout(card, id, definition));
  return { problem: null, devices: cards.filter(configures).map(({ name }) => name) };
}

/** Where a pattern of names or drivers says which card it is, it may be any of them. */
function isAbout({ name, mac }: Card, id: string, definition: Definition | null): boolean {
  const match = definition?.match ?? null;
  if (match === null) return id === name;
  if (definition?.["set-name"] === name) return true;
  return typeof match.macaddress === "string" ? match.macaddress.toLowerCase() === mac : true;
}
