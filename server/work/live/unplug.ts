import { deviceElements } from "../../domain/edit/device-elements";
import type { DomainHandle } from "../../domain/lifecycle";
import { AppError } from "../../errors";
import { GivenUp } from "../../job/given-up";
import type { Connection } from "../../libvirt/connection";
import { LibvirtError } from "../../libvirt/errors";
import { domainAffect } from "../../libvirt/protocol/constants.gen";
import { attributeOf, childOf, parseXml } from "../../xml/xml";
import { type Removal, watchRemoval } from "./device-removal";

/** A guest that does not let go of a device within this time ignores the request; milliseconds. */
export const unplugPatienceMs = 30_000;

/** A running machine that a device is taken from. */
export interface RunningMachine {
  /** Nobody else's, as it is listened on. */
  connection: Connection;
  dom: DomainHandle;
  vmName: string;
  /** Aborted when nobody waits for it any more; null where it is to be waited for in any case. */
  signal: AbortSignal | null;
  /** How long the guest may take. */
  patienceMs: number;
}

/**
 * Asks the guest to let go of a device, and waits until libvirt tells that it has. One that the machine does not have, or
 * that goes with the machine, is gone as well.
 * @param alias libvirt's own name of the device (https://libvirt.org/formatdomain.html#devices).
 * @param device The device as people call it.
 * @throws AppError "conflict" where the guest refuses, "timed-out" where it does not answer; {@link GivenUp}.
 */
export async function unplug(machine: RunningMachine, alias: string, device: string): Promise<void> {
  const { connection, dom, signal, patienceMs } = machine;
  const watch = await watchRemoval(connection, dom, alias);
  try {
    if (!(await hasAlias(machine, alias))) return;
    await askFor(machine, alias);
    const late = AbortSignal.timeout(patienceMs);
    const removal = await watch
      .told(signal === null ? late : AbortSignal.any([signal, late]))
      .catch((error: unknown): Removal | "ignored" => {
        if (signal?.aborted) throw givenUp(machine, device);
        if (late.aborted) return "ignored";
        throw error;
      });
    if (removal === "refused") throw refused(machine, device);
    if (removal === "ignored" && (await hasAlias(machine, alias))) throw ignored(machine, device);
  } finally {
    await watch.stop();
  }
}

async function askFor({ connection, dom }: RunningMachine, alias: string): Promise<void> {
  try {
    await connection.call("domain_detach_device_alias", { dom, alias, flags: domainAffect.LIVE });
  } catch (error) {
    // QEMU's word for a request that the guest has had already, as before a crash of ours.
    if (error instanceof LibvirtError && /already in the process of unplug/.test(error.message)) return;
    throw error;
  }
}

async function hasAlias({ connection, dom }: RunningMachine, alias: string): Promise<boolean> {
  const { active } = await connection.call("domain_is_active", { dom });
  if (active === 0) return false;
  const { xml } = await connection.call("domain_get_xml_desc", { dom, flags: 0 });
  return deviceElements(parseXml(xml)).some((one) => attributeOf(childOf(one, "alias"), "name") === alias);
}

function refused({ vmName }: RunningMachine, device: string): AppError {
  return new AppError("conflict", {
    userMessage: `The guest of ${vmName} refused to let go of ${device}: its system uses it. Have its system release it (unmount a disk, stop what uses the device), or shut the VM down, then try again.`,
  });
}

function ignored({ vmName, patienceMs }: RunningMachine, device: string): AppError {
  return new AppError("timed-out", {
    userMessage: `The guest of ${vmName} did not let go of ${device} within ${patienceMs / 1000} s. It may still do so later; the page then shows it. Have its system release the device, or shut the VM down, or change the definition only.`,
  });
}

function givenUp({ vmName }: RunningMachine, device: string): GivenUp {
  return new GivenUp(
    `The guest of ${vmName} was asked to let go of ${device} already, which can't be called back: it may still do so later; the page then shows it. Attach the device again if it does.`,
  );
}
