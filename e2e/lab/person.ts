import { randomBytes } from "node:crypto";
import type { Locator, Page } from "@playwright/test";

interface Stage {
  name: string;
  clicks: number;
  fields: number;
  seconds: number;
}

/** Who uses the pages: what they click and fill in is counted by stage, and how long each stage takes. */
export class Person {
  readonly page: Page;
  readonly #stages: Stage[];

  constructor(page: Page, stages: readonly Stage[] = []) {
    this.page = page;
    this.#stages = [...stages];
  }

  /** The same person, with no more behind them than the first stage. */
  again(): Person {
    return new Person(this.page, this.#stages.slice(0, 1));
  }

  /** By the link that a Passdeck prints which has no user yet. */
  async makeFirstAdministrator(link: string): Promise<void> {
    const { page } = this;
    await page.goto(link);
    await this.fill(page.getByLabel("User name"), "administrator");
    await this.fill(page.getByLabel("Password", { exact: true }), randomBytes(12).toString("hex"));
    await this.click(page.getByRole("button", { name: "Create the administrator" }));
    await page.getByRole("heading", { name: "Overview", level: 1 }).waitFor();
  }

  /** Counts as a stage of this name what is done in `work`; a later one of the same name is added to it. */
  async stage<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
    const stage = this.#stages.find((one) => one.name === name) ?? { name, clicks: 0, fields: 0, seconds: 0 };
    if (!this.#stages.includes(stage)) this.#stages.push(stage);
    const started = performance.now();
    try {
      return await work();
    } finally {
      stage.seconds += (performance.now() - started) / 1000;
    }
  }

  async click(target: Locator): Promise<void> {
    await target.click();
    this.#current.clicks += 1;
  }

  async fill(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    this.#current.fields += 1;
  }

  /** One of a list that drops down: a click opens it, another chooses. */
  async choose(list: Locator, value: string): Promise<void> {
    await list.selectOption(value);
    this.#current.clicks += 2;
  }

  /** Pictures of what the page shows now, light and dark, wide and narrow. @param path "plan" makes plan-light-1440.png … */
  async picture(path: string): Promise<void> {
    const { page } = this;
    const before = page.viewportSize();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1440, 375]) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: `${path}-${colorScheme}-${width}.png`, fullPage: true });
      }
    }
    await page.emulateMedia({ colorScheme: "light" });
    if (before !== null) await page.setViewportSize(before);
  }

  /** A table in Markdown: each stage, then all of them. Nothing is typed into a shell, as there is none. */
  table(): string {
    const sum = (of: (stage: Stage) => number) => this.#stages.map(of).reduce((one, other) => one + other, 0);
    const all = {
      name: "in all",
      clicks: sum((s) => s.clicks),
      fields: sum((s) => s.fields),
      seconds: sum((s) => s.seconds),
    };
    return [
      "| stage | clicks | fields | commands | seconds |",
      "| - | -: | -: | -: | -: |",
      ...[...this.#stages, all].map(
        ({ name, clicks, fields, seconds }) =>
          `| ${name} | ${clicks} | ${fields} | 0 | ${seconds.toFixed(0)} |`,
      ),
    ].join("\n");
  }

  get #current(): Stage {
    const stage = this.#stages.at(-1);
    if (stage === undefined) throw new Error("no stage has begun");
    return stage;
  }
}
