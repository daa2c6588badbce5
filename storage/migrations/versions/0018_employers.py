"""employers as units, with the days from which their duties at intervals count

Revision ID: 0018
Revises: 0017
"""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "employers",
        sa.Column("unit_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("tax_code", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("sector", sa.String(), nullable=True),
        sa.Column("workers", sa.Integer(), nullable=True),
        sa.Column("contact", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("entered_at", Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_employers_unit_id")),
        sa.PrimaryKeyConstraint("unit_id", name=op.f("pk_employers")),
        sa.UniqueConstraint("tax_code", name=op.f("uq_employers_tax_code")),
    )
    op.create_table(
        "own_dates",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("open_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_own_dates_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_dates")),
        sa.UniqueConstraint("unit_id", "rule", name=op.f("uq_own_dates_unit_id_rule")),
    )
    op.create_index(op.f("ix_own_dates_open_on"), "own_dates", ["open_on"])
