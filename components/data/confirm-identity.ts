/** Asks the person at the page whether it is still them; whether the server took their word. */
type Ask = () => Promise<boolean>;

let ask: Ask | null = null;
let underWay: Promise<boolean> | null = null;

/** Has `asking` do it for this page, until the returned function is called. */
export function askIdentityBy(asking: Ask): () => void {
  ask = asking;
  return () => {
    if (ask === asking) ask = null;
  };
}

/**
 * Sends a call and, where the server wants its person confirmed first, asks them and sends it again. Calls that wait at the
 * same time share the question. Who closes it has the server's refusal for an answer.
 */
export async function sendConfirmed(send: () => Promise<Response>): Promise<Response> {
  const answer = await send();
  if (answer.status !== 403 || ask === null || !(await wantsConfirmation(answer.clone()))) return answer;
  underWay ??= ask().finally(() => {
    underWay = null;
  });
  return (await underWay) ? send() : answer;
}

async function wantsConfirmation(answer: Response): Promise<boolean> {
  const body: { error?: { data?: { appCode?: string } } } | null = await answer.json().catch(() => null);
  return body?.error?.data?.appCode === "reauthenticate";
}
