"""Writing a filled form: by the office's own template where there is one, else in the program's layout."""

from documents.form_docx import write_form
from documents.form_templates import fill_template
from domain.forms.spec import FilledForm


def write(form: FilledForm, template: bytes | None) -> bytes:
    """Return the .docx; raises what `form_templates.fill_template` does."""
    return write_form(form) if template is None else fill_template(template, form)
