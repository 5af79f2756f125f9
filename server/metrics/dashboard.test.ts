import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { families } from "./families";

const file = fileURLToPath(new URL("../../docs/monitoring/grafana-dashboard.json", import.meta.url));

test("the dashboard asks for metrics and labels that there are", () => {
  const text = readFileSync(file, "utf8");
  const asked = [...text.matchAll(/\b((?:libvirt|passdeck)_\w+)\{([^}]*)\}/g)];
  expect(asked.length).toBeGreaterThan(10);
  for (const [, name = "", selector = ""] of asked) {
    const family = Object.entries(families).find(([known]) => known === name)?.[1];
    const labels = [...selector.matchAll(/(\w+)=~?/g)].map(([, label]) => label);
    expect([name, labels.filter((label) => !family?.labels.some((known) => known === label))]).toEqual([
      name,
      [],
    ]);
  }
});
