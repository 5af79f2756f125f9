import { expect, type Page } from "@playwright/test";

/** The dialog of an act: its plan, its yes, and its job. */
export class PlanDialog {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Says yes to the plan, also where it warns, and waits until every step was done and checked. */
  async carryOut(yes: string): Promise<void> {
    const dialog = this.#page.getByRole("dialog");
    await dialog.getByRole("button", { name: new RegExp(`^${yes}( anyway)?$`) }).click();
    const done = dialog.getByText("Every step was done and checked.");
    const problem = dialog.getByRole("alert").filter({ hasText: /\S/ });
    await done.or(problem).first().waitFor();
    expect(await problem.allInnerTexts()).toEqual([]);
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await dialog.waitFor({ state: "hidden" });
  }

  /** Resolves to why the act can't be, and closes the dialog. */
  async refusal(): Promise<string> {
    const dialog = this.#page.getByRole("dialog");
    const text = await dialog.getByRole("alert").filter({ hasText: "This can’t be done now" }).textContent();
    await expect(dialog.getByRole("listitem")).toHaveCount(0);
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await dialog.waitFor({ state: "hidden" });
    return text ?? "";
  }
}
