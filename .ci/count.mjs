// Adds up a run: node count.mjs <vitest's JSON report> <steps that failed>... Plain JavaScript, for it must run when the install failed.
import { existsSync, readFileSync } from "node:fs";

const [reportFile, ...brokenSteps] = process.argv.slice(2);
const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, "utf8")) : null;
const files = report?.testResults ?? [];
const count = (status) =>
  files.flatMap((file) => file.assertionResults).filter((test) => test.status === status).length;

const passed = count("passed");
let failed = count("failed");
// A file that does not load has no failed test; it counts as one.
failed += files.filter(
  ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
).length;
// So do a failed install, a failed check, and a test run that broke without a failing test.
for (const step of brokenSteps) {
  console.log(`\nfailed: ${step}`);
  if (!step.startsWith("npm test") || failed === 0) failed += 1;
}
if (passed === 0 && failed === 0) failed = 1;
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
