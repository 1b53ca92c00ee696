/** Two notes that rise for somebody new, one soft note for a message; in hertz, one after the other. */
const TUNES = { somebody: [659, 880], message: [740] } as const;

export type Tune = keyof typeof TUNES;

const NOTE_SECONDS = 0.16;
const LOUDNESS = 0.12;

/** Makes the sounds itself: nothing is loaded. Silent until a person has touched the page, as browsers want it. */
export function createChime(): { play(tune: Tune): void; close(): void } {
  let audio: AudioContext | null = null;

  function note(context: AudioContext, hertz: number, at: number): void {
    const [tone, volume] = [context.createOscillator(), context.createGain()];
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.001, at + NOTE_SECONDS * 2);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + NOTE_SECONDS * 2);
  }

  return {
    play: (tune) => {
      if (!navigator.userActivation.hasBeenActive) return;
      audio ??= new AudioContext();
      void audio.resume();
      for (const [index, hertz] of TUNES[tune].entries()) note(audio, hertz, audio.currentTime + index * NOTE_SECONDS);
    },
    close: () => {
      void audio?.close();
      audio = null;
    },
  };
}
