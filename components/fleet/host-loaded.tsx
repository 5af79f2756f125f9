"use client";

import { Loaded, type LoadedProps } from "@/components/data/loaded";
import { HostWaiting } from "./host-waiting";

export interface HostLoadedProps<Data> extends LoadedProps<Data> {
  /** Whose it is; null while nothing is known of the fleet. */
  hostId: string | null;
}

/** As `Loaded`, of what a host tells: while it is awaited, how it stands with the host is said, too. */
export function HostLoaded<Data>({ hostId, ...props }: HostLoadedProps<Data>) {
  const { reading, what, skeleton } = props;
  const awaited = reading.data === undefined && (reading.error ?? null) === null;
  return awaited ? (
    <HostWaiting hostId={hostId} what={what}>
      {skeleton}
    </HostWaiting>
  ) : (
    <Loaded {...props} />
  );
}
