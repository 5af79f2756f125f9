import { expect, test } from "vitest";
import { changeIn, commonFolder, draftOf } from "./label-draft";

const shop = { tags: ["prod", "web"], folder: "Web" };
const mail = { tags: ["prod"], folder: null };
const known = ["db", "prod", "web"];

test("it tells tags that all have from those that some have", () => {
  expect([...draftOf([shop, mail], known).tags.values()]).toEqual(["none", "all", "some"]);
  expect([commonFolder([shop, mail]), commonFolder([shop, shop]), commonFolder([mail])]).toEqual([
    null,
    "Web",
    "",
  ]);
});

test("what nobody touched is not changed", () => {
  expect(changeIn(draftOf([shop, mail], known), [shop, mail])).toBeNull();
  expect(changeIn({ ...draftOf([shop], known), folder: " Web " }, [shop])).toBeNull();
});

test("what some have is given to all or taken from all, and a new tag is added", () => {
  const { tags } = draftOf([shop, mail], known);
  const changed = new Map(tags).set("web", "all").set("prod", "none").set("new", "all");
  expect(changeIn({ tags: changed, folder: null }, [shop, mail])).toEqual({
    add: ["web", "new"],
    remove: ["prod"],
  });
});

test("a folder is written, or emptied", () => {
  const { tags } = draftOf([shop, mail], known);
  expect(changeIn({ tags, folder: "Mail" }, [shop, mail])).toEqual({ add: [], remove: [], folder: "Mail" });
  expect(changeIn({ tags, folder: "" }, [shop, mail])).toEqual({ add: [], remove: [], folder: null });
});
