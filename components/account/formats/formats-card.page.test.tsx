import { afterEach, expect, test, vi } from "vitest";
import { rendered } from "@/components/data/rendered.test-data";
import { countOf, formatBytes } from "@/components/formats/numbers";
import { writeAs } from "@/components/formats/page-formats";
import { useFormats } from "@/components/formats/use-formats";
import { type FormatsChoice, unchosenFormats } from "@/server/access/formats/formats.schema";
import { plainFormats } from "@/server/access/formats/page-formats.schema";
import { resolveFormats } from "@/server/access/formats/resolve-formats.schema";

// Node 20 has none of its own, and the module of the API asks for it. Nothing is connected here.
vi.hoisted(() => vi.stubGlobal("WebSocket", class {}));

import { FormatsCard } from "./formats-card";

afterEach(() => {
  vi.unstubAllGlobals();
  writeAs(plainFormats);
});

function Numbers() {
  return `${formatBytes(1.5 * 1024 ** 3)}, ${countOf(1234, "VM")}.`;
}

function Page() {
  useFormats();
  return (
    <>
      <Numbers />
      <FormatsCard />
    </>
  );
}

/** A server that keeps one user's choice. */
function stubServer(): { choice: FormatsChoice } {
  const kept = { choice: unchosenFormats };
  vi.stubGlobal("fetch", async (_address: string, { method, body }: { method: string; body: string }) => {
    if (method === "POST") kept.choice = JSON.parse(body).choice;
    const data = method === "POST" ? resolveFormats(kept.choice, "en-US") : kept.choice;
    return Response.json({ result: { data } });
  });
  return kept;
}

function choose(root: HTMLElement, label: string, value: string): void {
  const labels = [...root.querySelectorAll("label")];
  const select = root.querySelector(
    `#${CSS.escape(labels.find((one) => one.textContent === label)?.htmlFor ?? "")}`,
  );
  if (!(select instanceof HTMLSelectElement)) throw new Error(`no field “${label}” in ${root.innerHTML}`);
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

test("what is chosen shows in the example, and once it is saved on the whole page", async () => {
  const kept = stubServer();
  const page = await rendered(<Page />);
  await vi.waitFor(() => expect(page.text()).toContain("Language and formats"));
  expect(page.text()).toContain("1.5 GiB, 1,234 VMs.");
  await page.after(() => choose(page.root, "Formats", "de-DE"));
  await page.after(() => choose(page.root, "Time zone", "UTC"));
  expect(page.text()).toContain("Number 1.234.567,89");
  expect(page.text()).toContain("1.5 GiB, 1,234 VMs.");
  await page.press("Save");
  await vi.waitFor(() => expect(page.text()).toContain("1,5 GiB, 1.234 VMs."));
  expect(kept.choice).toEqual({ region: "de-DE", clock: "region", firstDay: "region", timeZone: "UTC" });
});
