#!/usr/bin/env python3
"""Runs `bangfu cells`, `check` and `run` on hostile files, and measures what each one costs.

    scripts/measure-hostile.py .build/release/bangfu FOLDER

`scripts/make-hostile-archives.py` fills a folder with workbooks made to harm their reader.

Every file of FOLDER must end in a refusal or a read with at most 1 s of CPU time and 128 MB per
command (wall time is told beside it, for other work may keep the cores busy): no
crash, no hang, no connection, and no other file opened than the program's own. In the `run` the file
is a unit's only one beside a unit without fault, whose application must still be screened. The
commands are watched with strace where it is installed. Exit code 1 where a file breaks one of these.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MOST_SECONDS = 1.0
MOST_BYTES = 128_000_000
ROSTER = "单位代码,单位名称,组织关系在工委\nH01,州坏文件中心,是\nH02,州好文件中心,是\n"
GOOD = ("申报编号,姓名,身份证号码,申报类别,致困原因,家庭人口,家庭年收入,已享受普惠政策,已接受各类捐助,申报日期\n"
        "1,测试甲,513299198802291212,在职,疾病,1,9600,是,是,2015-08-01\n")
PIPELINE = """pipeline: hostile
title: hostile
round: hostile
asOf: 2015-10-31
input: {input}
output: {output}
registry: {output}/registry/registry.sqlite
forms: {forms}
policy: {policy}
"""
# What a file may make the program open: its own parts, the system's and those named on the line.
OPENED = re.compile(r'openat\([^"]*"([^"]*)", ([A-Z_|]+).* = \d+$', re.MULTILINE)
CONNECTED = re.compile(r"^(?:\[pid +\d+\] |\d+ )?(?:connect|sendto|bind)\(.*$", re.MULTILINE)
OWN = ("/etc/ld.so", "/lib", "/usr/lib", "/usr/share", "/usr/local", "/opt", "/proc", "/sys",
       "/dev", "/etc/localtime", "/etc/nsswitch.conf", "/etc/group", "/etc/passwd")


def measured(command):
    """The command's exit code or signal, seconds of CPU, peak memory in bytes, what it printed, and
    seconds of wall time."""
    with tempfile.TemporaryFile() as printed:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=printed, stderr=subprocess.STDOUT)
        deadline = start + 30
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() > deadline:
                process.kill()
            time.sleep(0.002)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
        printed.seek(0)
        text = printed.read().decode("utf-8", "replace")
    seconds = usage.ru_utime + usage.ru_stime
    return process.returncode, seconds, usage.ru_maxrss * 1024, text, wall


def accesses(command, allowed):
    """Connections and files opened beyond what the command needs; none without strace."""
    if not shutil.which("strace"):
        return []
    with tempfile.TemporaryDirectory() as folder:
        trace = folder + "/trace"
        subprocess.run(["strace", "-f", "-qq", "-s", "4096", "-e", "trace=network,openat",
                        "-o", trace, *command], stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=False)
        text = Path(trace).read_text(errors="replace")
    opened = [path for path, _ in OPENED.findall(text)
              if os.path.isabs(path) and not path.startswith(OWN)
              and not any(os.path.abspath(path).startswith(root) for root in allowed)]
    relative = [path for path, _ in OPENED.findall(text) if not os.path.isabs(path)
                and not any(os.path.abspath(path).startswith(root) for root in allowed)]
    # The C library asks the machine's own cache of names about the owner of a file.
    connected = [call for call in CONNECTED.findall(text) if "/nscd/socket" not in call]
    return opened + relative + connected


def commands(program, path, folder, definitions):
    """The three commands on one file, with the folders each may touch."""
    cells = folder / "cells"
    cells.mkdir()
    unit = folder / "in" / "州坏文件中心"
    unit.mkdir(parents=True)
    shutil.copy(path, unit / path.name)
    good = folder / "in" / "州好文件中心"
    good.mkdir()
    (good / "申报表.csv").write_text(GOOD, "utf-8")
    (folder / "in" / "单位名册.csv").write_text(ROSTER, "utf-8")
    pipeline = folder / "hostile.yaml"
    pipeline.write_text(PIPELINE.format(
        input=folder / "in", output=folder / "out", forms=definitions / "forms",
        policy=definitions / "policies" / "aba-organs.yaml"), "utf-8")
    allowed = [str(folder), str(definitions), str(path.resolve())]
    yield "cells", [program, "cells", str(path), "--output", str(cells)], {0, 1, 2, 3}, allowed
    yield "check", [program, "check", "--pipeline", str(definitions / "annual-intake.yaml"), str(path)], {0, 1, 2, 3}, allowed
    yield "run", [program, "run", str(pipeline), "--quiet"], {0, 1}, allowed


def faults(name, done, most_codes, folder):
    code, seconds, memory, text, wall = done
    found = []
    if code not in most_codes:
        found.append(f"exit code {code}: {text[-200:].strip()}")
    if seconds > MOST_SECONDS or wall > 30:
        found.append(f"{seconds:.2f} s of CPU, {wall:.2f} s")
    if memory > MOST_BYTES:
        found.append(f"{memory / 1e6:.0f} MB")
    if code != 0 and not text.strip() and name != "run":
        found.append("refused without a word")
    if name == "run":
        roster = folder / "out" / "latest" / "roster.csv"
        if not roster.exists() or "测试甲" not in roster.read_text("utf-8"):
            found.append("the other unit's application is not in the roster")
    return found


def main(program, files):
    program = os.path.abspath(program)
    definitions = Path(__file__).resolve().parent.parent / "pipelines"
    worst = {"seconds of CPU": (0, ""), "seconds": (0, ""), "megabytes": (0, "")}
    broken = count = 0
    for path in sorted(Path(files).resolve().iterdir()):
        count += 1
        line = []
        with tempfile.TemporaryDirectory() as folder:
            for name, command, codes, allowed in commands(
                    program, path, Path(folder), definitions):
                done = measured(command)
                found = faults(name, done, codes, Path(folder))
                found += accesses(command, allowed)
                for unit, value in [("seconds of CPU", done[1]), ("seconds", done[4])]:
                    worst[unit] = max(worst[unit], (value, f"{path.name} {name}"))
                worst["megabytes"] = max(worst["megabytes"], (done[2] / 1e6, f"{path.name} {name}"))
                line.append(f"{name} {done[0]} {done[1]:.2f}s ({done[4]:.2f}) {done[2] / 1e6:.0f}MB")
                if found:
                    broken += 1
                    line += [f"FAULT {fault}" for fault in found]
                if name == "cells":
                    said = done[3].strip().splitlines()[-1:] if done[0] else ["read"]
                    line.append("; ".join(said)[:110])
        print(f"{path.name}: " + " | ".join(line))
    print(f"files {count}, commands that broke a limit {broken}; most: "
          + ", ".join(f"{value:.2f} {unit} ({name})" for unit, (value, name) in worst.items()))
    return 1 if broken else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
