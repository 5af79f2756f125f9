"use client";

import { ServerOff } from "lucide-react";
import { type ReactNode, Suspense, useState } from "react";
import type { Reading } from "@/components/data/reading";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { HostChoice } from "./host-choice";
import { HostLoaded } from "./host-loaded";
import { useFleetLoaded, useHosts } from "./use-fleet";

export interface HostPageProps<Things> {
  title: string;
  description: string;
  /** What the host is asked for, for who can't see that something is on its way: "the host's pools". */
  what: string;
  /** A hook that follows them, live. */
  useThings(hostId: string | null): Reading<Things>;
  /** The button that begins a new one. */
  newButton(hostId: string, begin: () => void): ReactNode;
  /** The dialog of a new one. */
  newDialog(hostId: string, things: Things | undefined, close: () => void): ReactNode;
  /** The page's content, once the host has told. */
  children(hostId: string, things: Things, begin: () => void): ReactNode;
}

/** The page of what one host of the fleet has: the choice among hosts, a way to make a new one, and what there is. */
export function HostPage<Things>(props: HostPageProps<Things>) {
  const { title, description, useThings, newButton, newDialog } = props;
  const hosts = useHosts();
  const [chosen, setChosen] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const host = hosts.find(({ id }) => id === chosen) ?? hosts[0] ?? null;
  const things = useThings(host?.id ?? null);
  const begin = () => setCreating(true);
  return (
    <>
      <PageHeader
        title={title}
        description={description}
        actions={
          host === null ? undefined : (
            <>
              {hosts.length > 1 ? <HostChoice hosts={hosts} host={host} onChoose={setChosen} /> : null}
              {newButton(host.id, begin)}
            </>
          )
        }
      />
      <Content {...props} hostId={host?.id ?? null} things={things} begin={begin} />
      <Suspense>
        {creating && host !== null ? newDialog(host.id, things.data, () => setCreating(false)) : null}
      </Suspense>
    </>
  );
}

interface ContentProps<Things> extends Pick<HostPageProps<Things>, "what" | "children"> {
  hostId: string | null;
  things: Reading<Things>;
  begin(): void;
}

function Content<Things>({ what, hostId, things, begin, children }: ContentProps<Things>) {
  const loaded = useFleetLoaded();
  if (loaded && hostId === null) {
    return <EmptyState icon={<ServerOff />} title="No host" description="Passdeck manages no host yet." />;
  }
  return (
    <HostLoaded hostId={hostId} reading={things} what={what}>
      {(told) => (hostId === null ? null : children(hostId, told, begin))}
    </HostLoaded>
  );
}
