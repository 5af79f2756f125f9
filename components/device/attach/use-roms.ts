"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import { trpc } from "@/components/data/client";
import type { Reading } from "@/components/data/reading";
import { type Action, useAction } from "@/components/data/use-action";
import type { RomFile } from "@/server/work/rom/rom-file";
import { base64Of } from "./base64";

export interface Roms {
  /** The ROM files on the host, each checked against the card. */
  files: Reading<readonly RomFile[]>;
  upload: Action<File, RomFile>;
}

/**
 * The ROM files that were uploaded to a host, and a way to upload another.
 * @param address The card's function that they are checked against.
 * @param uploaded Hears of a file once it is there.
 */
export function useRoms(hostId: string, address: string, uploaded: (file: RomFile) => void): Roms {
  const files = useQuery(api.passthrough.roms.queryOptions({ hostId, address }));
  const upload = useAction(
    {
      mutationFn: async (file: File) =>
        trpc.passthrough.uploadRom.mutate({
          hostId,
          address,
          name: file.name,
          base64: await base64Of(file),
        }),
    },
    (file) => {
      void files.refetch();
      uploaded(file);
    },
  );
  return { files, upload };
}
