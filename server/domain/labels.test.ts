import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { passdeckNamespace } from "../xml/build-element";
import { parseXml } from "../xml/xml";
import { isInFolder } from "./in-folder.schema";
import { changedLabels, type Labels, readLabels, writeLabels } from "./labels";
import { folderSchema, labelChangeSchema, mostTags, tagSchema } from "./labels.schema";
import type { DomainHandle } from "./lifecycle";

const handle = {} as DomainHandle;
const domain = (metadata: string) => parseXml(`<domain><name>a</name>${metadata}</domain>`);

/** As libvirt does: what it is given stands in the metadata under the namespace that it is told. */
async function written(labels: Labels): Promise<string> {
  const call = vi.fn().mockResolvedValue(undefined);
  await writeLabels({ call }, handle, { persistent: true, active: true }, labels);
  const [, { metadata, key, uri }] = call.mock.calls[0] ?? [];
  if (metadata === null) return "";
  const prefixed = String(metadata).replace(/^<vm/, `<${key}:vm xmlns:${key}="${uri}"`);
  return `<metadata>${prefixed}</metadata>`;
}

test("what is written is read again, whatever the names are", () => {
  const tag = fc
    .stringMatching(/^[\p{L}\p{N}_][\p{L}\p{N}_.:+-]{0,30}$/u)
    .filter((text) => tagSchema.safeParse(text).data === text);
  const folder = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
    .filter((text) => folderSchema.safeParse(text).data === text);
  return fc.assert(
    fc.asyncProperty(fc.uniqueArray(tag, { maxLength: mostTags }), fc.option(folder), async (tags, into) => {
      const labels = { tags: tags.toSorted(), folder: into };
      expect(readLabels(domain(await written(labels)))).toEqual(labels);
    }),
  );
});

test.each([
  [{ persistent: true, active: true }, 3],
  [{ persistent: true, active: false }, 2],
  [{ persistent: false, active: true }, 1],
])("of %o both or one of the definitions is written", async (where, flags) => {
  const call = vi.fn().mockResolvedValue(undefined);
  await writeLabels({ call }, handle, where, { tags: [], folder: null });
  expect(call).toHaveBeenCalledWith(
    "domain_set_metadata",
    expect.objectContaining({ flags, metadata: null, type: 2 }),
  );
});

test("what others wrote there and is no tag or folder is left out", () => {
  const labels = (attributes: string) =>
    readLabels(domain(`<metadata><l:vm xmlns:l="urn:passdeck:labels:1" ${attributes}/></metadata>`));
  expect(labels('tags="Prod  prod a,b web" folder=" Web / Shop/"')).toEqual({
    tags: ["prod", "web"],
    folder: "Web/Shop",
  });
  expect(labels('folder="a//&#9;b"').folder).toBe("a/b");
  expect(
    labels(`tags="${Array.from({ length: 99 }, (_, index) => `t${index}`).join(" ")}"`).tags,
  ).toHaveLength(mostTags);
  expect(
    readLabels(domain(`<metadata><p:vm xmlns:p="${passdeckNamespace}" tags="x"/></metadata>`)).tags,
  ).toEqual([]);
});

test("a change adds and removes, and leaves the rest", () => {
  const before = { tags: ["old", "web"], folder: "A" };
  const change = (given: object) => changedLabels(before, labelChangeSchema.parse(given));
  expect(change({ add: ["Prod", "web"], remove: ["old", "nowhere"] })).toEqual({
    tags: ["prod", "web"],
    folder: "A",
  });
  expect(change({ folder: null })).toEqual({ tags: ["old", "web"], folder: null });
  expect(change({ folder: "B / C" }).folder).toBe("B/C");
});

test.each(["two words", "a,b", "-x", "", "a/b", "x".repeat(41)])("%j is no tag", (tag) => {
  expect(tagSchema.safeParse(tag).success).toBe(false);
});

test.each(["", " / ", "x".repeat(65), "a/b/c/d/e/f/g/h/i", "a\u0007b"])("%j is no folder", (folder) => {
  expect(folderSchema.safeParse(folder).success).toBe(false);
});

test("a folder has what is in the folders below it, and not what is beside it", () => {
  expect(isInFolder({ folder: "Web" }, "Web")).toBe(true);
  expect(isInFolder({ folder: "Web/Shop" }, "Web")).toBe(true);
  expect(isInFolder({ folder: "Webshop" }, "Web")).toBe(false);
  expect(isInFolder({ folder: null }, "Web")).toBe(false);
});
