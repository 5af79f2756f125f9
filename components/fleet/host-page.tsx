"use client";

import { ServerOff } from "lucide-react";
import { type ReactNode, Suspense, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { HostChoice } from "./host-choice";
import { HostProblemPage, useTroubledHosts } from "./host-problems";
import { useFleetLoaded, useHosts } from "./use-fleet";

export interface HostPageProps<Things> {
  title: string;
  description: string;
  /** What the host is asked for, for who can't see that something is on its way: "the host's pools". */
  what: string;
  /** A hook that follows them, live; undefined until they are known. */
  useThings(hostId: string | null): Things | undefined;
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
        {creating && host !== null ? newDialog(host.id, things, () => setCreating(false)) : null}
      </Suspense>
    </>
  );
}

interface ContentProps<Things> extends Pick<HostPageProps<Things>, "what" | "children"> {
  hostId: string | null;
  things: Things | undefined;
  begin(): void;
}

function Content<Things>({ what, hostId, things, begin, children }: ContentProps<Things>) {
  const loaded = useFleetLoaded();
  const troubled = useTroubledHosts().find(({ id }) => id === hostId);
  if (loaded && hostId === null) {
    return <EmptyState icon={<ServerOff />} title="No host" description="Passdeck manages no host yet." />;
  }
  if (things !== undefined && hostId !== null) return children(hostId, things, begin);
  if (troubled !== undefined) return <HostProblemPage host={troubled} />;
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        Reading {what}
      </p>
      <Skeleton className="h-40 rounded-lg" />
    </div>
  );
}
