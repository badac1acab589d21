#!/usr/bin/env python3
"""Kill intake, import and re-screening with SIGKILL at random moments and look at what is left.

Usage: kill-at-random-moments.py BANGFU KILLS SEED SCRATCH

An undisturbed history of rounds and imports is made first. Then every step of it is started again
and again from the state before it, killed at a random moment, once or several times in a row, and
finally left to end. After each kill the registry must verify and no run may be half-published; after
each step registry and published runs must equal those of the undisturbed history, byte for byte.

Half of the kills come after a delay drawn over the step's measured duration, more of them near its
end; where strace is there, the other half come at a system call drawn from those the step makes on
files, which also hits the moments between commit, rename and the link to the newest run.

Fewer than 50 kills use the small rounds only, fewer than 20 one of them and no strace. Exits 1 on
the first fault.
"""
import collections
import pathlib
import random
import re
import shutil
import sqlite3
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import scene as crash  # noqa: E402
from scene import Fault, Scene, fail  # noqa: E402

CALLS = (
    "mkdir,mkdirat,openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,symlink,link,"
    "linkat,symlinkat,unlink,unlinkat,ftruncate,flock,sync,chmod,fchmod")


class Step:
    """A command of the history with what is known of it undisturbed."""

    def __init__(self, name, arguments, year=None):
        self.name = name
        self.arguments = arguments
        self.year = year
        self.seconds = 0.0
        self.code = 0
        self.run = None
        self.calls = []
        self.export = {}
        self.files = {}


def steps(kills):
    rounds = crash.ROUNDS[1:2] if kills < 20 else crash.ROUNDS[:2] if kills < 50 else crash.ROUNDS
    last = rounds[-1]
    history = [Step(f"run {year}", crash.run_step(year), year) for year in rounds]
    history.append(Step("import, first lot", crash.import_step(*crash.FIRST_LOT)))
    history.append(Step("import, second lot", crash.import_step(*crash.SECOND_LOT)))
    if len(rounds) > 1:
        # The help that is recorded now shows in the round: the same command is another run.
        history.append(Step(f"run {last} again", crash.run_step(last), last))
    history.append(Step("re-screening", [
        "run", "pipelines/rescreen.yaml", "--output", "output", "--registry", crash.REGISTRY,
        "--as-of", "2015-12-31"], "rescreen"))
    return history


def undisturbed(scene, history, states):
    """Runs the whole history once; remembers each step's duration, result and calls."""
    for place, step in enumerate(history):
        if step.name.startswith("import, first"):
            print(f"office forms for {crash.write_office_files(scene)} eligible cases")
        scene.save_state(states / str(place))
        before = set(scene.output.iterdir()) if scene.output.exists() else set()
        started = time.monotonic()
        step.code, printed, complaints = scene.end(scene.command(*step.arguments))
        step.seconds = time.monotonic() - started
        if step.code not in (0, 1):
            fail(f"{step.name} ended with {step.code}: {printed}{complaints}")
        made = set(scene.output.iterdir()) - before
        runs = [path.name for path in made if path.is_dir() and not path.is_symlink()]
        step.run = runs[0] if runs else None
        crash.check_registry(scene)
        crash.check_published(scene)
        step.export = crash.exported(scene)
        step.files = crash.published(scene)


def trace(scene, history, states):
    """Counts each step's calls on files with strace, where it is there and allowed."""
    if not shutil.which("strace"):
        return False
    log = scene.folder / "calls"
    for place, step in enumerate(history):
        scene.copy_state(states / str(place))
        scene.end(["strace", "-f", "-o", str(log), "-e", f"trace={CALLS}",
                   *scene.command(*step.arguments)])
        if not log.exists() or not log.read_text(errors="replace"):
            return False
        step.calls = counted(log.read_text(errors="replace"))
    return True


def counted(log):
    """Each call's name with its most frequent thread's count; strace counts by thread."""
    by_thread = collections.Counter(
        match.groups() for match in re.finditer(r"^(\d+) +(\w+)\(", log, re.M))
    most = {}
    for (_, name), count in by_thread.items():
        most[name] = max(most.get(name, 0), count)
    return sorted(most.items())


def copy_office(scene, office):
    shutil.rmtree(scene.folder / "office", ignore_errors=True)
    if office.exists():
        shutil.copytree(office, scene.folder / "office")


# --- Killing --------------------------------------------------------------------------------------

def kill_by_clock(scene, step, dice):
    """Starts the step and kills it after a delay; whether it was still running then."""
    share = dice.random() if dice.random() < 0.5 else 1 - dice.random() ** 2 * 0.3
    process = scene.start(scene.command(*step.arguments))
    time.sleep(max(0.0, share * step.seconds * dice.uniform(0.9, 1.1)))
    process.kill()
    process.communicate()
    return process.returncode == -9


def kill_at_call(scene, step, dice):
    """Has strace kill the step as it enters a call; whether that call came."""
    name, count = dice.choice(step.calls)
    number = dice.randint(1, count)
    code, _, _ = scene.end([
        "strace", "-f", "-o", "/dev/null", "-e", f"trace={name}", "-e",
        f"inject={name}:signal=SIGKILL:when={number}", *scene.command(*step.arguments)])
    return code == -9


def moment(scene, step):
    """How far the step had come, from what lies on disk."""
    recorded = is_recorded(scene, step)
    if step.run is None:
        return "committed" if recorded else "before the commit"
    staging = scene.output / f".staging-{step.run}"
    if (scene.output / step.run).exists():
        latest = scene.output / "latest"
        is_latest = latest.is_symlink() and str(latest.readlink()) == step.run
        return "all done" if is_latest else "renamed, latest not pointing to it"
    if recorded:
        return "committed, not published"
    if (staging / "run.json").exists():
        return "all staged, before the commit"
    return "staging" if staging.exists() else "reading"


