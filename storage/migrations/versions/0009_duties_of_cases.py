"""what the law asks in a case is owed like what a plan asks

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant, Json

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _let_occurrences_stand_without_an_assignment()
    op.create_table(
        "case_duties",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("accident_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("law", Json(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("pace", sa.String(), nullable=False),
        sa.Column("since", Instant(timezone=True), nullable=False),
        sa.Column("occurrence_id", sa.Integer(), nullable=True),
        sa.Column("leads", sa.Boolean(), nullable=False),
        sa.Column("ended_at", Instant(timezone=True), nullable=True),
        sa.Column("ended_why", sa.String(), nullable=True),
        sa.Column("done_at", Instant(timezone=True), nullable=True),
        sa.Column("done_by", sa.Integer(), nullable=True),
        sa.Column("done", Json(), nullable=True),
        sa.ForeignKeyConstraint(["accident_id"], ["accidents.id"], name="fk_case_duties_accident_id"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_case_duties_unit_id"),
        sa.ForeignKeyConstraint(["occurrence_id"], ["occurrences.id"], name="fk_case_duties_occurrence_id"),
        sa.ForeignKeyConstraint(["done_by"], ["people.id"], name="fk_case_duties_done_by"),
        sa.PrimaryKeyConstraint("id", name="pk_case_duties"),
    )
    for column in ("accident_id", "unit_id", "occurrence_id"):
        op.create_index(f"ix_case_duties_{column}", "case_duties", [column])


def _let_occurrences_stand_without_an_assignment() -> None:
    """Take NOT NULL from occurrences.assignment_id.

    On SQLite the table cannot be made anew, as others point at it; its own way to drop such a constraint without
    touching a row is to rewrite the schema (https://www.sqlite.org/lang_altertable.html, section 7).
    """
    if op.get_bind().dialect.name != "sqlite":
        op.alter_column("occurrences", "assignment_id", existing_type=sa.Integer(), nullable=True)
        return
    version = op.get_bind().execute(sa.text("PRAGMA schema_version")).scalar_one()
    op.execute("PRAGMA writable_schema=ON")
    op.execute(
        "UPDATE sqlite_schema SET sql = replace(sql, 'assignment_id INTEGER NOT NULL', 'assignment_id INTEGER') "
        "WHERE type = 'table' AND name = 'occurrences'"
    )
    op.execute(f"PRAGMA schema_version={version + 1}")
    op.execute("PRAGMA writable_schema=OFF")
