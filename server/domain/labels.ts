import type { Document } from "@xmldom/xmldom";
import type { Connection } from "../libvirt/connection";
import { domainImpact, domainMetadataType } from "../libvirt/protocol/constants.gen";
import { namespacedChildren } from "../xml/build-element";
import { buildXml } from "../xml/build-xml";
import { attributeOf, childOf } from "../xml/xml";
import { domainOf } from "./edit/domain-root";
import { folderSchema, type LabelChange, mostTags, tagSchema } from "./labels.schema";
import type { DomainHandle } from "./lifecycle";

/** What a VM is found and sorted by. */
export interface Labels {
  /** In their order, each once. */
  tags: string[];
  /** null: in none. */
  folder: string | null;
}

const namespace = "urn:passdeck:labels:1";
const prefix = "labels";

/**
 * The tags and the folder in a definition's metadata. They have a namespace of their own, beside that of our notes, as libvirt
 * sets all of a namespace at once. What is no tag or folder there, as others may have written it, is left out.
 */
export function readLabels(document: Document): Labels {
  const [found] = namespacedChildren(childOf(domainOf(document), "metadata"), namespace, "vm");
  if (found === undefined) return { tags: [], folder: null };
  const words = attributeOf(found, "tags")?.split(/\s+/) ?? [];
  return {
    tags: inOrder(words.flatMap((word) => tagSchema.safeParse(word).data ?? [])).slice(0, mostTags),
    folder: folderSchema.safeParse(attributeOf(found, "folder")).data ?? null,
  };
}

function inOrder(tags: readonly string[]): string[] {
  return [...new Set(tags)].sort();
}

/** The labels after a change. A tag that is both added and removed is there. */
export function changedLabels({ tags, folder }: Labels, change: LabelChange): Labels {
  const kept = tags.filter((tag) => !change.remove.includes(tag));
  return {
    tags: inOrder([...kept, ...change.add]),
    folder: change.folder === undefined ? folder : change.folder,
  };
}

/**
 * Has libvirt write them where the VM has a definition: the one that is saved, that of the running machine, or both. An edit
 * of the saved one would show at the next start only.
 */
export async function writeLabels(
  connection: Pick<Connection, "call">,
  dom: DomainHandle,
  { persistent, active }: { persistent: boolean; active: boolean },
  labels: Labels,
): Promise<void> {
  await connection.call("domain_set_metadata", {
    dom,
    type: domainMetadataType.ELEMENT,
    metadata: labelsXml(labels),
    key: prefix,
    uri: namespace,
    flags: (persistent ? domainImpact.CONFIG : 0) | (active ? domainImpact.LIVE : 0),
  });
}

/** null: none are there. */
function labelsXml({ tags, folder }: Labels): string | null {
  if (tags.length === 0 && folder === null) return null;
  return buildXml({
    name: "vm",
    attributes: {
      ...(tags.length === 0 ? {} : { tags: tags.join(" ") }),
      ...(folder === null ? {} : { folder }),
    },
  });
}
