import type { Database } from "../../database/open-database";
import { able } from "../../host/ability";
import { testHost } from "../../host/test-host.test-data";
import { ListedWriter } from "../../host/writer/listed-writer";
import type { Job } from "../../job/job.schema";
import { Jobs } from "../../job/jobs";
import { silentLog } from "../../job/test-world.test-data";
import type { FakeKernel } from "../../pci/binding/fake-kernel.test-data";
import { planReserve } from "../../pci/binding/plan-reserve";
import { planReturn } from "../../pci/binding/plan-return";
import { HostBindings } from "./host-bindings";

type Act = "reserve" | "return";

/** A host of which the kernel, the database and the jobs are there; a new one stands for a new process. */
export class BindingWorld {
  readonly bindings: HostBindings;
  jobs: Jobs;

  readonly #database: Database;

  constructor(
    readonly kernel: FakeKernel,
    database: Database,
  ) {
    this.#database = database;
    const machine = testHost("local", "test:///default", {
      files: able(kernel.tree),
      writer: able(new ListedWriter(kernel)),
      unchangeable: null,
    });
    this.bindings = new HostBindings({
      fleet: {
        host: () => ({ machine, runLong: () => Promise.reject(new Error("there is no libvirt")) }),
      },
      database,
    });
    this.jobs = this.#newJobs();
  }

  /** Plans, and starts what was planned; null where the plan is refused. */
  async start(act: Act, addresses: string[]): Promise<Job | null> {
    const report = await this.kernel.report();
    const kept = this.kept();
    const planned =
      act === "reserve"
        ? planReserve(report, addresses, "sysfs")
        : planReturn(report, kept, addresses, "sysfs");
    const { plan, input } = planned;
    if (plan.refusal !== null) return null;
    const { title, kind, steps } = plan;
    const subjects = planned.addresses;
    return this.jobs.start({ kind, title, steps, input, subjects, hostId: "local", startedBy: "ada" });
  }

  /** As {@link start}, up to the end of the job. */
  async run(act: Act, addresses: string[]): Promise<Job> {
    const job = await this.start(act, addresses);
    if (job === null) throw new Error(`the plan to ${act} ${addresses.join(", ")} was refused`);
    return this.jobs.ended(job.id);
  }

  /** Starts and is killed in the course of it; what the next process finds. */
  async runAndDie(act: Act, addresses: string[]): Promise<Job> {
    const killed = new Promise<void>((resolve) => (this.kernel.onKill = resolve));
    await this.start(act, addresses);
    await killed;
    this.restartProcess();
    const [job] = this.jobs.interrupted();
    if (job === undefined) throw new Error("nothing was left of the job");
    return job;
  }

  restartProcess(): void {
    this.kernel.faultAt = () => null;
    this.jobs = this.#newJobs();
  }

  kept() {
    return this.bindings.originalsOf("local").all();
  }

  #newJobs(): Jobs {
    return new Jobs({
      database: this.#database,
      kinds: [this.bindings.kind("reserve"), this.bindings.kind("return")],
      log: silentLog,
    });
  }
}
