/** `work`, which is done once more where it was asked for while it was going on. It must not reject. */
export function oneAtATime(work: () => Promise<void>): () => void {
  let state: "idle" | "busy" | "again" = "idle";
  const start = async (): Promise<void> => {
    state = "busy";
    await work();
    const more = state as string;
    state = "idle";
    if (more === "again") await start();
  };
  return () => {
    if (state === "idle") void start();
    else state = "again";
  };
}
