/**
 * The line between page and server: every answer waits for a round, then its packets take turns with those of the other
 * answers at the rate of the line. It is in the server as Chromium's own emulation counts whole packets of 1,500 bytes
 * for the rest of each file too, a fifth more for small ones. Set-up of the connection, headers and requests take no
 * time, for no page.
 */
import { setTimeout as wait } from 'node:timers/promises';

const PACKET_BYTES = 1_400;

/**
 * @typedef {object} Line
 * @property {number} latencyMs A round.
 * @property {number} bytesPerSecond Infinity for no limit.
 */

/** Sends answers over a line that can be exchanged between two pages. */
export class Sender {
  /** @type {Line} */
  line = { latencyMs: 0, bytesPerSecond: Infinity };
  #waiting = [];
  #isSending = false;

  async send(response, headers, body) {
    await wait(this.line.latencyMs);
    if (response.stream.destroyed) return;
    response.writeHead(200, headers);
    response.flushHeaders();
    this.#waiting.push({ response, body });
    if (!this.#isSending) await this.#sendAll();
  }

  async #sendAll() {
    this.#isSending = true;
    let freeAt = performance.now();
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const { response, body } = next;
      if (response.stream.destroyed) continue;
      const packet = body.subarray(0, PACKET_BYTES);
      freeAt += (packet.length / this.line.bytesPerSecond) * 1_000;
      const early = freeAt - performance.now();
      if (early >= 1) await wait(early);
      if (packet.length < body.length) {
        response.write(packet);
        this.#waiting.push({ response, body: body.subarray(PACKET_BYTES) });
      } else response.end(packet);
    }
    this.#isSending = false;
  }
}
