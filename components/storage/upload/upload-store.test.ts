import { describe, expect, test } from "vitest";
import { UploadBoard } from "./upload-board";
import { UploadStore } from "./upload-store";
import type { OpenTransport, TransportEvents } from "./upload-transport";

/** A transport under the test's control. */
class Hand {
  readonly acts: string[] = [];
  opened = 0;
  #events: TransportEvents | null = null;

  open: OpenTransport = async (_request, events) => {
    this.#events = events;
    this.opened += 1;
    const act = (name: string) => () => void this.acts.push(name);
    return { start: act("start"), pause: act("pause"), cancel: async () => act("cancel")() };
  };

  get tell(): TransportEvents {
    if (this.#events === null) throw new Error("the transport was not opened");
    return this.#events;
  }
}

const file = new File(["0123456789"], "debian.iso");
const request = { hostId: "local", pool: "default", name: "debian-12.iso", file, checksum: null };
/** Lets what awaits nothing but settled promises run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

async function started() {
  const hand = new Hand();
  const board = new UploadBoard();
  const store = new UploadStore(board, hand.open);
  const id = store.add(request);
  await settle();
  const upload = () => board.all()[0];
  return { hand, board, store, id, upload };
}

describe("UploadStore", () => {
  test("carries a file to its end, with speed and checksum", async () => {
    const { hand, upload } = await started();
    expect(upload()).toMatchObject({ name: "debian-12.iso", size: 10, sent: 0, state: "running" });
    hand.tell.progress(2, 0);
    hand.tell.progress(6, 1_000);
    expect(upload()).toMatchObject({ sent: 6, bytesPerSecond: 4 });
    hand.tell.done("ab12");
    expect(upload()).toMatchObject({ sent: 10, state: "done", bytesPerSecond: null, checksum: "ab12" });
    expect(hand.acts).toEqual(["start"]);
  });

  test("pauses and goes on with the same transport", async () => {
    const { hand, store, id, upload } = await started();
    store.pause(id);
    expect(upload()?.state).toBe("paused");
    store.resume(id);
    await settle();
    expect(upload()?.state).toBe("running");
    expect(hand.acts).toEqual(["start", "pause", "start"]);
  });

  test("says why it failed, and can be tried again", async () => {
    const { hand, store, id, upload } = await started();
    hand.tell.failed("The pool default is full.", false);
    expect(upload()).toMatchObject({ state: "failed", problem: "The pool default is full." });
    store.resume(id);
    await settle();
    expect(upload()).toMatchObject({ state: "running", problem: null });
    expect(hand.acts).toEqual(["start", "start"]);
    expect(hand.opened).toBe(1);
  });

  test("begins anew where the server has nothing of it any more", async () => {
    const { hand, store, id } = await started();
    hand.tell.failed("Its SHA-256 is another one.", true);
    store.resume(id);
    await settle();
    expect(hand.opened).toBe(2);
    hand.tell.failed("Its SHA-256 is another one.", true);
    await store.remove(id);
    expect(hand.acts).toEqual(["start", "start"]);
  });

  test("has the server remove what was given up, and leaves alone what is done", async () => {
    const { hand, board, store, id } = await started();
    await store.remove(id);
    expect(board.all()).toEqual([]);
    expect(hand.acts).toEqual(["start", "cancel"]);

    const other = await started();
    other.hand.tell.done(null);
    await other.store.remove(other.id);
    expect(other.hand.acts).toEqual(["start"]);
  });

  test("starts once, and not before it may, however often it was paused while it was being opened", async () => {
    const hand = new Hand();
    const board = new UploadBoard();
    const store = new UploadStore(board, hand.open);
    const id = store.add(request);
    store.pause(id);
    store.resume(id);
    store.pause(id);
    await settle();
    expect(hand.acts).toEqual([]);
    store.resume(id);
    await settle();
    expect(hand.acts).toEqual(["start"]);
  });

  test("is given up even while it is being opened", async () => {
    const hand = new Hand();
    const board = new UploadBoard();
    const store = new UploadStore(board, hand.open);
    const gone = store.add(request);
    await store.remove(gone);
    await settle();
    expect(hand.acts).toEqual(["cancel"]);
  });

  test("says so where it can't even be opened", async () => {
    const board = new UploadBoard();
    const store = new UploadStore(board, () => Promise.reject(new Error("No such pool.")));
    store.add(request);
    await settle();
    expect(board.all()[0]).toMatchObject({ state: "failed", problem: "No such pool." });
  });
});
