import * as z from "zod";
import { onVmAndDevices } from "../../access/objects-of";
import { type DesktopEdit, desktopSetupSchema } from "../../create/desktop/desktop.schema";
import type { DesktopFacts } from "../../create/desktop/desktop-facts";
import { hugePageWarnings } from "../../create/desktop/huge-page-warnings";
import { inputWarnings } from "../../create/desktop/input-warnings";
import { lookingGlassWarnings } from "../../create/desktop/looking-glass-warnings";
import { readHostSupplies } from "../../create/host/host-supplies";
import { attachOptionsSchema } from "../../domain/edit/attach-options.schema";
import { partOf } from "../../domain/edit/parts";
import { refusedPlan, warnedPlan } from "../../plan-fingerprint";
import { withinBytes } from "../../units/json-bytes.schema";
import { sizeOf } from "../../units/memory-size";
import { pciAddressSchema } from "../../units/pci-address.schema";
import { parseXml } from "../../xml/xml";
import type { ActContext } from "../act-context";
import { needsBatteryTable } from "../attach/battery-table";
import { type ChosenCards, chosenCards } from "../attach/plan-attach";
import { planEdit } from "../hardware/plan-edit";
import { agreement, definePlannedAct } from "../planned-act";
import { vmReference } from "../references.schema";
import { romsOf } from "../rom/rom-file";

const input = vmReference.extend({
  /** Of one function of each card that it gets; those that it has already may be among them. */
  addresses: z.array(pciAddressSchema).max(64),
  options: attachOptionsSchema,
  setup: withinBytes(desktopSetupSchema, 256 * 1024),
});

/** Makes a VM a desktop with a GPU, in one change of its definition. */
export const setUpDesktop = definePlannedAct({
  names: { plan: "hardware.planDesktop", run: "hardware.runDesktop" },
  title: "Set a VM up as a desktop with a GPU",
  input,
  agreed: input.extend(agreement),
  objects: onVmAndDevices,
  async plan(context, { hostId, vmId, addresses, options, setup }) {
    const { services } = context;
    const { name } = services.fleet.vm(hostId, vmId).summary;
    const cards = await cardsOf(context, { hostId, addresses, vmName: name });
    const chosen = needsBatteryTable(options)
      ? { ...options, batteryTable: romsOf(services.fleet, hostId).batteryTablePath }
      : options;
    const edit: DesktopEdit = { act: "desktop", setup, functions: cards.functions, options: chosen };
    const {
      plan,
      jobInput,
      demands = [],
    } = await planEdit(context, { hostId, vmId }, { edit, alsoLive: false });
    const inHand = onVmAndDevices({
      hostId,
      vmId,
      addresses: cards.functions.map(({ address }) => address),
    });
    const refusal = cards.refusal ?? plan.refusal;
    if (refusal !== null) return { plan: refusedPlan(plan, refusal), jobInput, inHand };
    const facts = await factsOf(context, { hostId, vmName: name, saved: jobInput.before });
    const warnings = [hugePageWarnings, lookingGlassWarnings, inputWarnings].flatMap((of) =>
      of(setup, facts),
    );
    return { plan: warnedPlan(plan, [...cards.warnings, ...warnings]), jobInput, inHand, demands };
  },
  async beforeStart({ services }, { hostId, options }) {
    if (needsBatteryTable(options)) await romsOf(services.fleet, hostId).writeBatteryTable();
  },
});

async function cardsOf(
  { readReport }: ActContext,
  { hostId, addresses, vmName }: { hostId: string; addresses: readonly string[]; vmName: string },
): Promise<ChosenCards> {
  if (addresses.length === 0) return { functions: [], refusal: null, warnings: [] };
  return chosenCards(await readReport(hostId), addresses, vmName);
}

async function factsOf(
  { services }: ActContext,
  { hostId, vmName, saved }: { hostId: string; vmName: string; saved: string },
): Promise<DesktopFacts> {
  const tree = services.fleet.host(hostId).machine.files.value;
  const memory = sizeOf(partOf(parseXml(saved), { container: null, name: "memory" }));
  return {
    vmName,
    memoryBytes: memory === null ? null : Number(memory),
    host: tree && (await readHostSupplies(tree)),
  };
}
