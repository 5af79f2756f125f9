import { expect, test } from "vitest";
import { withNameOf } from "./keep-name";

const named = (name: string, memory: number) =>
  `<domain type='kvm'>\n  <name>${name}</name>\n  <memory>${memory}</memory>\n</domain>\n`;

test("an earlier definition gets the name that the VM has, and stays as it is besides", () => {
  expect(withNameOf(named("mail &amp; web", 1), named("web", 2))).toBe(named("mail &amp; web", 2));
  expect(withNameOf(named("web", 1), named(" web ", 2))).toBe(named(" web ", 2));
});
