"""policies of plans and units, and the one a running escalation keeps

Revision ID: 0011
Revises: 0010
"""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "policies",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policies")),
        sa.UniqueConstraint("digest", name=op.f("uq_policies_digest")),
    )
    op.create_table(
        "policy_settings",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("toml", sa.String(), nullable=False),
        sa.Column("set_by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("set_at", Instant(timezone=True), nullable=False),
        sa.Column("ended_at", Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name=op.f("fk_policy_settings_plan_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_policy_settings_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_settings")),
    )
    # Said in SQL, as SQLite takes a reference with a new column only; others point at the table, so it cannot be
    # made anew.
    op.execute(
        "ALTER TABLE occurrences ADD COLUMN policy_id INTEGER "
        "CONSTRAINT fk_occurrences_policy_id REFERENCES policies (id)"
    )
    op.create_index(op.f("ix_outbox_person_id_settled_at"), "outbox", ["person_id", "settled_at"])
