/**
 * Keeps apart what several print at once: one of them has the word, and is printed as it comes, until it ends; then the
 * next one has it, and what that has printed meanwhile comes first.
 */
export class InTurn {
  /** The first one has the word. @type {{ heldBack: string[], hasEnded: boolean }[]} */
  #speakers = [];
  /** @type {(text: string) => void} */
  #print;

  /** @param {(text: string) => void} print */
  constructor(print) {
    this.#print = print;
  }

  /** Somebody who comes last. @returns {{ write(text: string): void, end(): void }} */
  open() {
    const speaker = { heldBack: /** @type {string[]} */ ([]), hasEnded: false };
    this.#speakers.push(speaker);
    return {
      write: (text) => {
        if (this.#speakers[0] === speaker) this.#print(text);
        else speaker.heldBack.push(text);
      },
      end: () => {
        speaker.hasEnded = true;
        this.#handOn();
      },
    };
  }

  #handOn() {
    while (this.#speakers[0]?.hasEnded) {
      this.#speakers.shift();
      const heldBack = this.#speakers[0]?.heldBack.splice(0) ?? [];
      if (heldBack.length > 0) this.#print(heldBack.join(""));
    }
  }
}
