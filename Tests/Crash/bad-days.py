#!/usr/bin/env python3
"""Put the registry through bad days: full and read-only disks, damaged files, two runs at once.

Usage: bad-days.py BANGFU FLIPS SEED SCRATCH

Each trouble must end with the contract's exit code (5 registry busy or damaged, 6 not writable) and
a message in both languages that names the place, and must leave registry and published runs as they
were; once it is over, the same command ends as it would have. FLIPS bits of the registry's file are
changed one by one: what `registry verify` lets pass must export the same. Disks are made with tmpfs
where this runs as root; without that right only those trials are left out. Exits 1 on a fault.
"""
import contextlib
import fcntl
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import time

sys.dont_write_bytecode = True
import scene as crash  # noqa: E402
from scene import Fault, Scene, fail  # noqa: E402

RESCREEN = ["run", "pipelines/rescreen.yaml", "--output", "output", "--registry", crash.REGISTRY]


class Trial:
    """A scene with two rounds and the first lot of the office's forms."""

    def __init__(self, bangfu, seed, scratch):
        self.dice = random.Random(seed)
        self.scratch = scratch
        self.scene = Scene(scratch / "scene", bangfu)
        for year in crash.ROUNDS[:2]:
            self.must_end(crash.run_step(year), 0, 1)
        crash.write_office_files(self.scene)
        self.must_end(crash.import_step(*crash.FIRST_LOT), 0, 1)
        self.must_end([*RESCREEN, "--as-of", "2015-06-30"], 0)
        self.state = scratch / "state"
        self.scene.save_state(self.state)
        self.export = crash.exported(self.scene)
        self.files = crash.published(self.scene)
        # What the steps of a good day come to.
        self.next_steps = [
            crash.import_step(*crash.SECOND_LOT), crash.run_step("2014"),
            [*RESCREEN, "--as-of", "2015-12-31"]]
        self.next_codes = [self.scene.end(self.scene.command(*step))[0] for step in self.next_steps]
        self.next_export = crash.exported(self.scene)
        self.next_files = crash.published(self.scene)
        self.reset()

    def reset(self):
        self.scene.copy_state(self.state)

    def must_end(self, arguments, *codes):
        code, printed, complaints = self.scene.end(self.scene.command(*arguments))
        if code not in codes:
            raise Fault(f"{arguments} ended with {code}: {printed}{complaints}")

    def must_fail(self, arguments, code, place):
        """Fails with the code, in both languages, saying where."""
        for language in ("zh-Hans", "en"):
            ended, _, complaints = self.scene.end(
                self.scene.command(*arguments, "--language", language))
            if ended != code:
                raise Fault(f"{arguments} ended with {ended} instead of {code}: {complaints}")
            is_chinese = any("一" <= letter <= "鿿" for letter in complaints.split("（")[0])
            if place not in complaints or is_chinese != (language == "zh-Hans"):
                raise Fault(f"{arguments} does not say {place} in {language}: {complaints}")

    def must_be_as_before(self):
        self.compare(self.export, self.files)

    def must_go_on(self):
        """The trouble is over: the same commands end as on a good day."""
        for step, code in zip(self.next_steps, self.next_codes):
            self.must_end(step, code)
        self.compare(self.next_export, self.next_files)

    def compare(self, export, files):
        crash.check_registry(self.scene)
        crash.check_published(self.scene)
        differing = crash.difference(export, crash.exported(self.scene))
        differing += crash.difference(files, crash.published(self.scene))
        if differing:
            raise Fault(f"something is not as it should be: {differing}")


# --- Disks ----------------------------------------------------------------------------------------

@contextlib.contextmanager
def disk(folder, size):
    """A small file system in place of a folder, with what lay there."""
    kept = folder.with_name(folder.name + ".kept")
    folder.rename(kept)
    folder.mkdir()
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "tmpfs", str(folder)], check=True)
    try:
        for path in kept.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.copytree(path, folder / path.name, symlinks=True)
            else:
                shutil.copy2(path, folder / path.name, follow_symlinks=False)
        yield
        shutil.rmtree(kept)
        shutil.copytree(folder, kept, symlinks=True)
    finally:
        subprocess.run(["umount", str(folder)], check=True)
        folder.rmdir()
        kept.rename(folder)


def remount(folder, how):
    subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], check=True)


def fill(folder, left):
    """Fills a disk but for some bytes; returns the filling."""
    filling = folder / ".filling"
    free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
    with open(filling, "wb") as file:
        file.write(b"\0" * max(0, free - left))
    return filling


