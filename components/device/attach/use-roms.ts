"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import type { RomFile } from "@/server/work/rom/rom-file";
import { base64Of } from "./base64";

export interface Roms {
  files: readonly RomFile[];
  /** What went wrong with the last upload, or with the list. */
  problem: string | null;
  /** Resolves to the file as it was kept, or to null where it was refused. */
  upload(file: File): Promise<RomFile | null>;
}

const none: readonly RomFile[] = [];

/** The ROM files of the server, each checked against the card at `address`. */
export function useRoms(hostId: string, address: string): Roms {
  const [files, setFiles] = useState(none);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    setFiles(none);
    trpc.passthrough.roms.query({ hostId, address }).then(
      // What was uploaded meanwhile may have come too late for the list.
      (found) => (gone ? undefined : setFiles((uploaded) => withoutRepeats([...uploaded, ...found]))),
      (error: unknown) => (gone ? undefined : setProblem(errorText(error))),
    );
    return () => {
      gone = true;
    };
  }, [hostId, address]);
  const upload = async (file: File) => {
    setProblem(null);
    try {
      const base64 = await base64Of(file);
      const kept = await trpc.passthrough.uploadRom.mutate({ hostId, address, name: file.name, base64 });
      setFiles((before) => [...before, kept]);
      return kept;
    } catch (error) {
      setProblem(errorText(error));
      return null;
    }
  };
  return { files, problem, upload };
}

/** Each file once, by name, as they stand in the server's list. */
function withoutRepeats(files: readonly RomFile[]): RomFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return [...byPath.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}
