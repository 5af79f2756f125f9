import { onTestFinished, vi } from "vitest";
import type { CheckHost, CheckNews } from "@/server/work/hosts/host-request.schema";

/** A server that tells of tests of hosts what the test says, over the socket that pages subscribe by. */
export interface ToldChecks {
  /** What was to be tested, in order. */
  asked: CheckHost[];
  /** How many were broken off. */
  stopped(): number;
  /** Tells of the latest. */
  tell(...news: CheckNews[]): void;
  /** Says that the latest has ended. */
  end(): void;
}

// The page's client keeps its socket from test to test.
let [asked, stops, latest]: [CheckHost[], number, { id: number; socket: FakeSocket } | null] = [[], 0, null];

/** Stands in for the socket until the test ends. */
export function toldChecks(): ToldChecks {
  [asked, stops, latest] = [[], 0, null];
  vi.stubGlobal("WebSocket", FakeSocket);
  onTestFinished(() => void vi.unstubAllGlobals());
  return {
    asked,
    stopped: () => stops,
    tell: (...news) => {
      for (const data of news) answer({ type: "data", data });
    },
    end: () => answer({ type: "stopped" }),
  };
}

class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  readyState = 1;

  override addEventListener(...words: Parameters<EventTarget["addEventListener"]>): void {
    super.addEventListener(...words);
    if (words[0] === "open") queueMicrotask(() => this.dispatchEvent(new Event("open")));
  }

  send(text: string): void {
    if (text === "PING") return;
    for (const { id, method, params } of [JSON.parse(text)].flat()) {
      if (method === "subscription.stop") stops += 1;
      if (method !== "subscription") continue;
      asked.push(params.input);
      latest = { id, socket: this };
      answer({ type: "started" });
    }
  }

  close(): void {
    this.readyState = 3;
  }
}

function answer(result: object): void {
  const data = JSON.stringify({ id: latest?.id, result });
  latest?.socket.dispatchEvent(new MessageEvent("message", { data }));
}
