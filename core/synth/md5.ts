/** How many digits {@link md5Beginning} gives. */
export const hashLength = 8;

const BLOCK_BYTES = 64;
const STEPS = 64;
/** Where the last block has the length of the text. */
const LENGTH_BYTE = 56;

const start = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];

/** What each step adds. */
const constants = Int32Array.from({ length: STEPS }, (_, step) =>
  Math.floor(2 ** 32 * Math.abs(Math.sin(step + 1))),
);

/** How far each step turns: in each of the four rounds four numbers, over and over. */
const turns = Uint8Array.from(
  [
    [7, 12, 17, 22],
    [5, 9, 14, 20],
    [4, 11, 16, 23],
    [6, 10, 15, 21],
  ].flatMap((round) => [...round, ...round, ...round, ...round]),
);

/** The word of the block that each step takes. */
const places = Uint8Array.from({ length: STEPS }, (_, step) => {
  if (step < 16) return step;
  if (step < 32) return (5 * step + 1) % 16;
  return step < 48 ? (3 * step + 5) % 16 : (7 * step) % 16;
});

/**
 * MD5 of the UTF-8 of texts. Each resource needs one for its logical ID, so all are computed in the same few words,
 * and a text is never turned into bytes of its own.
 *
 * Source: RFC 1321.
 */
class Md5 {
  readonly #block = new Int32Array(BLOCK_BYTES / 4);
  readonly #state = new Int32Array(4);
  readonly #work = new Int32Array(4);
  #length = 0;

  beginning(text: string): string {
    this.#state.set(start);
    this.#length = 0;
    this.#addText(text);
    this.#addEnd();
    return digits(this.#state[0] ?? 0);
  }

  #addText(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const point = text.codePointAt(at) ?? 0;
      if (point > 0xffff) at++;
      if (point < 0x80) this.#addByte(point);
      else this.#addBytes(isHalfOfPair(point) ? 0xfffd : point);
    }
  }

  /** Adds a character that takes several bytes. */
  #addBytes(point: number): void {
    const more = 1 + Number(point > 0x7ff) + Number(point > 0xffff);
    const lead = (0xff00 >> (more + 1)) & 0xff;
    this.#addByte(lead | (point >> (6 * more)));
    for (let rest = more - 1; rest >= 0; rest--)
      this.#addByte(0x80 | ((point >> (6 * rest)) & 0x3f));
  }

  #addByte(byte: number): void {
    const place = this.#length % BLOCK_BYTES;
    const word = place >> 2;
    const before = place % 4 === 0 ? 0 : (this.#block[word] ?? 0);
    this.#block[word] = before | (byte << (8 * (place % 4)));
    this.#length++;
    if (place === BLOCK_BYTES - 1) this.#addBlock();
  }

  #addEnd(): void {
    const bits = this.#length * 8;
    this.#addByte(0x80);
    while (this.#length % BLOCK_BYTES !== LENGTH_BYTE) this.#addByte(0);
    this.#block[LENGTH_BYTE / 4] = bits;
    this.#block[LENGTH_BYTE / 4 + 1] = bits / 2 ** 32;
    this.#addBlock();
  }

  #addBlock(): void {
    this.#work.set(this.#state);
    for (let step = 0; step < STEPS; step++) this.#step(step);
    for (let word = 0; word < 4; word++)
      this.#state[word] = (this.#state[word] ?? 0) + (this.#work[word] ?? 0);
  }

  /** The four words take turns in being the one that changes. */
  #step(step: number): void {
    const work = this.#work;
    const b = work[(1 - step) & 3] ?? 0;
    const c = work[(2 - step) & 3] ?? 0;
    const d = work[(3 - step) & 3] ?? 0;
    let mixed = c ^ (b | ~d);
    if (step < 16) mixed = (b & c) | (~b & d);
    else if (step < 32) mixed = (d & b) | (~d & c);
    else if (step < 48) mixed = b ^ c ^ d;
    const word = this.#block[places[step] ?? 0] ?? 0;
    const sum = (work[-step & 3] ?? 0) + mixed + word + (constants[step] ?? 0);
    const turn = turns[step] ?? 0;
    work[-step & 3] = b + ((sum << turn) | (sum >>> (32 - turn)));
  }
}

function isHalfOfPair(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}

/** A word as its bytes are written, the lowest first. */
function digits(word: number): string {
  const swapped =
    (word << 24) |
    ((word & 0xff00) << 8) |
    ((word >>> 8) & 0xff00) |
    (word >>> 24);
  return (swapped >>> 0).toString(16).padStart(hashLength, "0");
}

const md5 = new Md5();

/** The first eight hexadecimal digits of the MD5 of a text in UTF-8. */
export function md5Beginning(text: string): string {
  return md5.beginning(text);
}
