import { VmLabels } from "@/components/fleet/vm-labels";
import { formatBytes } from "@/components/formats/numbers";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Fact, Facts } from "@/components/ui/facts";
import type { VmSummary } from "@/server/fleet/schema";

const agentWords: Readonly<Record<VmSummary["guestAgent"], string>> = {
  connected: "Connected",
  disconnected: "Not answering: is qemu-guest-agent running in the guest?",
  none: "None: the definition has no channel for it",
};

/** What the VM is made of, in words. */
export function DefinitionCard({ vm, hostName }: { vm: VmSummary; hostName: string }) {
  return (
    <Card>
      <CardHeader title="Definition" />
      <Facts>
        <Fact name="vCPUs">{vm.vcpus}</Fact>
        <Fact name="Memory">{memoryWords(vm)}</Fact>
        <Fact name="Firmware">{vm.firmware === "uefi" ? "UEFI" : "BIOS"}</Fact>
        <Fact name="Machine type">{[vm.machine, vm.architecture].filter(Boolean).join(", ")}</Fact>
        {vm.folder === null && vm.tags.length === 0 ? null : (
          <Fact name="Tags and folder">
            <VmLabels folder={vm.folder} tags={vm.tags} />
          </Fact>
        )}
        <Fact name="Autostart">{vm.autostart ? "Yes" : "No"}</Fact>
        {vm.persistent ? null : (
          <Fact name="Transient">Yes: it has no saved definition, and is gone when it stops</Fact>
        )}
        {vm.hasSavedState ? <Fact name="Saved state">Yes: the next start resumes it</Fact> : null}
        <Fact name="Guest agent">{agentWords[vm.guestAgent]}</Fact>
        <Fact name="Serial console">{vm.hasSerialConsole ? "Yes" : "No"}</Fact>
        <Fact name="Graphics">{vm.graphics.length === 0 ? "None" : vm.graphics.join(", ")}</Fact>
        <Fact name="Host">{hostName}</Fact>
        <Fact name="UUID" mono>
          <span className="inline-flex flex-wrap items-center gap-1">
            {vm.id}
            <CopyButton text={vm.id} what="UUID" size="icon" />
          </span>
        </Fact>
      </Facts>
    </Card>
  );
}

function memoryWords({ memoryBytes, maximumMemoryBytes }: VmSummary): string {
  const now = formatBytes(memoryBytes);
  const most = formatBytes(maximumMemoryBytes);
  return now === most ? now : `${now} of at most ${most}`;
}
