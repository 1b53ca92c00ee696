import type { BuildOptions } from "esbuild";
import { root } from "../root.ts";
import { ownSources } from "./own-sources.ts";

/** What all bundles have in common. */
export const shared = {
  absWorkingDir: root,
  bundle: true,
  target: "es2024",
  logLevel: "silent",
  legalComments: "none",
} satisfies BuildOptions;

/** The first that know `light-dark()` and colours made from others (`color(from …)`). */
export const browsers = ["chrome123", "firefox128", "safari17.5"];

/** What all bundles for browsers have in common. */
export const forBrowsers = {
  ...shared,
  minify: true,
  charset: "utf8",
  target: browsers,
  // Without "development": lit and others then come without their warnings.
  conditions: ["production", "browser"],
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [ownSources(browsers)],
} satisfies BuildOptions;
