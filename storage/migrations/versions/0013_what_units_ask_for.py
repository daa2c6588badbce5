"""what units ask for: who is to take a duty, what was laid before the leader, what a target has reached

Revision ID: 0013
Revises: 0012
"""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("progress") as table:
        table.add_column(sa.Column("due_was", sa.Date(), nullable=True))
        table.add_column(sa.Column("figure", sa.Float(), nullable=True))
        table.add_column(sa.Column("receiver_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("receiver_note", sa.String(), nullable=True))
        table.add_column(sa.Column("forwarded_at", Instant(timezone=True), nullable=True))
        table.create_foreign_key(op.f("fk_progress_receiver_id"), "units", ["receiver_id"], ["id"])
