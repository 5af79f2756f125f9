import { UnreadableNotice } from "@/components/ui/unreadable";
import type { VmSummary } from "@/server/fleet/schema";
import { EventsTab } from "../event/events-tab";
import { RunningXml } from "../xml/running-xml";

/** The page of a VM whose definition can't be read: what is wrong with it, its raw text, and what happened to it. */
export default function UnreadableVm({ vm, problem }: { vm: VmSummary; problem: string }) {
  return (
    <>
      <UnreadableNotice problem={problem}>
        The definition of this VM can’t be read, so that it can’t be changed here and its devices are not
        known. It can still be started and stopped. Mend the definition with “virsh edit”.
      </UnreadableNotice>
      <RunningXml vm={vm} hint="As libvirt gives it. Read only." />
      <h2 className="mt-6 mb-2 font-medium">Events</h2>
      <EventsTab vm={vm} />
    </>
  );
}
