"""A small programme on disk for the crash tests: rounds, the office's forms, and what must hold.

A scene is a folder with pipeline files, a registry and an output folder. Every command runs inside
it with relative paths, so that two scenes that went through the same come to the same bytes.
"""
import csv
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
REGISTRY = "registry/registry.sqlite"
ROUNDS = ("2013", "2014", "2015")
# Rounds without a key of their own take the registry's; a fixed one makes scenes comparable.
KEY = "kill-at-random-moments-0123456789abcdef\n"


class Fault(Exception):
    """Something that must hold does not."""


class Scene:
    """One folder with everything a run of the program reads and writes."""

    def __init__(self, folder, bangfu, key=KEY):
        self.folder = pathlib.Path(folder)
        self.bangfu = str(pathlib.Path(bangfu).resolve())
        self.folder.mkdir(parents=True)
        write_pipelines(self.folder)
        if key:
            (self.folder / "registry").mkdir(mode=0o700)
            path = self.folder / "registry/case-id.key"
            path.write_text(key)
            path.chmod(0o600)

    @property
    def registry(self):
        return self.folder / REGISTRY

    @property
    def output(self):
        return self.folder / "output"

    def command(self, *arguments):
        return [self.bangfu, *arguments]

    def start(self, command):
        # A killed process may have said half a character.
        return subprocess.Popen(
            command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            encoding="utf-8", errors="replace")

    def end(self, command):
        process = self.start(command)
        printed, complaints = process.communicate()
        return process.returncode, printed, complaints

    def registry_command(self, name, *arguments):
        """A `registry` subcommand; the pipeline file names forms, policy and registry."""
        return self.command(
            "registry", name, *arguments, "--registry", REGISTRY, "--pipeline",
            "pipelines/round-2015.yaml", "--as-of", "2015-12-31")

    def copy_state(self, other):
        """Makes registry and output those of another scene or of a saved state."""
        for name in ("registry", "output"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
            if (other / name).exists():
                shutil.copytree(other / name, self.folder / name, symlinks=True)

    def save_state(self, place):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        for name in ("registry", "output"):
            if (self.folder / name).exists():
                shutil.copytree(self.folder / name, place / name, symlinks=True)


def write_pipelines(folder):
    """The repository's definition with one pipeline file for each sample round."""
    shutil.copytree(REPOSITORY / "pipelines", folder / "pipelines")
    text = (folder / "pipelines/annual-intake.yaml").read_text()
    earlier = text.index("earlierRounds:")
    rest = text.index("language:", earlier)
    text = text[:text.rindex("\n", 0, earlier) + 1] + text[rest:]
    for year in ROUNDS:
        own = text.replace('round: "2015"', f'round: "{year}"')
        own = own.replace("asOf: 2015-12-31", f"asOf: {year}-12-31")
        own = own.replace("../samples/round-2015", f"{REPOSITORY}/samples/round-{year}")
        (folder / f"pipelines/round-{year}.yaml").write_text(own)


def run_step(year):
    return [
        "run", f"pipelines/round-{year}.yaml", "--output", "output", "--registry", REGISTRY]


def import_step(*names):
    return [
        "registry", "import", *[f"office/{name}" for name in names], "--registry", REGISTRY,
        "--pipeline", "pipelines/round-2015.yaml", "--as-of", "2015-12-31"]


def newest_run(scene, year):
    names = [p for p in scene.output.iterdir() if p.name.startswith(year + "-")]
    return max(names, key=lambda p: p.stat().st_mtime_ns)


# --- What the office records ---------------------------------------------------------------------

def write_office_files(scene):
    """Two lots of the office's forms for the eligible cases of every round, with refused rows."""
    cases = []
    for year in ROUNDS:
        run = [p for p in scene.output.glob(year + "-*") if p.is_dir()]
        for folder in sorted(run)[:1]:
            with open(folder / "roster.csv", encoding="utf-8-sig", newline="") as file:
                cases += [
                    (row["case_id"], int(year)) for row in csv.DictReader(file)
                    if row["outcome"] == "eligible"]
    office = scene.folder / "office"
    office.mkdir(exist_ok=True)
    for name, rows in office_rows(cases).items():
        with open(office / name, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    return len(cases)


def office_rows(cases):
    verified = [
        [case, f"{year + 1}-01-05", "居住地", "1234.50" if place % 4 == 3 else "",
         "有出入" if place % 4 == 3 else "属实"]
        for place, (case, year) in enumerate(cases)]
    return {
        "allocations.csv": [["来源", "金额", "日期", "凭证号"]] + [
            ["党费划拨", "200000", "2013-06-01", "S-1"], ["财政资金", "5000", "2013-06-02", "S-2"],
            ["利息", "321.07", "2014-12-21", "S-3"]],
        "verifications.csv":
            [["个案编号", "核实日期", "核实地点", "核实家庭年收入", "结论"]] + verified,
        "proposals.csv": [["个案编号", "帮扶方式", "金额", "拟定日期"]] + [
            [case, "一次性资助", "3000", f"{year + 1}-01-08"] for case, year in cases],
        "notices.csv": [["阶段", "渠道", "公示开始日期", "公示结束日期", "个案编号"]] + [
            ["拟帮扶公示", "党内", f"{year + 1}-01-10", f"{year + 1}-01-16", case]
            for case, year in cases],
        "decisions.csv": [["个案编号", "审批结果", "帮扶方式", "金额", "审批日期", "文号"]] + [
            [case, "同意", "一次性资助", "3000", f"{year + 1}-01-20", f"帮{year}-{place}"]
            for place, (case, year) in enumerate(cases)],
        "events.csv": [["个案编号", "情况变更", "发生日期", "跟踪联系人"]] + [
            [case, "指定联系人", f"{year + 1}-01-21", "何某"] for case, year in cases[::2]],
        "disbursements.csv": [["个案编号", "金额", "拨付日期", "凭证号"]] + [
            [case, "1800", f"{year + 1}-02-01", f"V-{place}"]
            for place, (case, year) in enumerate(cases)] + [
            [case, "9000", f"{year + 1}-02-02", f"W-{place}"]
            for place, (case, year) in enumerate(cases[:2])],
        "visits.csv": [["个案编号", "回访日期", "方式", "困难缓解", "建议"]] + [
            [case, f"{year + 1}-06-01", "走访", "有所缓解", "继续"] for case, year in cases[::3]],
    }


FIRST_LOT = ("allocations.csv", "verifications.csv", "proposals.csv", "notices.csv")
SECOND_LOT = ("decisions.csv", "events.csv", "disbursements.csv", "visits.csv")


# --- What must hold at any moment ----------------------------------------------------------------

def check_published(scene):
    """No run is half-published: every folder is whole, and `latest` leads to one or is absent."""
    if not scene.output.exists():
        return
    for folder in sorted(scene.output.iterdir()):
        if folder.name.startswith(".") or folder.is_symlink():
            continue
        check_run(folder)
    latest = scene.output / "latest"
    if latest.is_symlink() and not (latest / "run.json").exists():
        raise Fault(f"latest leads to {latest.readlink()}, which is no whole run")


def check_run(folder):
    try:
        outputs = json.loads((folder / "run.json").read_text())["outputs"]
    except (OSError, ValueError, KeyError) as problem:
        raise Fault(f"{folder.name} has no readable run.json: {problem}") from problem
    found = {
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    if found != set(outputs) | {"run.json"}:
        raise Fault(f"{folder.name}: files differ from run.json: {found ^ set(outputs)}")
    for name, digest in outputs.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            raise Fault(f"{folder.name}/{name} is not what run.json says")


def check_registry(scene):
    """The registry verifies wherever there is one."""
    if not scene.registry.exists():
        return
    code, printed, complaints = scene.end(scene.registry_command("verify"))
    if code != 0:
        raise Fault(f"verify ended with {code}: {printed}{complaints}")


def exported(scene):
    """Every table of the registry, byte for byte."""
    place = scene.folder / "export"
    shutil.rmtree(place, ignore_errors=True)
    code, _, complaints = scene.end(scene.registry_command("export", "--output", "export"))
    if code != 0:
        raise Fault(f"export ended with {code}: {complaints}")
    return {path.name: path.read_bytes() for path in sorted(place.iterdir())}


def published(scene):
    """Every published file and link; the moment of writing in run.json left out."""
    files = {}
    for path in sorted(scene.folder.rglob("*")):
        name = str(path.relative_to(scene.folder))
        if name.split("/")[0] not in ("output", "registry") or name.startswith(REGISTRY):
            continue
        if path.is_symlink():
            files[name] = str(path.readlink())
        elif path.name == "run.json":
            manifest = json.loads(path.read_text())
            manifest.pop("written_at")
            files[name] = json.dumps(manifest, sort_keys=True)
        elif path.is_file():
            files[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        else:
            files[name] = f"folder {path.stat().st_mode & 0o777:o}"
    return files


def difference(expected, found):
    """The first names that differ, for a message."""
    names = sorted(set(expected) | set(found))
    return [name for name in names if expected.get(name) != found.get(name)][:5]


def fail(text):
    print(text, file=sys.stderr)
    sys.exit(1)
