import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { killTests, kindsKilledIn } from "./kill-tests";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

test.each(Object.entries(killTests).filter(([, where]) => typeof where === "string"))(
  "jobs of the kind %s are killed in %s",
  (kind, where) => {
    const inLab = String(where).endsWith(".fast-lab.test.ts");
    const file = here(inLab ? `../../../../e2e/fast-lab/${where}` : `../${where}`);
    expect(existsSync(file)).toBe(true);
    expect(kindsKilledIn(String(where))).toContain(kind);
    // A world that is stopped looks itself whether its kinds were killed; the fast lab has no such world.
    expect(readFileSync(file, "utf8")).toMatch(inLab ? `"${kind}"` : /KillWorld\.start(?:OnTwo)?\(/);
  },
);
