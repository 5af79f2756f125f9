import { act, type DomainHandle } from "../../domain/lifecycle";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { HostTree } from "../../host/host-tree";
import { defineJobKind, type JobKind, type StepContext, type StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { answersHost } from "../../pci/card-check/guest-signs";
import { awaitGuest, type GuestWait, guestWait } from "./await-guest";
import { type CardCheckInput, cardCheckInputSchema } from "./card-check-input.schema";
import { type CheckNotes, checkReport } from "./check-report";
import { driversOf } from "./drivers-of";
import { startCount } from "./plan-card-check";

/** Starts a VM with a card twice, looks each time whether its guest answers to it, and compares the host after. */
export function cardCheckKind(fleet: Fleet, wait: GuestWait = guestWait): JobKind {
  return defineJobKind("card-check", cardCheckInputSchema, (hostId, input) =>
    new CardCheck(fleet, hostId, input, wait).steps(),
  );
}

class CardCheck {
  readonly #notes: CheckNotes = { answers: [], driversAfter: null };

  readonly #fleet: Fleet;
  readonly #hostId: string;
  readonly #input: CardCheckInput;
  readonly #wait: GuestWait;

  constructor(fleet: Fleet, hostId: string, input: CardCheckInput, wait: GuestWait) {
    this.#fleet = fleet;
    this.#hostId = hostId;
    this.#input = input;
    this.#wait = wait;
  }

  steps(): StepWork[] {
    const rounds = Array.from({ length: startCount }, () => [this.#start(), this.#answer(), this.#stop()]);
    return [...rounds.flat(), this.#compare()];
  }

  #start(): StepWork {
    return step(
      () =>
        this.#withVm(async (connection, dom) => {
          if (await isActive(connection, dom)) throw this.#alreadyOn();
          await act(connection, dom, "start");
        }),
      () => this.#forceOff(),
    );
  }

  #answer(): StepWork {
    return step(async (context) => {
      this.#notes.answers.push(await awaitGuest(this.#tree(), this.#addresses(), context.signal, this.#wait));
      this.#tell(context);
    });
  }

  #stop(): StepWork {
    return step(() => this.#forceOff());
  }

  #compare(): StepWork {
    return step(async (context) => {
      const tree = this.#tree();
      this.#notes.driversAfter = await driversOf(tree, this.#addresses());
      this.#tell(context);
      for (const { address, name, driver } of this.#input.devices) {
        if (!(await answersHost(tree, address))) throw deaf(name);
        const after = this.#notes.driversAfter.get(address) ?? null;
        if (after !== driver) throw notBack(name, driver, after);
      }
    });
  }

  #tell(context: StepContext): void {
    context.report(checkReport(this.#input, this.#notes, new Date()));
  }

  #forceOff(): Promise<void> {
    return this.#withVm(async (connection, dom) => {
      if (await isActive(connection, dom)) await act(connection, dom, "force-off");
    });
  }

  #withVm(work: (connection: Connection, dom: DomainHandle) => Promise<void>): Promise<void> {
    const { handle, summary } = this.#fleet.vm(this.#hostId, this.#input.vmId);
    return this.#fleet
      .host(this.#hostId)
      .runLong(`VM ${summary.name}`, (connection) => work(connection, handle));
  }

  #tree(): HostTree {
    const { tree } = this.#fleet.host(this.#hostId).configuration;
    if (tree !== null) return tree;
    throw new AppError("conflict", {
      userMessage: "The files of this host can't be read, so nobody would see whether the guest answers.",
    });
  }

  #addresses(): string[] {
    return this.#input.devices.map(({ address }) => address);
  }

  #alreadyOn(): AppError {
    const { vmName } = this.#input;
    return new AppError("conflict", { userMessage: `${vmName} is on. Shut it down, then check again.` });
  }
}

/** A step that looks at its own success, and that stays done: a check goes forwards only. */
function step(run: (context: StepContext) => Promise<void>, undo = async () => {}): StepWork {
  return { run, verify: async () => {}, undo };
}

async function isActive(connection: Connection, dom: DomainHandle): Promise<boolean> {
  return (await connection.call("domain_is_active", { dom })).active !== 0;
}

function deaf(name: string): AppError {
  return new AppError("conflict", {
    userMessage: `${name} does not answer the host any more: it was not reset after the guest. Restart the host before it is used again; where it is an AMD card, look for the vendor-reset module.`,
  });
}

function notBack(name: string, before: string | null, after: string | null): AppError {
  return new AppError("conflict", {
    userMessage: `${name} was ${withDriver(before)} before the check and is ${withDriver(after)} now. Return it to the host or reserve it for VMs on the passthrough page, as you want it.`,
  });
}

function withDriver(driver: string | null): string {
  return driver === null ? "without a driver" : `on ${driver}`;
}
