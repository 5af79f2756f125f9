import type { Locator, Page } from "@playwright/test";
import { goTo } from "./dashboard";

/** What the list shows of one device. */
export interface ShownDevice {
  address: string;
  /** Null where the device is in no IOMMU group. */
  group: number | null;
  /** Null where the page says that there is none. */
  driver: string | null;
  verdict: string;
}

/** The passthrough page. */
export class PassthroughPage {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Opens it as a list; resolves once the host's devices are there. */
  static async open(page: Page): Promise<PassthroughPage> {
    await goTo(page, "Passthrough");
    await page.getByRole("button", { name: "List" }).click();
    await page
      .getByRole("heading", { name: /^(Group 0|No group)$/ })
      .first()
      .waitFor();
    return new PassthroughPage(page);
  }

  /** The row of a device. */
  row(address: string): Locator {
    return this.#page.getByRole("listitem").filter({
      has: this.#page.getByRole("button", { name: address }),
      hasNot: this.#page.getByRole("heading"),
    });
  }

  /** All devices, as they stand on the page now. */
  devices(): Promise<ShownDevice[]> {
    return this.#page.getByRole("list", { name: /^Devices of / }).evaluateAll((lists) =>
      lists.flatMap((list) => {
        const group = /group (\d+)/.exec(list.getAttribute("aria-label") ?? "")?.[1];
        return [...list.children].map((row) => {
          const facts = new Map(
            [...row.querySelectorAll("dt")].map((name) => [
              name.textContent,
              name.nextElementSibling?.textContent ?? "",
            ]),
          );
          const driver = facts.get("Driver") ?? "";
          return {
            address: facts.get("Address") ?? "",
            group: group === undefined ? null : Number(group),
            driver: driver === "no driver" ? null : driver,
            verdict: facts.get("Verdict") ?? "",
          };
        });
      }),
    );
  }
}
