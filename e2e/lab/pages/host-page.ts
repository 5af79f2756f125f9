import { expect, type Locator } from "@playwright/test";
import type { Person } from "@/e2e/lab/person";
import type { CheckId } from "@/server/host/checks/check.schema";

/** An initial RAM disk is built by hundreds of programs, each started by an emulated processor. */
const jobMilliseconds = 1_200_000;
/** A host goes down, comes up, and serves. */
const restartMilliseconds = 1_200_000;

/** What a host that is to give a GPU to a VM lacks. */
export interface Preparation {
  /** Labels of switches: "Use the IOMMU (Intel VT-d)". */
  switches: readonly string[];
  /** Of a card's first function, as the form shows it. */
  card: string;
  pages: number;
}

/** The page Host, used as a person does. */
export class HostPage {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  async open(): Promise<void> {
    const { page } = this.#person;
    await this.#person.click(
      page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Host", exact: true }),
    );
    await page.getByRole("heading", { name: "Host", level: 1 }).waitFor();
    await this.#form.waitFor();
  }

  /** From the checks to the form that they lead to, where all of it is put into one plan; shows that. */
  async plan({ switches, card, pages }: Preparation, isTrial: boolean): Promise<void> {
    const person = this.#person;
    await person.click(this.check("vfio-modules").getByRole("button", { name: /^Add to the plan/ }));
    const iommu = this.check("iommu-kernel");
    await person.click(iommu.locator("summary"));
    await person.click(iommu.getByRole("link", { name: "Choose IOMMU parameters" }));
    for (const label of switches) await person.click(this.#form.getByRole("checkbox", { name: label }));
    await person.click(this.#card(card));
    await person.choose(this.#form.getByLabel("Size", { exact: true }), "2M");
    await person.fill(this.#form.getByLabel("Pages", { exact: true }), String(pages));
    if (isTrial) await person.click(this.#form.getByRole("checkbox", { name: "Try it at one start first" }));
    await person.click(this.#form.getByRole("button", { name: "Show the plan" }));
    await this.dialog.getByRole("listitem").first().waitFor();
  }

  /** Says yes to the plan that is shown, and waits until its job is done. */
  async carryOut(yes: string): Promise<void> {
    await this.#person.click(this.dialog.getByRole("button", { name: yes, exact: true }));
    const done = this.dialog.getByRole("status").filter({ hasText: /Done/ });
    const problem = this.dialog.getByRole("alert").filter({ hasText: /\S/ });
    await done.or(problem).first().waitFor({ timeout: jobMilliseconds });
    expect(await problem.allInnerTexts()).toEqual([]);
    await this.#person.click(this.dialog.getByRole("button", { name: "Close" }).last());
    await this.dialog.waitFor({ state: "hidden" });
  }

  /** Restarts the host. Resolves as soon as the page waits for it. */
  async beginRestart(): Promise<void> {
    const { page } = this.#person;
    await this.#person.click(page.getByRole("button", { name: "Restart the host…" }));
    await this.#person.click(this.dialog.getByRole("button", { name: "Restart", exact: true }));
    await page.getByRole("status").filter({ hasText: "This page waits" }).waitFor();
  }

  /** Waits until the page, left alone, has gone on. @returns what it says then */
  async hasReturned(): Promise<string> {
    const said = this.#person.page.getByRole("status").filter({ hasText: "The host is there again" });
    await said.waitFor({ timeout: restartMilliseconds });
    return (await said.textContent()) ?? "";
  }

  /** Shows the plan to take the latest change back, and carries it out. */
  async takeBack(): Promise<void> {
    await this.#person.click(this.latest.getByRole("button", { name: /^Take back/ }));
    await this.carryOut("Take back");
  }

  /** Waits until the latest change stands so: "Verified". */
  async latestIs(standing: string, timeout = jobMilliseconds): Promise<void> {
    await expect(this.latest).toContainText(standing, { timeout });
  }

  /** What was planned, with what was found after the restart, as the page shows it. */
  async findings(): Promise<string[]> {
    const items = this.latest.getByRole("list", { name: "After the restart" }).getByRole("listitem");
    return items.evaluateAll((found) =>
      found.map((item) => `${item.querySelector("svg")?.getAttribute("aria-label")}: ${item.textContent}`),
    );
  }

  get latest(): Locator {
    const changes = this.#person.page.getByRole("region", { name: "Changes of how the host starts" });
    return changes.locator("> ul > li").first();
  }

  /** @param id "iommu-kernel" */
  check(id: CheckId): Locator {
    return this.#person.page.locator(`#${id}`);
  }

  get dialog(): Locator {
    return this.#person.page.getByRole("dialog");
  }

  #card(address: string): Locator {
    const cards = this.#form.getByRole("group", { name: "Reserve cards for VMs at every start" });
    const choice = cards
      .locator("div")
      .filter({ hasText: address })
      .filter({ has: this.#person.page.getByRole("checkbox") });
    return choice.last().getByRole("checkbox");
  }

  get #form(): Locator {
    return this.#person.page.getByRole("region", { name: "Change how the host starts", exact: true });
  }
}
