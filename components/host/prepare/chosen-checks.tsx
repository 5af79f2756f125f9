import { CheckField } from "@/components/ui/form/check-field";
import type { CheckChange } from "@/server/host/checks/check.schema";
import type { JudgedReport } from "@/server/pci/schema";
import { ChoiceGroup } from "./choice-group";
import { chosenChecks } from "./choices";
import type { Draft } from "./use-draft";

/** What was taken in by the checks' buttons; nothing where none was. */
export function ChosenChecks({ report, draft }: { report: JudgedReport; draft: Draft }) {
  const chosen = chosenChecks(draft.choices, report);
  if (chosen.length === 0) return null;
  return (
    <ChoiceGroup id="prepare-checks" title="From the checks">
      {chosen.map(({ id, title, change }) => (
        <CheckField
          key={id}
          label={title}
          note={<span className="font-mono">{wordsOf(change)}</span>}
          checked
          onChange={() => draft.toggle(id)}
        />
      ))}
    </ChoiceGroup>
  );
}

/** "iommu=pt, without nox2apic, reserve 0000:01:00.0" */
function wordsOf({
  add,
  remove,
  vfioAddresses,
  loadModules,
  removeModules = [],
  restoreGrubStub,
}: CheckChange): string {
  return [
    ...add,
    ...remove.map((word) => `without ${word}`),
    ...vfioAddresses.map((address) => `reserve ${address}`),
    ...loadModules.map((name) => `load ${name}`),
    ...removeModules.map((name) => `no longer list ${name}`),
    ...(restoreGrubStub ? ["restore GRUB’s file on the EFI partition"] : []),
  ].join(", ");
}
