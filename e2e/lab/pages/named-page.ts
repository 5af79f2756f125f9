import { expect, type Locator, type Page } from "@playwright/test";
import { HardwarePage } from "@/e2e/fixtures/hardware-page";
import { goTo } from "./dashboard";

/** One name of the named devices on the passthrough page, with its bookings. */
export class NamedPage {
  readonly #page: Page;
  readonly #name: string;

  private constructor(page: Page, name: string) {
    this.#page = page;
    this.#name = name;
  }

  /** Shows the named devices; `name` may be none of them yet. */
  static async open(page: Page, name: string): Promise<NamedPage> {
    await goTo(page, "Passthrough");
    await page.getByRole("button", { name: "Named", exact: true }).click();
    return new NamedPage(page, name);
  }

  /** Gives the name to a card, which can be booked and is taken from a VM at the end by asking its guest to shut down. */
  async addBookable(address: string): Promise<void> {
    const dialog = this.#dialog;
    await this.#press("Add a named device…");
    await dialog.getByLabel("Name").fill(this.#name);
    const cards = dialog.getByRole("group", { name: "Cards" }).locator("> div");
    await cards.filter({ hasText: address }).getByRole("checkbox").check();
    await dialog.getByRole("button", { name: "Add", exact: true }).click();
    await expect(dialog).toBeHidden();
    await this.#press(`Bookings of ${this.#name}…`);
    await dialog.getByLabel("It can be booked").check();
    await dialog.getByLabel("When a booking ends").selectOption("shut-down");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
  }

  /** Has a VM ask for a card of the name. */
  async giveTo(vm: { uuid: string }): Promise<void> {
    const hardware = new HardwarePage(this.#page);
    await hardware.goto(vm);
    await hardware.open("Named devices");
    await hardware.panel.getByRole("button", { name: `Add ${this.#name}` }).click();
    await hardware.sayYes();
  }

  /** Books it for an hour from now, for a VM. */
  async book(vmName: string): Promise<void> {
    await this.#ask("Book", vmName);
    await expect(this.bookings).toContainText("Yours");
  }

  /** Waits for an hour of it, with a VM that is started then. */
  async wait(vmName: string): Promise<void> {
    await this.#ask("Wait", vmName);
    await expect(this.#page.getByRole("list", { name: `Queue for ${this.#name}` })).toContainText("1. You");
  }

  get bookings(): Locator {
    return this.#page.getByRole("list", { name: `Bookings of ${this.#name} to come` });
  }

  async #ask(what: "Book" | "Wait", vmName: string): Promise<void> {
    await this.#press(what === "Book" ? `Book ${this.#name}…` : `Wait for ${this.#name}…`);
    await this.#dialog.getByLabel("Hours").fill("1");
    await this.#dialog.getByLabel("VM").selectOption({ label: vmName });
    await this.#dialog.getByRole("button", { name: what, exact: true }).click();
    await expect(this.#dialog).toBeHidden();
  }

  #press(button: string): Promise<void> {
    return this.#page.getByRole("button", { name: button, exact: true }).click();
  }

  get #dialog(): Locator {
    return this.#page.getByRole("dialog");
  }
}
