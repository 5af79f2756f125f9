"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/data/api";
import { type ApiOutputs, trpc } from "@/components/data/client";
import type { Reading } from "@/components/data/reading";
import { type Action, useAction } from "@/components/data/use-action";
import type { RomFile } from "@/server/work/rom/rom-file";
import { base64Of } from "./base64";

/** A file of the user's, and what was seen in it. */
export interface SeenRom {
  file: File;
  base64: string;
  look: ApiOutputs["passthrough"]["lookAtRom"];
}

export interface Roms {
  /** The ROM files on the host, each checked against the card. */
  files: Reading<readonly RomFile[]>;
  /** Looks at a file, and keeps it at once where nothing is to be cut off. */
  upload: Action<File, SeenRom>;
  /** Keeps a file that was seen, without its header. */
  keep: Action<SeenRom, RomFile>;
  /** What waits for a yes to being cut; null: nothing. */
  asked: SeenRom | null;
  /** Forgets what waits. */
  dismiss(): void;
}

/**
 * The ROM files of a host, and a way to upload another.
 * @param address The card's function that they are checked against.
 * @param kept Hears where a file is, once it is there.
 */
export function useRoms(hostId: string, address: string, kept: (path: string) => void): Roms {
  const card = { hostId, address };
  const files = useQuery(api.passthrough.roms.queryOptions(card));
  const [asked, setAsked] = useState<SeenRom | null>(null);
  const keep = useAction(
    {
      mutationFn: ({ file, base64, look }: SeenRom) =>
        trpc.passthrough.uploadRom.mutate({
          ...card,
          name: file.name,
          base64,
          headerBytes: look.headerBytes,
        }),
    },
    (file) => {
      setAsked(null);
      void files.refetch();
      kept(file.path);
    },
  );
  const upload = useAction(
    {
      mutationFn: async (file: File): Promise<SeenRom> => {
        setAsked(null);
        keep.reset();
        const base64 = await base64Of(file);
        return { file, base64, look: await trpc.passthrough.lookAtRom.mutate({ ...card, base64 }) };
      },
    },
    (seen) => {
      if (seen.look.headerBytes > 0) setAsked(seen);
      else keep.run(seen);
    },
  );
  return { files, upload, keep, asked, dismiss: () => setAsked(null) };
}
