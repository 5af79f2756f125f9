import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { explainTrouble } from "./explain-trouble";
import { unknownHost } from "./trouble";

const file = fileURLToPath(new URL("../../../../shared/cases/hosts/texts.json", import.meta.url));
const given = existsSync(file);

interface Case {
  id: string;
  text: string;
  says_any: string[];
  says_not?: string[];
  devices?: string[];
}

describe.runIf(given)("texts that strangers met", () => {
  const cases: Case[] = given ? JSON.parse(readFileSync(file, "utf8")) : [];

  test.each(cases)("$id is known", ({ text, says_any, says_not = [], devices }) => {
    const trouble = explainTrouble(text, unknownHost);
    const words = `${trouble?.message} ${trouble?.fix}`;
    expect(says_any.some((word) => words.includes(word))).toBe(true);
    for (const word of says_not) expect(words).not.toContain(word);
    if (devices) expect(trouble?.devices).toEqual(devices);
  });
});
