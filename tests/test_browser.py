"""The notebooks and the report in a real browser: every notebook run in JupyterLab, light and dark.

Needs Chromium, Node.js and playwright-core (found by Node.js: set NODE_PATH to the folder node_modules that holds it).
Where one of them is missing the tests are skipped, unless NEWSLAB_BROWSER=required says that they have to be there.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
TOKEN = "newslab"


def _missing():
    """What is not there, in a sentence; nothing where all is."""
    if not (shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")):
        return "no Chromium is installed"
    if not shutil.which("node"):
        return "Node.js is not installed"
    found = subprocess.run(["node", "-e", "require('playwright-core')"], capture_output=True, check=False)
    return "" if found.returncode == 0 else "Node.js does not find playwright-core; set NODE_PATH"


MISSING = _missing()
pytestmark = pytest.mark.skipif(
    bool(MISSING) and os.environ.get("NEWSLAB_BROWSER") != "required", reason=f"no browser test: {MISSING}"
)


def in_browser(*arguments):
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    command = ["node", str(Path(__file__).with_name("browser.js")), arguments[0], chromium, *arguments[1:]]
    done = subprocess.run(command, capture_output=True, text=True, timeout=400, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module", autouse=True)
def _all_there():
    assert not MISSING, MISSING


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """The address of a JupyterLab of its own, on copies of the notebooks: it saves by itself."""
    place = tmp_path_factory.mktemp("lab")
    for theme in ("light", "dark"):
        shutil.copytree(ROOT / "notebooks", place / "project" / theme)
    shutil.copytree(ROOT / "seeds", place / "project" / "seeds")
    settings = place / "config" / "labconfig"
    settings.mkdir(parents=True)
    announcements = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
    (settings / "page_config.json").write_text(json.dumps(announcements))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {
        "JUPYTER_CONFIG_DIR": str(place / "config"),
        "JUPYTER_RUNTIME_DIR": str(place / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(place / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(place / "workspaces"),
    }
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--allow-root"]
    command += [f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={place / 'project'}"]
    command += ["--LabApp.expose_app_in_browser=True"]
    with open(place / "log", "w") as log, subprocess.Popen(command, env=environment, stdout=log, stderr=log) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/api?token={TOKEN}", server, place / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait(address, server, log):
    for _ in range(240):
        assert server.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    raise AssertionError(f"JupyterLab did not start: {log.read_text()}")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_in_jupyterlab(lab, name, theme):
    saved = json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))
    pictures = sum(
        "image/png" in output.get("data", {}) for cell in saved["cells"] for output in cell.get("outputs", [])
    )
    found = in_browser(
        "notebook", f"{lab}/lab/tree/{theme}/{name}.ipynb?token={TOKEN}&reset", f"JupyterLab {theme.title()}"
    )
    assert found["dark"] == (theme == "dark")
    assert found["errors"] == []
    assert found["shownErrors"] == 0
    assert found["counts"] == list(range(1, len(found["counts"]) + 1))
    assert len(found["pictures"]) == pictures
    assert all(picture["width"] > 0 and len(picture["alt"]) > 40 for picture in found["pictures"])
    assert found["passages"] > 0


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    place = tmp_path_factory.mktemp("report") / "out"
    command = [sys.executable, "-m", "newslab", "report", "seeds", "--notebooks", "04", "--out", str(place)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return place / "report.html"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_report_opens_without_network_and_script(report, theme):
    found = in_browser("page", str(report), theme)
    assert found["network"] == []
    assert found["scripts"] == 0
    assert found["contents"] > 5
    assert found["deadLinks"] == []
    assert found["opened"] == 1
    assert found["shown"]
    assert not found["wider"], "the page is wider than the window"
    assert found["pictures"]
    assert all(picture["width"] > 0 and len(picture["alt"]) > 40 for picture in found["pictures"])
