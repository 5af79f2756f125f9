import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { wishedChangeSchema } from "@/server/prepare/change.schema";
import { violations } from "./fixtures/accessibility";
import { ChangingHost } from "./fixtures/changing-host";
import { test as base, expect } from "./fixtures/test";
import type { HostDescription } from "./hosts/build-host-tree";
import { z97 } from "./hosts/z97";

const grub = (line: string) => `GRUB_CMDLINE_LINUX_DEFAULT="${line}"\n`;
const hostWith = (line: string): HostDescription => ({
  ...z97,
  present: z97.present.filter((path) => path !== "etc/default/grub"),
  commandLine: "root=UUID=1 ro quiet iommu=pt",
  files: { ...z97.files, "etc/default/grub": grub(line) },
});

// biome-ignore-start lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
const test = base.extend<object, { changingHost: ChangingHost; hostRoot: string }>({
  changingHost: [
    async ({}, use) => {
      const made = await ChangingHost.make(hostWith("quiet iommu=pt"));
      await use(made);
      await made.remove();
    },
    { scope: "worker" },
  ],
  hostRoot: [async ({ changingHost }, use) => use(changingHost.root), { scope: "worker" }],
});
// biome-ignore-end lint/correctness/noEmptyPattern: see above.

/** As if Passdeck had made it, and the host had started by it. */
function putOnRecord(dataFolder: string): void {
  const database = new BetterSqlite(join(dataFolder, "passdeck.db"));
  const wish = {
    asked: wishedChangeSchema.parse({ add: ["iommu=pt"] }),
    seen: { commandLine: "", drivers: {} },
    trial: null,
  };
  database
    .prepare(
      `insert or ignore into boot_changes (id, host_id, title, at, changed_by, state, generated, files, commands, wish)
       values (?, 'local', 'Change how the host starts: add iommu=pt', 1764590400000, 'ada', 'verified', 1, '[]', '[]', ?)`,
    )
    .run("6f1c2f9e-6f0c-4f7e-9a53-0a4f3f0f7c11", JSON.stringify(wish));
  database.close();
}

for (const [scheme, width] of [
  ["light", 1280],
  ["dark", 375],
] as const)
  test(`${scheme}, ${width} px: what the next start would lose is told by its file, and asked for again by a click`, async ({
    page,
    server,
    changingHost,
  }) => {
    await changingHost.become(hostWith("quiet iommu=pt"));
    putOnRecord(server.dataFolder);
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/host");
    const change = page
      .getByRole("listitem")
      .filter({ hasText: "add iommu=pt" })
      .filter({ hasText: "by ada" });
    await expect(change.getByText("Verified")).toBeVisible();
    await expect(change.getByRole("button", { name: /Apply again/ })).toHaveCount(0);

    await changingHost.become(hostWith("quiet"));
    await page.reload();
    await expect(change.getByText("Lost at the next start")).toBeVisible();
    await expect(change).toContainText("/etc/default/grub does not hold it any more");
    expect(await violations(page)).toEqual([]);
    await change.getByRole("button", { name: /Apply again/ }).click();
    const dialog = page.getByRole("dialog");
    // The host is a record of one: what it takes by hand is told.
    await expect(dialog).toContainText("iommu=pt");
    await expect(dialog).toContainText("/etc/default/grub");
  });
