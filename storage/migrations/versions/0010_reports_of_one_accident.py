"""reports of one accident: when each may have happened, and what officers said of two of them

Revision ID: 0010
Revises: 0009
"""

from datetime import timedelta

import sqlalchemy as sa
from alembic import op

from storage.types import Instant

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

UNTOLD = timedelta(hours=72)  # as long before its report as an accident of unknown time may have been


def upgrade() -> None:
    op.add_column("accidents", sa.Column("happened_from", Instant(timezone=True), nullable=True))
    op.add_column("accidents", sa.Column("happened_to", Instant(timezone=True), nullable=True))
    op.add_column("accidents", sa.Column("compare_at", Instant(timezone=True), nullable=True))
    op.create_index(op.f("ix_accidents_happened_from"), "accidents", ["happened_from"])
    op.create_index(op.f("ix_accidents_compare_at"), "accidents", ["compare_at"])
    op.create_table(
        "case_verdicts",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("accident_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("decided_at", Instant(timezone=True), nullable=False),
        sa.Column("undone_by", sa.Integer(), nullable=True),
        sa.Column("undone_at", Instant(timezone=True), nullable=True),
        sa.Column("undone_reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["accident_id"], ["accidents.id"], name=op.f("fk_case_verdicts_accident_id")),
        sa.ForeignKeyConstraint(["other_id"], ["accidents.id"], name=op.f("fk_case_verdicts_other_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["people.id"], name=op.f("fk_case_verdicts_decided_by")),
        sa.ForeignKeyConstraint(["undone_by"], ["people.id"], name=op.f("fk_case_verdicts_undone_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_verdicts")),
    )
    op.create_index(op.f("ix_case_verdicts_accident_id"), "case_verdicts", ["accident_id"])
    op.create_index(op.f("ix_case_verdicts_other_id"), "case_verdicts", ["other_id"])
    _fill()


def _fill() -> None:
    """Give cases kept so far a wide span; the next fact told about one makes it exact."""
    cases = sa.table(
        "accidents",
        sa.column("id", sa.Integer()),
        sa.column("created_at", Instant(timezone=True)),
        sa.column("happened_from", Instant(timezone=True)),
        sa.column("happened_to", Instant(timezone=True)),
    )
    connection = op.get_bind()
    for number, created_at in connection.execute(sa.select(cases.c.id, cases.c.created_at)).all():
        spans = {"happened_from": created_at - UNTOLD, "happened_to": created_at}
        connection.execute(sa.update(cases).where(cases.c.id == number).values(spans))
