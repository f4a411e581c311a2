/** Three soft tones, in hertz. */
const TONES_HZ = [523, 659, 784] as const;
const TONE_SECONDS = 0.2;
/** From 0 to 1. */
const VOLUME = 0.2;

/** The sound of a timer that is over. Off until somebody asks for it. */
export class Sound {
  #context: AudioContext | undefined;

  get isOn(): boolean {
    return this.#context !== undefined;
  }

  /** To be called in the handler of a press: browsers play nothing that no visitor asked for. */
  setOn(on: boolean): void {
    if (on === this.isOn) return;
    void this.#context?.close();
    this.#context = on ? new AudioContext() : undefined;
  }

  play(): void {
    const context = this.#context;
    if (!context) return;
    // A telephone suspends it while another page is in sight.
    void context.resume();
    TONES_HZ.forEach((frequency, index) => {
      const start = context.currentTime + index * TONE_SECONDS * 1.5;
      const volume = new GainNode(context, { gain: 0 });
      volume.gain.setTargetAtTime(VOLUME, start, 0.01);
      volume.gain.setTargetAtTime(0, start + TONE_SECONDS / 2, 0.05);
      const tone = new OscillatorNode(context, { frequency });
      tone.connect(volume).connect(context.destination);
      tone.start(start);
      tone.stop(start + TONE_SECONDS * 2);
    });
  }
}
