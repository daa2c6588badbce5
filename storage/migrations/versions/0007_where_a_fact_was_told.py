"""a fact remembers the message it was told in

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("accident_facts", sa.Column("source", sa.Integer(), nullable=True))