def full_disks(trial):
    """Disk full while the registry is written, and while the output is."""
    met = 0
    for name in ("registry", "output"):
        for left in (0, 4_096, 16_384, 40_960, 131_072, 262_144, 393_216):
            trial.reset()
            folder = trial.scene.folder / name
            with disk(folder, "64m"):
                filling = fill(folder, left)
                for step, code in zip(trial.next_steps, trial.next_codes):
                    ended, _, complaints = trial.scene.end(trial.scene.command(*step))
                    if ended not in (code, 6) or ended == 6 and not complaints:
                        raise Fault(f"{name} full but {left}: {step}: {ended} {complaints}")
                    crash.check_published(trial.scene)
                    if ended == 6:
                        met += 1
                        break
                filling.unlink()
                crash.check_registry(trial.scene)
                trial.must_go_on()
    if met < 6:
        raise Fault(f"only {met} commands met a full disk")
    return f"{met} commands on full disks"


def read_only_disks(trial):
    for name in ("registry", "output"):
        trial.reset()
        folder = trial.scene.folder / name
        with disk(folder, "64m"):
            remount(folder, "ro")
            steps = trial.next_steps if name == "registry" else trial.next_steps[1:]
            if name == "output":
                # What shows in the round makes another run of it.
                trial.must_end(trial.next_steps[0], trial.next_codes[0])
            for step in steps:
                trial.must_fail(step, 6, name)
            if name == "registry":
                trial.must_fail(status(), 6, name)
            remount(folder, "rw")
            trial.must_go_on()
    return "registry and output read-only"


def status():
    return [
        "registry", "status", "--registry", crash.REGISTRY, "--pipeline",
        "pipelines/round-2015.yaml"]


def verify():
    return ["registry", "verify", *status()[2:]]


# --- Damaged files --------------------------------------------------------------------------------

def everything(trial):
    """Every kind of command that opens the registry."""
    return [*trial.next_steps, status(), verify()]


def truncated(trial):
    whole = trial.scene.registry.read_bytes()
    lengths = {0, 1, 100, 511, 512, 4_096, len(whole) - 4_096, len(whole) - 1}
    lengths |= {trial.dice.randrange(len(whole)) for _ in range(6)}
    for length in sorted(lengths):
        trial.reset()
        trial.scene.registry.write_bytes(whole[:length])
        try:
            trial.must_fail(status(), 5, "registry.sqlite")
            trial.must_fail(trial.dice.choice(trial.next_steps), 5, "registry.sqlite")
        except Fault as fault:
            raise Fault(f"cut off at {length} of {len(whole)} bytes: {fault}") from fault
        if trial.scene.registry.read_bytes() != whole[:length]:
            raise Fault(f"a registry of {length} bytes was written to")
    return f"cut off at {len(lengths)} lengths"


def other_files(trial):
    """No database, and one that a later version of the program made."""
    trial.reset()
    trial.scene.registry.write_text("这不是数据库\n" * 200)
    for command in everything(trial):
        trial.must_fail(command, 5, "registry.sqlite")
    trial.reset()
    with contextlib.closing(sqlite3.connect(trial.scene.registry)) as database:
        database.execute("INSERT INTO grdb_migrations VALUES ('99 what comes later')")
        database.commit()
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = trial.scene.registry.read_bytes()
    for command in everything(trial):
        trial.must_fail(command, 5, "registry.sqlite")
    if trial.scene.registry.read_bytes() != before:
        raise Fault("a registry of a newer version was written to")
    return "no database, newer version"


def flipped(trial, flips):
    """One bit changed: found, or of no consequence; never a crash, never a wrong answer."""
    trial.reset()
    whole = trial.scene.registry.read_bytes()
    found = harmless = 0
    for _ in range(flips):
        trial.reset()
        changed = bytearray(whole)
        place, bit = trial.dice.randrange(len(whole)), trial.dice.randrange(8)
        changed[place] ^= 1 << bit
        trial.scene.registry.write_bytes(changed)
        where = f"bit {bit} of byte {place}"
        code, _, complaints = trial.scene.end(trial.scene.command(*verify()))
        if code not in (0, 5):
            raise Fault(f"{where}: verify ended with {code}: {complaints}")
        if code == 0:
            harmless += 1
            differing = crash.difference(trial.export, crash.exported(trial.scene))
            if differing:
                raise Fault(f"{where}: passed, but differs: {differing}")
            continue
        found += 1
        for command in (*trial.next_steps, status()):
            ended, _, complaints = trial.scene.end(trial.scene.command(*command))
            if ended not in (0, 1, 5):
                raise Fault(f"{where}: {command} ended with {ended}: {complaints}")
        crash.check_published(trial.scene)
    return f"{flips} bits changed: {found} found, {harmless} without consequence"


