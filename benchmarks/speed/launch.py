"""Run a program once on some cores and print how long it took: `python -I -S launch.py CORES PROGRAM ARGUMENT…`.

CORES are numbers with commas between. Printed is one line of JSON: `seconds` from its start to its end, `mib` (the
peak of its resident memory, or of the largest of the processes it waited for) and `status`. The output of the program
is thrown away, its standard error is passed on. A process of its own, and a small one: Linux counts the memory of the
process that starts another into the peak of the other.
"""

from __future__ import annotations

import json
import os
import sys
import time


def main() -> int:
    """Run it and print; the exit status is 0 whatever the program's was."""
    cores, *command = sys.argv[1:]
    os.sched_setaffinity(0, {int(core) for core in cores.split(",")})
    nowhere = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, nowhere, 0), (os.POSIX_SPAWN_DUP2, nowhere, 1)]
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    _, status, used = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "mib": used.ru_maxrss / 1024, "status": os.waitstatus_to_exitcode(status)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
