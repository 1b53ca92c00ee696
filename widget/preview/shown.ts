import * as v from "valibot";

/** What the settings page says is to be seen. */
const Shown = v.object({
  preview: v.object({
    widgetId: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)),
    view: v.picklist(["talk", "greeting", "closed"]),
    value: v.object({
      name: v.string(),
      looks: v.object({
        // While somebody types, it may be none: then it is shown with ours.
        accent: v.fallback(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i)), "#3b6fd4"),
        position: v.fallback(v.picklist(["left", "right"]), "right"),
        theme: v.fallback(v.picklist(["auto", "light", "dark"]), "auto"),
        logo: v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^https?:\/\/./))), null),
      }),
      texts: v.object({ greeting: v.string(), hint: v.string() }),
      reconnect: v.object({ enabled: v.boolean() }),
    }),
  }),
});
export type Shown = v.InferOutput<typeof Shown>["preview"];

/** Reads it; null of anything else that somebody sends. */
export function readShown(data: unknown): Shown | null {
  const read = v.safeParse(Shown, data);
  return read.success ? read.output.preview : null;
}