def is_recorded(scene, step):
    """Whether the step's commit is in the registry, read from a copy."""
    if not scene.registry.exists():
        return False
    with tempfile.TemporaryDirectory() as folder:
        for path in scene.registry.parent.glob("registry.sqlite*"):
            shutil.copy(path, folder)
        database = sqlite3.connect(pathlib.Path(folder) / "registry.sqlite")
        try:
            if step.run:
                query = "SELECT count(*) FROM run WHERE runID = ?"
                return database.execute(query, [step.run]).fetchone()[0] > 0
            names = [name for name in step.arguments if name.startswith("office/")]
            query = "SELECT count(*) FROM officeImport WHERE name = ?"
            return database.execute(query, [names[0]]).fetchone()[0] > 0
        except sqlite3.DatabaseError:
            return False
        finally:
            database.close()


class Killing:
    """The whole trial: scenes, dice and what came of it."""

    def __init__(self, bangfu, kills, seed, scratch):
        self.dice = random.Random(seed)
        self.history = steps(kills)
        self.states = scratch / "states"
        reference = Scene(scratch / "reference", bangfu)
        undisturbed(reference, self.history, self.states)
        self.office = reference.folder / "office"
        self.scene = Scene(scratch / "disturbed", bangfu)
        copy_office(self.scene, self.office)
        self.has_trace = kills >= 20 and trace(
            self.scene, self.history, self.states)
        self.landed = {step.name: collections.Counter() for step in self.history}
        self.bangfu, self.scratch = bangfu, scratch
        self.longest_row = 0
        self.at_calls = 0

    def kill(self, step, scene):
        """One kill that hit; then everything that must hold is looked at."""
        for _ in range(60):
            at_call = self.has_trace and self.dice.random() < 0.5
            if (kill_at_call if at_call else kill_by_clock)(scene, step, self.dice):
                self.at_calls += at_call
                break
        else:
            raise Fault("no kill hit the running step")

    def trouble(self, step, state, wanted):
        """Kills a step up to `wanted` times in a row, then lets it end; how often it was killed."""
        self.scene.copy_state(state)
        row = min(wanted, self.dice.choice([1, 1, 1, 2, 3]))
        done = 0
        while done < row:
            self.kill(step, self.scene)
            landed = moment(self.scene, step)
            self.landed[step.name][landed] += 1
            done += 1
            crash.check_published(self.scene)
            crash.check_registry(self.scene)
            # A step that has ended cannot be killed before its end once more.
            if landed in ("all done", "committed"):
                break
        self.longest_row = max(self.longest_row, done)
        self.finish(step)
        return done

    def finish(self, step):
        code, printed, complaints = self.scene.end(self.scene.command(*step.arguments))
        # An import that was committed before it was killed has nothing left to refuse or record.
        if code != step.code:
            raise Fault(f"repeated, it ended with {code}: {printed}{complaints}")
        crash.check_registry(self.scene)
        crash.check_published(self.scene)
        differing = crash.difference(step.export, crash.exported(self.scene))
        differing += crash.difference(step.files, crash.published(self.scene))
        if differing:
            raise Fault(f"differs from the undisturbed history: {differing}")

    def first_use(self, wanted):
        """Kills the very first run of a fresh folder, where key and registry are made."""
        step = self.history[0]
        done = 0
        while done < wanted:
            place = self.scratch / "fresh"
            shutil.rmtree(place, ignore_errors=True)
            fresh = Scene(place, self.bangfu, key=None)
            self.kill(step, fresh)
            done += 1
            crash.check_published(fresh)
            crash.check_registry(fresh)
            for _ in range(2):
                code, printed, complaints = fresh.end(fresh.command(*step.arguments))
                if code != step.code:
                    raise Fault(f"after a killed first use: {code}: {printed}{complaints}")
            runs = [path for path in fresh.output.iterdir() if path.name.startswith("20")]
            if len(runs) != 1:
                raise Fault(f"a killed first use left {len(runs)} runs: the key changed")
            crash.check_registry(fresh)
            crash.check_published(fresh)
        return done

    def all(self, kills):
        fresh = max(1, kills // 10)
        total = self.first_use(fresh)
        for place, step in enumerate(self.history):
            rest = len(self.history) - place
            wanted = (kills - total) // rest
            killed = 0
            try:
                while killed < wanted:
                    killed += self.trouble(step, self.states / str(place), wanted - killed)
            except Fault as fault:
                fail(f"{step.name}: after {total + killed} kills: {fault}")
            total += killed
            landed = ", ".join(f"{name} {n}" for name, n in sorted(self.landed[step.name].items()))
            print(f"{step.name} ({step.seconds:.2f} s undisturbed): {landed}", flush=True)
        self.report(total, fresh)

    def report(self, total, fresh):
        print(f"first use of a fresh folder: {fresh}")
        print(f"{total} kills, {self.at_calls} of them at system calls, up to {self.longest_row} in a "
              "row: the registry verified after each, no run was half-published, every end equals "
              "the undisturbed one")


def main():
    if len(sys.argv) != 5:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    bangfu, kills, seed, scratch = sys.argv[1:]
    scratch = pathlib.Path(scratch).resolve() / "kills"
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        Killing(bangfu, int(kills), int(seed), scratch).all(int(kills))
    except Fault as fault:
        fail(str(fault))


if __name__ == "__main__":
    main()
