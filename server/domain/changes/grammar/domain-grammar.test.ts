import { describe, expect, test } from "vitest";
import { schemasOf } from "../../../host/libvirt/schemas.test-data";
import { grammarOfDomains } from "./domain-grammar";
import type { Grammar } from "./grammar.schema";

/** A schema in two files, one of which replaces a part of the other, with an element inside of itself. */
const smallSchema = schemasOf({
  "common.rng": `<define name="domain"><element name="domain">
       <attribute name="type"><choice><value>kvm</value><ref name="more"/></choice></attribute>
       <interleave><ref name="store"/><optional><element name="state"><value>on</value></element></optional></interleave>
     </element></define>
     <define name="more"><value>old</value></define>
     <define name="store"><element name="store"><optional><ref name="store"/></optional>
       <element ns="http://libvirt.org/schemas/domain/qemu/1.0" name="arg"><attribute name="value"/></element>
     </element></define>`,
  "domain.rng": `<start><ref name="domain"/></start><include href="common.rng"><define name="more"><value>qemu</value></define></include>`,
});

function childNames({ nodes }: Grammar, place: number | undefined): string[] {
  return (nodes[place ?? -1]?.children ?? []).map((child) => nodes[child]?.name ?? "");
}

describe("a grammar", () => {
  test("has elements, attributes and values, across files, replaced parts and loops", async () => {
    const grammar = await grammarOfDomains(smallSchema);
    const [root] = grammar?.roots ?? [];
    if (grammar === null || root === undefined) throw new Error("nothing was read");
    expect(grammar.nodes[root]).toMatchObject({ name: "domain", attributes: { type: ["kvm", "qemu"] } });
    expect(childNames(grammar, root)).toEqual(["store", "state"]);
    const store = grammar.nodes[root]?.children[0];
    expect(childNames(grammar, store)).toEqual(["store", "qemu:arg"]);
    expect(grammar.nodes.find(({ name }) => name === "state")?.values).toEqual(["on"]);
  });

  test("is missing where no schema is installed", async () => {
    expect(await grammarOfDomains(schemasOf(null))).toBeNull();
  });
});
