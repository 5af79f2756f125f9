import { expect } from "@playwright/test";
import { WizardPage } from "@/e2e/fixtures/wizard-page";
import type { Person } from "@/e2e/lab/person";

/** Emulated hosts start their guests, and what belongs to these, slowly. */
const jobMilliseconds = 600_000;

/**
 * On a host without a pool and a running network: makes both in one plan, and a VM with a card, which is started.
 * @param card Address of its first function.
 */
export async function makeFirstVm(person: Person, name: string, card: string): Promise<void> {
  const { page } = person;
  const wizard = new WizardPage(page);
  const dialog = page.getByRole("dialog");
  await person.click(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "VMs" }));
  await person.click(page.getByRole("link", { name: "New VM" }).first());
  await person.click(page.getByRole("radio", { name: "Network boot", exact: true }));
  await person.click(page.getByRole("radio", { name: "Minimal test VM", exact: true }));
  await person.fill(wizard.field("Name"), name);
  await person.click(page.getByRole("button", { name: "Set up storage and a network…" }));
  await person.click(dialog.getByRole("button", { name: "Set up" }));
  await dialog.getByRole("status").filter({ hasText: /Done/ }).waitFor({ timeout: jobMilliseconds });
  await person.click(dialog.getByRole("button", { name: "Close" }).last());
  await person.click(page.getByRole("tab", { name: "GPUs and USB" }));
  await person.click(page.getByRole("checkbox", { name: card }));
  await expect(wizard.createButton).not.toHaveAttribute("aria-disabled", "true");
  await person.click(wizard.createButton);
  await expect(page).toHaveURL(/\/vms\/local\/[0-9a-f-]+/, { timeout: jobMilliseconds });
}
