/** A JSON frame as it came over the wire; tests look into it without a schema, as a stranger's client would. */
export type Frame = { type: string } & Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- what a stranger sees has no types

/**
 * The answer to the request with this id among the frames that were heard after it: its ack or nack. A new message is answered by its
 * entry, which is shown here as the ack that it stands for. Undefined if there is none yet.
 */
export function answerTo(id: string, heard: readonly Frame[]): Frame | undefined {
  for (const frame of heard) {
    if ((frame.type === "ack" || frame.type === "nack") && frame["id"] === id) return frame;
    const said =
      frame.type === "update" ? (frame["entries"] as Frame[]).find((entry) => entry["id"] === id) : undefined;
    if (said !== undefined) return { type: "ack", id, seq: said["seq"], at: said["at"] };
  }
  return undefined;
}
