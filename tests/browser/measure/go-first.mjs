// A speed is only ours if no other program is in the way: this asks the system to let the measure go first.
import { spawnSync } from "node:child_process";

/**
 * Gives this process, and all that it starts from now on, the first call on the processors. Systems grant it to their
 * root (`chrt` of util-linux); whether it was granted.
 */
export function goFirst() {
  const { status } = spawnSync("chrt", ["--all-tasks", "--rr", "--pid", "10", String(process.pid)], { stdio: "ignore" });
  return status === 0;
}
