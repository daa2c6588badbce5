"""The office's own layouts of forms: `templates/FORM.docx` in the data folder, FORM an id of domain/forms."""

from pathlib import Path

from domain import forms

FOLDER = "templates"


class Templates:
    """Reads the folder anew each time, so that a template put there is used by the next paper."""

    def __init__(self, data_dir: Path) -> None:
        self.folder = data_dir / FOLDER

    def get(self, form: str) -> bytes | None:
        """Return the office's layout of a form, None where it has none. Only known ids name a file."""
        path = self.folder / f"{form}.docx"
        return path.read_bytes() if form in forms.forms() and path.is_file() else None

    def strangers(self) -> tuple[str, ...]:
        """Return the files in the folder that are no template of a known form."""
        if not self.folder.is_dir():
            return ()
        known = {f"{form}.docx" for form in forms.forms()}
        return tuple(sorted(path.name for path in self.folder.iterdir() if path.name not in known))
