import type { Page } from "@playwright/test";

const paths = { Passthrough: "/passthrough", VMs: "/vms" } as const;

/** Goes to a page by the main navigation, as a person does: an emulated host takes seconds to serve one anew. */
export async function goTo(page: Page, name: keyof typeof paths): Promise<void> {
  if (page.url() === "about:blank") await page.goto(paths[name]);
  else if (new URL(page.url()).pathname !== paths[name])
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
}
