/** Three soft tones, a fifth of a second each. */
const TONES = [523, 659, 784] as const;
const LENGTH = 0.2;
const VOLUME = 0.2;

/** The sound of a timer that is over. Silent until somebody asks for it. */
export class Sound {
  #context: AudioContext | undefined;

  get isOn(): boolean {
    return this.#context !== undefined;
  }

  /** Browsers let nothing sound that no press asked for: to be called in one. */
  switch(on: boolean): void {
    if (on === this.isOn) return;
    if (on) this.#context = new AudioContext();
    else void this.#context?.close();
    if (!on) this.#context = undefined;
  }

  play(): void {
    const context = this.#context;
    if (!context) return;
    // A telephone suspends it while another page is in sight.
    void context.resume();
    TONES.forEach((frequency, index) => {
      const start = context.currentTime + index * LENGTH * 1.5;
      const volume = new GainNode(context, { gain: 0 });
      volume.gain.setTargetAtTime(VOLUME, start, 0.01);
      volume.gain.setTargetAtTime(0, start + LENGTH / 2, 0.05);
      const tone = new OscillatorNode(context, { frequency });
      tone.connect(volume).connect(context.destination);
      tone.start(start);
      tone.stop(start + LENGTH * 2);
    });
  }
}
