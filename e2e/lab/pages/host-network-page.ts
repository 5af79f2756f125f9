import { expect, type Locator } from "@playwright/test";
import type { Person } from "@/e2e/lab/person";

/** A host takes its network down and brings it up, waits its time, and takes it back. */
const trialMilliseconds = 600_000;

/** The tab “Host network”, used as a person does. */
export class HostNetworkPage {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  async open(): Promise<void> {
    const { page } = this.#person;
    await this.#person.click(
      page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Networks" }),
    );
    await this.#person.click(page.getByRole("tab", { name: "Host network" }));
    await this.#table.waitFor();
  }

  /** Asks for a bridge of a network card, and shows the plan. @param address "dhcp", or "fixed" for the address as it is */
  async planBridge(device: string, address: "dhcp" | "fixed"): Promise<void> {
    await this.#person.click(this.row(device).getByRole("button", { name: "Create bridge…" }));
    const list = this.dialog.getByLabel("Host address");
    if ((await list.inputValue()) !== address) await this.#person.choose(list, address);
    await this.dialog.getByRole("listitem").filter({ hasText: "Change over" }).waitFor();
  }

  async planToTakeBack(bridge: string): Promise<void> {
    await this.#person.click(this.row(bridge).getByRole("button", { name: "Take back…" }));
    await this.dialog.getByRole("listitem").filter({ hasText: "Change over" }).waitFor();
  }

  /** Says yes to the plan that is shown. */
  changeOver(): Promise<void> {
    return this.#person.click(this.dialog.getByRole("button", { name: "Change over anyway" }));
  }

  /** Waits until the job is over, without a click, and closes its dialog. @returns what it says of itself */
  async outcome(): Promise<string> {
    const state = this.dialog.getByRole("status");
    await expect(state).toContainText(/Done|Undone|Failed/, { timeout: trialMilliseconds });
    const words = [await state.textContent(), ...(await this.dialog.getByRole("alert").allInnerTexts())];
    await this.#person.click(this.dialog.getByRole("button", { name: "Close" }).last());
    await this.dialog.waitFor({ state: "hidden" });
    return words.join("\n").trim();
  }

  /** How the trial goes, by the page. */
  get trial(): Locator {
    return this.dialog.getByRole("timer");
  }

  row(device: string): Locator {
    const name = this.#person.page.getByText(device, { exact: true });
    return this.#table.getByRole("row").filter({ has: name });
  }

  get dialog(): Locator {
    return this.#person.page.getByRole("dialog");
  }

  get #table(): Locator {
    return this.#person.page.getByRole("table", { name: "Network devices of the host" });
  }
}
