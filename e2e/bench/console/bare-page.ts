import type { Page } from "@playwright/test";
import { originProofKey } from "@/components/data/origin-proof";
import { proofHeader } from "@/server/access/origin-proof.schema";
import type { OpenFrame } from "@/server/console/protocol.schema";

/**
 * Turns a page of Passdeck's origin into the least that can show a console: a WebSocket and one text node, drawn in
 * the animation frame after each arrival. What a key takes here is what Chromium itself takes on this machine.
 */
export async function becomeBarePage(page: Page, vmId: string): Promise<void> {
  const request = { hostId: "local", vmId, kind: "serial", readOnly: false };
  await page.evaluate(openBareConsole, { request, proofHeader, originProofKey });
}

/** What the page is handed, as it has no modules. */
interface Asked {
  request: object;
  proofHeader: string;
  originProofKey: string;
}

/** Runs in the page. Resolves once the console is open. */
async function openBareConsole({ request, proofHeader, originProofKey }: Asked): Promise<void> {
  const answer = await fetch("/api/trpc/console.open", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      [proofHeader]: localStorage.getItem(originProofKey) ?? "",
    },
    body: JSON.stringify(request),
  });
  if (!answer.ok) throw new Error(`the console was refused: ${await answer.text()}`);
  const { result } = await answer.json();
  const rows = document.createElement("pre");
  rows.className = "xterm-rows";
  const text = document.createTextNode("");
  rows.append(text);
  const input = document.createElement("textarea");
  document.body.replaceChildren(rows, input);
  input.focus();
  const socket = new WebSocket(`${location.origin.replace("http", "ws")}/ws/console`);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => {
    const open: OpenFrame = { type: "open", ticket: result.data.ticket, resume: null };
    socket.send(JSON.stringify(open));
  };
  let offset = 0;
  await new Promise<void>((opened) => {
    socket.onmessage = ({ data }) => {
      if (typeof data === "string") {
        const control = JSON.parse(data);
        if (control.type === "opened") offset = control.offset;
        return opened();
      }
      offset += data.byteLength;
      socket.send(JSON.stringify({ type: "ack", offset }));
      // The last lines, as many as a terminal shows.
      requestAnimationFrame(() => {
        text.data = (text.data + new TextDecoder().decode(data)).slice(-2000);
      });
    };
  });
  addEventListener("keydown", ({ key }) => {
    if (key === "Enter" || key.length === 1) {
      socket.send(new TextEncoder().encode(key === "Enter" ? "\r" : key));
    }
  });
}
