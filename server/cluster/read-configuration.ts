import type { Element } from "@xmldom/xmldom";
import { attributeOf, childOf, childrenOf } from "../xml/xml";
import { allBelow, rootOf } from "./element-attributes";

/** A resource as the cluster's configuration has it. */
export interface ConfiguredResource {
  id: string;
  /** "ocf:heartbeat:VirtualDomain" */
  agent: string;
  /** What its agent is told. */
  parameters: ReadonlyMap<string, string>;
  /** What pacemaker is told about it. */
  meta: ReadonlyMap<string, string>;
}

/** The part of a cluster's configuration (its CIB) that pages are about. */
export interface ClusterConfiguration {
  properties: ReadonlyMap<string, string>;
  resources: ConfiguredResource[];
  /** Resources with a constraint by which a move by hand keeps them to a node, or off it. */
  pinned: string[];
}

/** Reads `cibadmin --query --scope configuration`, or a whole CIB. @throws AppError "bad-input" where it is no XML. */
export function readConfiguration(text: string): ClusterConfiguration {
  const root = rootOf(text);
  const configuration = root.nodeName === "configuration" ? root : childOf(root, "configuration");
  const resources = childOf(configuration, "resources");
  const templates = new Map(
    childrenOf(resources, "template").map((template) => [attributeOf(template, "id"), template]),
  );
  const primitives = resources === null ? [] : allBelow(resources, "primitive");
  return {
    properties: pairsOf(childrenOf(childOf(configuration, "crm_config"), "cluster_property_set")),
    resources: primitives.map((primitive) =>
      resourceOf(primitive, templates.get(attributeOf(primitive, "template")) ?? null),
    ),
    pinned: childrenOf(childOf(configuration, "constraints"), "rsc_location").flatMap((constraint) =>
      attributeOf(constraint, "id")?.startsWith("cli-") ? [attributeOf(constraint, "rsc") ?? ""] : [],
    ),
  };
}

/** @param template What it is made after, where it does not say itself. */
function resourceOf(primitive: Element, template: Element | null): ConfiguredResource {
  const word = (name: string) => attributeOf(primitive, name) ?? attributeOf(template, name);
  const sets = (name: string) => pairsOf([...childrenOf(template, name), ...childrenOf(primitive, name)]);
  return {
    id: attributeOf(primitive, "id") ?? "",
    agent: [word("class"), word("provider"), word("type")].filter((part) => part !== null).join(":"),
    parameters: sets("instance_attributes"),
    meta: sets("meta_attributes"),
  };
}

/** Later ones count. */
function pairsOf(sets: readonly Element[]): ReadonlyMap<string, string> {
  return new Map(
    sets
      .flatMap((set) => childrenOf(set, "nvpair"))
      .map((pair) => [attributeOf(pair, "name") ?? "", attributeOf(pair, "value") ?? ""]),
  );
}