# --- Two at once, the clock, copies ---------------------------------------------------------------

def two_at_once(trial):
    trial.reset()
    with open(str(trial.scene.registry) + ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for command in everything(trial):
            trial.must_fail(command, 5, "registry.sqlite")
        threading.Timer(1.5, fcntl.flock, [lock, fcntl.LOCK_UN]).start()
        trial.must_end([*trial.next_steps[0], "--wait", "60"], trial.next_codes[0])
    trial.must_go_on()
    for place in range(4):
        together(trial, place)
    return "a second run leaves, or waits"


def together(trial, place):
    """Two first runs of a fresh folder: one run, one key, whoever was first."""
    fresh = Scene(trial.scratch / f"together-{place}", trial.scene.bangfu, key=None)
    step = fresh.command(*crash.run_step("2013"))
    both = [fresh.start(step), fresh.start(step)]
    for process in both:
        process.communicate()
    codes = sorted(process.returncode for process in both)
    if codes not in ([0, 5], [0, 0], [1, 5], [1, 1]):
        raise Fault(f"two first runs ended with {codes}")
    trial_code, _, complaints = fresh.end(step)
    runs = [path for path in fresh.output.iterdir() if path.name.startswith("2013")]
    if trial_code not in (0, 1) or len(runs) != 1:
        raise Fault(f"after two first runs: {trial_code}, {len(runs)} runs: {complaints}")
    crash.check_registry(fresh)
    crash.check_published(fresh)


def clock_set_back(trial):
    trial.reset()
    trial.must_fail([*RESCREEN, "--as-of", "2015-06-29"], 5, "2015-06-29")
    trial.must_be_as_before()
    trial.must_go_on()
    return "a re-screening before the newest one is refused"


def copies(trial):
    """A backup is put back, also where the restore is killed at every call it makes."""
    trial.reset()
    backup = ["registry", "backup", "--output", "backup", *status()[2:]]
    restore = ["registry", "restore", "backup/registry.sqlite", *status()[2:]]
    trial.must_end(backup, 0)
    trial.must_end(trial.next_steps[0], trial.next_codes[0])
    later = trial.scratch / "later"
    trial.scene.save_state(later)
    trial.must_end(restore, 0)
    kept = trial.scene.registry.with_name("registry.sqlite.replaced-1")
    if not kept.exists() or crash.exported(trial.scene) != trial.export:
        raise Fault("the backup is not what was put back, or the old registry is not kept")
    killed = 0
    if shutil.which("strace"):
        for name in ("pwrite64", "fsync", "fdatasync", "rename", "unlink", "openat", "fchmod"):
            for number in range(1, 12):
                trial.scene.copy_state(later)
                killed += kill_copying(trial, [backup, restore], name, number)
    return f"backup and restore, killed at {killed} calls"


def kill_copying(trial, commands, name, number):
    """Kills a restore at a call; then it is repeated, and the backup stands in its place."""
    command = commands[1]
    code, _, _ = trial.scene.end([
        "strace", "-f", "-o", "/dev/null", "-e", f"trace={name}", "-e",
        f"inject={name}:signal=SIGKILL:when={number}", *trial.scene.command(*command)])
    crash.check_registry(trial.scene)
    trial.must_end(command, 0)
    if crash.exported(trial.scene) != trial.export:
        raise Fault(f"a restore killed at {name} {number} and repeated is not the backup")
    return code == -9


def main():
    if len(sys.argv) != 5:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    bangfu, flips, seed, scratch = sys.argv[1:]
    scratch = pathlib.Path(scratch).resolve() / "bad-days"
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        trial = Trial(bangfu, int(seed), scratch)
        days = [
            truncated, other_files, lambda trial: flipped(trial, int(flips)), two_at_once,
            clock_set_back, copies]
        if os.geteuid() == 0:
            days += [read_only_disks, full_disks]
        for day in days:
            started = time.monotonic()
            print(f"{day(trial)} ({time.monotonic() - started:.0f} s)", flush=True)
    except Fault as fault:
        fail(str(fault))


if __name__ == "__main__":
    main()
