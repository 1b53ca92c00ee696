/** What tests find in `cloudflare:workers`: the bindings and the Worker's own exports. */
declare namespace Cloudflare {
  type WorkerEnv = import("../../worker/env.ts").Env;
  interface Env extends WorkerEnv {}
  interface GlobalProps {
    mainModule: typeof import("../../worker/index.ts");
  }
}
