import { notOnVfio, notReturned } from "./binding-problems";
import { type BindingStep, vfioDriver } from "./binding-step";
import type { DeviceBinder } from "./device-binder";
import type { OriginalBindings } from "./original-bindings";

/** Each can be called at any time and again; see StepWork of the jobs. */
export interface BindingWork {
  run(): Promise<void>;
  verify(): Promise<void>;
  undo(): Promise<void>;
}

const nothing = () => Promise.resolve();

/** The work behind a step of a binding plan. */
export function bindingWork(
  step: BindingStep,
  binder: DeviceBinder,
  originals: OriginalBindings,
): BindingWork {
  switch (step.act) {
    case "load-driver":
      return { run: () => binder.loadDriver(), verify: nothing, undo: nothing };
    case "keep":
      return keepWork(step, binder, originals);
    case "reserve":
      return reserveWork(step, binder, originals);
    case "return":
      return returnWork(step, binder);
    case "forget":
      return forgetWork(step, originals);
  }
}

function keepWork(
  { devices }: Extract<BindingStep, { act: "keep" }>,
  binder: DeviceBinder,
  originals: OriginalBindings,
): BindingWork {
  return {
    run: async () => {
      for (const device of devices) {
        const binding = await binder.bindingOf(device);
        // After a crash some may have been reserved for VMs already: what is on record is then the truth.
        if (binding.driver === vfioDriver) continue;
        originals.keep({ ...binding, address: device.address, device: device.device });
      }
    },
    verify: nothing,
    undo: async () => {
      for (const { address } of devices) originals.forget(address);
    },
  };
}

function reserveWork(
  { device, completes }: Extract<BindingStep, { act: "reserve" }>,
  binder: DeviceBinder,
  originals: OriginalBindings,
): BindingWork {
  return {
    run: () => binder.reserve(device),
    verify: async () => {
      const { driver } = await binder.bindingOf(device);
      if (driver !== vfioDriver) throw notOnVfio(device, driver, true);
      if (completes !== null) await binder.checkGroup(completes);
    },
    undo: () => {
      const original = originals.all().find(({ address }) => address === device.address);
      return binder.returnToHost(device, original ?? null);
    },
  };
}

function returnWork(
  { device, original }: Extract<BindingStep, { act: "return" }>,
  binder: DeviceBinder,
): BindingWork {
  return {
    run: () => binder.returnToHost(device, original),
    verify: async () => {
      const { driver } = await binder.bindingOf(device);
      const wanted = original?.driver ?? null;
      if (driver === vfioDriver || (driver === null && wanted !== null))
        throw notReturned(device, wanted, driver);
    },
    undo: () => binder.reserve(device),
  };
}

function forgetWork(
  { originals: known }: Extract<BindingStep, { act: "forget" }>,
  originals: OriginalBindings,
): BindingWork {
  return {
    run: async () => {
      for (const { address } of known) originals.forget(address);
    },
    verify: nothing,
    undo: async () => {
      for (const original of known) originals.keep(original);
    },
  };
}
