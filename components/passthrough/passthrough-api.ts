import { trpc } from "@/components/api/client";
import type { Plan } from "@/server/plan.schema";
import type { AttachOptions } from "@/server/vm/edit/attach-options.schema";

interface DetachWish {
  hostId: string;
  vmId: string;
  addresses: string[];
}

interface AttachWish extends DetachWish {
  options: AttachOptions;
}

interface Query<Input, Output> {
  query(input: Input): Promise<Output>;
}

interface Mutation<Input, Output> {
  mutate(input: Input): Promise<Output>;
}

interface Started {
  jobId: string;
}

interface PassthroughApi {
  planAttach: Query<AttachWish, Plan>;
  runAttach: Mutation<AttachWish & { fingerprint: string }, Started>;
  planDetach: Query<DetachWish, Plan>;
  runDetach: Mutation<DetachWish & { fingerprint: string }, Started>;
  roms: Query<{ hostId: string }, RomFile[]>;
  uploadRom: Mutation<{ hostId: string; name: string; base64: string }, RomFile>;
}

/** A VBIOS that was uploaded, and what was found in it. */
export interface RomFile {
  name: string;
  path: string;
  /** What was found in it, in sentences. */
  findings: string[];
}

/** The server's plans and acts on devices. */
export const passthroughApi: PassthroughApi = (trpc as unknown as { passthrough: PassthroughApi })
  .passthrough;
