import * as z from "zod";
import { act, type DomainHandle } from "../../domain/lifecycle";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import { need } from "../../host/ability";
import type { HostTree } from "../../host/host-tree";
import {
  defineJobKind,
  type JobKind,
  noteOf,
  type StepContext,
  type StepMemory,
  type StepWork,
} from "../../job/job-kind";
import type { JsonValue } from "../../job/journal";
import type { Connection } from "../../libvirt/connection";
import { answersHost, signs } from "../../pci/card-check/guest-signs";
import { awaitGuest, type GuestAnswer, type GuestWait, guestWait } from "./await-guest";
import { type CardCheckInput, cardCheckInputSchema } from "./card-check-input.schema";
import { checkReport } from "./check-report";
import { driversOf } from "./drivers-of";
import { startCount } from "./plan-card-check";

/** What a step notes: that it starts the VM, which was off; or what the guest did with the devices, by address. */
const checkNoteSchema = z.union([
  z.object({ starts: z.literal(true) }),
  z.object({ signs: z.record(z.string(), z.enum(signs)), milliseconds: z.number() }),
]);

/** Starts a VM with a card twice, looks each time whether its guest answers to it, and compares the host after. */
export function cardCheckKind(fleet: Fleet, wait: GuestWait = guestWait): JobKind<"card-check"> {
  return defineJobKind("card-check", cardCheckInputSchema, (hostId, input) =>
    new CardCheck(fleet, hostId, input, wait).steps(),
  );
}

class CardCheck {
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
      ({ note, remember }) =>
        this.#withVm(async (connection, dom) => {
          if (await isActive(connection, dom)) {
            if (note === null) throw this.#alreadyOn();
            return;
          }
          remember({ starts: true });
          await act(connection, dom, "start");
        }),
      // What somebody else has started goes on.
      async ({ note }) => {
        if (note !== null) await this.#forceOff();
      },
    );
  }

  #answer(): StepWork {
    return step(async (context) => {
      const answer = await awaitGuest(this.#tree(), this.#addresses(), context.signal, this.#wait);
      context.remember({ signs: Object.fromEntries(answer.signs), milliseconds: answer.milliseconds });
      this.#tell(context, null);
    });
  }

  #stop(): StepWork {
    return step(() => this.#forceOff());
  }

  #compare(): StepWork {
    return step(async (context) => {
      const tree = this.#tree();
      const driversAfter = await driversOf(tree, this.#addresses());
      this.#tell(context, driversAfter);
      for (const { address, name, driver } of this.#input.devices) {
        if (!(await answersHost(tree, address))) throw unresponsive(name);
        const after = driversAfter.get(address) ?? null;
        if (after !== driver) throw notBack(name, driver, after);
      }
    });
  }

  #tell(
    { earlier, note, report }: StepContext,
    driversAfter: ReadonlyMap<string, string | null> | null,
  ): void {
    const answers = [...earlier, note].flatMap(answerIn);
    report(checkReport(this.#input, { answers, driversAfter }, new Date()));
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
    return need(this.#fleet.host(this.#hostId).machine.files);
  }

  #addresses(): string[] {
    return this.#input.devices.map(({ address }) => address);
  }

  #alreadyOn(): AppError {
    const { vmName } = this.#input;
    return new AppError("conflict", { userMessage: `${vmName} is running. Shut it down, then check again.` });
  }
}

/** A step that looks at its own success, and that stays done: a check goes forwards only. */
function step(
  run: (context: StepContext) => Promise<void>,
  undo: (memory: StepMemory) => Promise<void> = async () => {},
): StepWork {
  return { run, verify: async () => {}, undo };
}

function answerIn(note: JsonValue): GuestAnswer[] {
  const answer = noteOf(note, checkNoteSchema);
  if (answer === null || !("signs" in answer)) return [];
  return [{ signs: new Map(Object.entries(answer.signs)), milliseconds: answer.milliseconds }];
}

async function isActive(connection: Connection, dom: DomainHandle): Promise<boolean> {
  return (await connection.call("domain_is_active", { dom })).active !== 0;
}

function unresponsive(name: string): AppError {
  return new AppError("conflict", {
    userMessage: `${name} no longer responds: it was not reset after the guest stopped. Reboot the host before you use it again. For AMD cards, consider the vendor-reset module.`,
  });
}

function notBack(name: string, before: string | null, after: string | null): AppError {
  return new AppError("conflict", {
    userMessage: `${name} was ${withDriver(before)} before the check and is ${withDriver(after)} now. Return it to the host or reserve it for VMs on the Passthrough page.`,
  });
}

function withDriver(driver: string | null): string {
  return driver === null ? "without a driver" : `bound to ${driver}`;
}
