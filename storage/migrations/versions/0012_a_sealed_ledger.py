"""the ledger of reminders in the hash chain, and when a message was seen

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("seen_at", Instant(timezone=True), nullable=True))
    op.add_column("ledger", sa.Column("sealed", sa.Integer(), server_default="0", nullable=False))
    op.create_index(
        "ix_ledger_unsealed",
        "ledger",
        ["sealed", "id"],
        sqlite_where=sa.text("sealed < 2"),
        postgresql_where=sa.text("sealed < 2"),
    )
