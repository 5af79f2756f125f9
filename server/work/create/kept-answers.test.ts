import { expect, test } from "vitest";
import { KeptAnswers } from "./kept-answers";

const files = (content: string) => [{ name: "autounattend.xml", content }];

test("the same files have one id, which tells nothing of them to another server", () => {
  const [kept, other] = [new KeptAnswers(), new KeptAnswers()];
  expect(kept.idOf(files("a"))).toBe(kept.idOf(files("a")));
  expect(kept.idOf(files("a"))).not.toBe(kept.idOf(files("b")));
  expect(kept.idOf(files("a"))).not.toBe(other.idOf(files("a")));
});

test("files are there until they are dropped", () => {
  const kept = new KeptAnswers();
  const id = kept.idOf(files("a"));
  expect(kept.find(id)).toBeNull();
  kept.keep(files("a"));
  expect(kept.find(id)).toEqual(files("a"));
  kept.drop(id);
  expect(kept.find(id)).toBeNull();
});

test("many are not kept at once: the oldest go", () => {
  const kept = new KeptAnswers();
  for (let number = 0; number <= 100; number += 1) kept.keep(files(String(number)));
  expect(kept.find(kept.idOf(files("0")))).toBeNull();
  expect(kept.find(kept.idOf(files("100")))).not.toBeNull();
});
