/** Seconds by topology and step, for the table that a run ends with. */
export class StepTimes {
  readonly #seconds = new Map<string, Map<string, number>>();

  get any(): boolean {
    return this.#seconds.size > 0;
  }

  async measure<Value>(topology: string, step: string, work: () => Promise<Value>): Promise<Value> {
    const started = performance.now();
    try {
      return await work();
    } finally {
      const steps = this.#seconds.get(topology) ?? new Map<string, number>();
      this.#seconds.set(topology, steps.set(step, (performance.now() - started) / 1000));
    }
  }

  /** A table in Markdown: a row for each topology, a column for each step, in seconds. */
  table(): string {
    const steps = [...new Set([...this.#seconds.values()].flatMap((times) => [...times.keys()]))];
    const rows = [...this.#seconds].map(([topology, times]) => [
      topology,
      ...steps.map((step) => times.get(step)?.toFixed(1) ?? ""),
    ]);
    return [["", ...steps], steps.map(() => "-").concat("-"), ...rows]
      .map((cells) => `| ${cells.join(" | ")} |`)
      .join("\n");
  }
}
