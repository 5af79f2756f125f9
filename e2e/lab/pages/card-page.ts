import type { Locator, Page } from "@playwright/test";
import { goTo } from "./dashboard";
import { PlanDialog } from "./plan-dialog";

/** The passthrough page with one card open. */
export class CardPage {
  readonly #page: Page;
  readonly #panel: Locator;

  private constructor(page: Page, panel: Locator) {
    this.#page = page;
    this.#panel = panel;
  }

  /** @param address of the card's first function */
  static async open(page: Page, address: string): Promise<CardPage> {
    await goTo(page, "Passthrough");
    await page.getByRole("main").getByRole("button", { name: address }).first().click();
    const card = new CardPage(page, page.getByRole("complementary", { name: address }));
    await card.verdict.waitFor();
    return card;
  }

  get verdict(): Locator {
    return this.#panel.getByRole("region", { name: "Verdict" });
  }

  async reserve(): Promise<void> {
    await this.#act("Reserve for VMs");
    await new PlanDialog(this.#page).carryOut("Reserve for VMs");
  }

  async returnToHost(): Promise<void> {
    await this.#act("Return to host");
    await new PlanDialog(this.#page).carryOut("Return to host");
  }

  /** Asks to reserve it, and resolves to the words with which that is refused. */
  async refusalToReserve(): Promise<string> {
    await this.#act("Reserve for VMs");
    return new PlanDialog(this.#page).refusal();
  }

  async attachTo(vmName: string): Promise<void> {
    await this.#act("Attach to a VM…");
    const dialog = this.#page.getByRole("dialog");
    await dialog.getByLabel("VM", { exact: true }).selectOption({ label: `${vmName} (off)` });
    await new PlanDialog(this.#page).carryOut("Attach");
  }

  async #act(name: string): Promise<void> {
    await this.#panel
      .getByRole("region", { name: "What to do now" })
      .getByRole("button", { name, exact: true })
      .click();
  }
}
