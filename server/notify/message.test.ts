import { expect, test } from "vitest";
import { messageOf } from "./message";
import { crash } from "./notify-world.test-data";
import { poolPage, vmPage } from "./pages";

const linkTo = (page: string) => `https://passdeck.lan${page}`;
const web = crash({ title: "The VM web crashed", page: vmPage("local", "1") });
const pool = crash({
  subject: "pool-nearly-full",
  title: "The pool is nearly full",
  page: poolPage("local", "a b"),
});

test("a message of one occurrence leads to its page", () => {
  const { url, text, occurrences } = messageOf("1", [web], { linkTo });
  expect([url, text]).toEqual(["https://passdeck.lan/vms/local/1", "QEMU ended."]);
  expect(occurrences).toMatchObject([{ url }]);
});

test("a message of several of one page leads there, and of several pages has the way to each in its text", () => {
  const same = messageOf("1", [web, web], { linkTo });
  expect(same.url).toBe("https://passdeck.lan/vms/local/1");
  expect(same.text).not.toContain("https:");
  const { url, text } = messageOf("1", [web, pool], { linkTo, lost: 2 });
  expect(url).toBeNull();
  expect(text.split("\n")).toEqual([
    "- The VM web crashed: QEMU ended.",
    "  https://passdeck.lan/vms/local/1",
    "- The pool is nearly full: QEMU ended.",
    "  https://passdeck.lan/storage/local/a%20b",
    "and 2 more",
  ]);
});

test("what has no page, or is in a Passdeck whose address nobody knows, has no link", () => {
  expect(messageOf("1", [crash({ page: null })], { linkTo }).url).toBeNull();
  const { url, text } = messageOf("1", [web, pool], { linkTo: () => null });
  expect([url, text.includes("http")]).toEqual([null, false]);
});
