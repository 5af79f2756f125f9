import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { testHost } from "../../../host/test-host.test-data";
import type { Job } from "../../../job/job.schema";
import { Jobs } from "../../../job/jobs";
import { openTestDatabase, silentLog } from "../../../job/test-world.test-data";
import { type WishedChange, wishedChangeSchema } from "../../../prepare/change.schema";
import { HostPreparations } from "../host-preparations";
import { type PlannedChange, type PlanParts, planChange, type Way } from "../plan-change";
import { planKeep } from "../plan-keep";
import { planUndo } from "../plan-undo";
import type { PlannedJob } from "../planned-job";
import { readState } from "../read-state";
import type { GrubHost } from "./grub-host";

/** A host in a folder. */
export type RigHost = Pick<GrubHost, "root" | "parts">;

/** A host whose boot is changed by the jobs of Passdeck, without libvirt. */
export class PrepareRig {
  readonly database = openTestDatabase();
  readonly preparations: HostPreparations;
  readonly jobs: Jobs;
  readonly host: RigHost;
  readonly dataFolder: string;

  constructor(host: RigHost, dataFolder: string) {
    this.host = host;
    this.dataFolder = dataFolder;
    const machine = testHost("local", "test:///default", host.parts);
    this.preparations = new HostPreparations({
      fleet: { host: () => ({ machine }) },
      database: this.database,
      dataFolder,
    });
    this.jobs = new Jobs({ database: this.database, kinds: [this.preparations.kind()], log: silentLog });
  }

  plan(wish: Partial<WishedChange>, way: Way = "at-once"): Promise<PlannedChange> {
    return planChange(this.#parts, wishedChangeSchema.parse(wish), way);
  }

  planKeep(changeId: string) {
    return planKeep(this.#parts, changeId);
  }

  get #parts(): PlanParts {
    const originals = this.preparations.originals.folderOf("local");
    return {
      machine: this.host.parts,
      needed: [],
      by: "ada",
      made: this.preparations.changesOf("local").all(),
      originals,
    };
  }

  async apply(wish: Partial<WishedChange>): Promise<Job> {
    return this.carryOut(await this.plan(wish));
  }

  planUndo(changeId: string) {
    return planUndo(this.#parts, this.preparations.changesOf("local").all(), changeId);
  }

  async undo(changeId: string): Promise<Job> {
    return this.carryOut(await this.planUndo(changeId));
  }

  carryOut({ plan, jobInput }: PlannedJob): Promise<Job> {
    if (plan.refusal !== null) throw new Error(plan.refusal);
    const { title, kind, steps } = plan;
    const what = { title, kind, steps, input: jobInput };
    return this.jobs.ended(
      this.jobs.start({ ...what, subjects: ["boot"], hostId: "local", startedBy: "ada" }).id,
    );
  }

  state() {
    return readState(this.host.parts, this.preparations.changesOf("local"));
  }

  close(): void {
    this.database.close();
  }
}

/** All below a host's root but what programs leave of their running: links, modes, owners and bytes. */
export function lookAt(root: string): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths
      .filter((path) => !path.startsWith(join(root, "run")))
      .map((path) => {
        const { mode, uid, gid } = lstatSync(path);
        return [path.slice(root.length + 1), `${mode.toString(8)} ${uid}:${gid} ${contentOf(path)}`];
      }),
  );
}

function contentOf(path: string): string {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return readlinkSync(path);
  return stats.isFile() ? createHash("sha256").update(readFileSync(path)).digest("hex") : "";
}
