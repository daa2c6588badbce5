"""Older office files (.doc, .rtf, .odt) made into .docx by LibreOffice, where it is installed; macros never run."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from documents.reader_docx import read_docx
from documents.source import Source
from domain.errors import BadInputError

_SECONDS: Final = 120
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""


def soffice() -> str | None:
    """Return LibreOffice's program, None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def read_office(data: bytes, suffix: str) -> Source:
    """Return the lines of an older office file, as those of the .docx it becomes.

    BadInputError: `plan-file-old-office` where LibreOffice is not installed, `plan-file-unreadable` where it cannot
    read the file, `plan-file-too-large` where it takes too long, and those of `read_docx`.
    """
    program = soffice()
    if program is None:
        raise BadInputError("plan-file-old-office")
    with tempfile.TemporaryDirectory(prefix="plan-") as folder:
        made = _convert(program, data, suffix, Path(folder))
    return read_docx(made)


def _convert(program: str, data: bytes, suffix: str, folder: Path) -> bytes:
    """Return the .docx. A profile of its own for each file: nothing of one reaches the next."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    given, made = folder / f"plan{suffix}", folder / "out"
    given.write_bytes(data)
    command = [
        *(
            program,
            f"-env:UserInstallation={user.parent.as_uri()}",
            "--headless",
            "--invisible",
            "--norestore",
        ),
        *("--nolockcheck", "--nodefault", "--convert-to", "docx", "--outdir", str(made), str(given)),
    ]
    process = subprocess.Popen(  # noqa: S603  # fixed words and paths made here
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**os.environ, "HOME": str(folder)},
        start_new_session=True,
    )
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise BadInputError("plan-file-too-large") from error
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)  # its own helpers too, also those left behind
        process.wait()
    try:
        return (made / "plan.docx").read_bytes()
    except OSError as error:
        raise BadInputError("plan-file-unreadable") from error
