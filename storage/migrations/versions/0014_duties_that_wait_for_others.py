"""duties that wait for others: which row of a plan needs which other done first

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "task_needs",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("needs_id", sa.Integer(), nullable=False),
        sa.Column("noted_by", sa.Integer(), nullable=False),
        sa.Column("noted_at", Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["task_id"], ["plan_tasks.id"], name=op.f("fk_task_needs_task_id")),
        sa.ForeignKeyConstraint(["needs_id"], ["plan_tasks.id"], name=op.f("fk_task_needs_needs_id")),
        sa.ForeignKeyConstraint(["noted_by"], ["people.id"], name=op.f("fk_task_needs_noted_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_needs")),
        sa.UniqueConstraint("task_id", "needs_id", name=op.f("uq_task_needs_task_id_needs_id")),
    )
    op.create_index(op.f("ix_task_needs_needs_id"), "task_needs", ["needs_id"])
