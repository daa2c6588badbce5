"""changes of an approved plan: which plan a draft changes, rows withdrawn, assignments ended

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Columns that may be empty are added in place: a table that others point at cannot be made anew on SQLite
    # while foreign keys are watched.
    op.execute(
        "ALTER TABLE plans ADD COLUMN changes_id INTEGER CONSTRAINT fk_plans_changes_id REFERENCES plans (id)"
    )
    op.add_column("plan_tasks", sa.Column("withdrawn_at", Instant(timezone=True), nullable=True))
    op.add_column("plan_tasks", sa.Column("withdrawn_ref", sa.String(), nullable=True))
    op.add_column("assignments", sa.Column("ended_at", Instant(timezone=True), nullable=True))
