import { expect, test } from "vitest";
import { KeptAnswers } from "./kept-answers";

const cd = (content: string, volume = "vm-answers.iso") => ({
  pool: "default",
  volume,
  files: [{ name: "autounattend.xml", content }],
});

test("the same files in the same place have one id, which tells nothing of them to another server", () => {
  const [kept, other] = [new KeptAnswers(), new KeptAnswers()];
  expect(kept.idOf(cd("a"))).toBe(kept.idOf(cd("a")));
  expect(kept.idOf(cd("a"))).not.toBe(kept.idOf(cd("b")));
  expect(kept.idOf(cd("a"))).not.toBe(kept.idOf(cd("a", "other-answers.iso")));
  expect(kept.idOf(cd("a"))).not.toBe(other.idOf(cd("a")));
});

test("files are there until they are dropped", () => {
  const kept = new KeptAnswers();
  const id = kept.idOf(cd("a"));
  expect(kept.find(id)).toBeNull();
  kept.keep(cd("a"));
  expect(kept.find(id)).toEqual(cd("a").files);
  kept.drop(id);
  expect(kept.find(id)).toBeNull();
});

test("many are not kept at once: the oldest go", () => {
  const kept = new KeptAnswers();
  for (let number = 0; number <= 100; number += 1) kept.keep(cd(String(number)));
  expect(kept.find(kept.idOf(cd("0")))).toBeNull();
  expect(kept.find(kept.idOf(cd("100")))).not.toBeNull();
});
