"""sealed identities

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "seal_sets",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("public", sa.String(), nullable=False),
        sa.Column("threshold", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", Instant(timezone=True), nullable=False),
        sa.Column("settled_at", Instant(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seal_sets")),
        sa.UniqueConstraint("key", name=op.f("uq_seal_sets_key")),
    )
    op.create_table(
        "seal_shares",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("set_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("officer", sa.String(), nullable=False),
        sa.Column("recovery", sa.Boolean(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("proved_at", Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["set_id"], ["seal_sets.id"], name=op.f("fk_seal_shares_set_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seal_shares")),
        sa.UniqueConstraint("set_id", "number", name=op.f("uq_seal_shares_set_id_number")),
    )
    with op.batch_alter_table("seal_shares", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seal_shares_set_id"), ["set_id"], unique=False)

    op.create_table(
        "seal_openings",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("accident_id", sa.Integer(), nullable=False),
        sa.Column("set_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("officer", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("contribution", sa.String(), nullable=True),
        sa.Column("created_at", Instant(timezone=True), nullable=False),
        sa.Column("expires_at", Instant(timezone=True), nullable=False),
        sa.Column("opened_at", Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["accident_id"], ["accidents.id"], name=op.f("fk_seal_openings_accident_id")),
        sa.ForeignKeyConstraint(["set_id"], ["seal_sets.id"], name=op.f("fk_seal_openings_set_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seal_openings")),
    )
    with op.batch_alter_table("seal_openings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seal_openings_accident_id"), ["accident_id"], unique=False)

    op.create_table(
        "sealed_identities",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("accident_id", sa.Integer(), nullable=False),
        sa.Column("handle", sa.String(), nullable=False),
        sa.Column("box", sa.String(), nullable=False),
        sa.Column("created_at", Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["accident_id"], ["accidents.id"], name=op.f("fk_sealed_identities_accident_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sealed_identities")),
    )
    with op.batch_alter_table("sealed_identities", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sealed_identities_accident_id"), ["accident_id"], unique=False)

    op.create_table(
        "sealed_keys",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("identity_id", sa.Integer(), nullable=False),
        sa.Column("set_id", sa.Integer(), nullable=False),
        sa.Column("wrapped", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["identity_id"], ["sealed_identities.id"], name=op.f("fk_sealed_keys_identity_id")
        ),
        sa.ForeignKeyConstraint(["set_id"], ["seal_sets.id"], name=op.f("fk_sealed_keys_set_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sealed_keys")),
        sa.UniqueConstraint("identity_id", "set_id", name=op.f("uq_sealed_keys_identity_id_set_id")),
    )
    with op.batch_alter_table("sealed_keys", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sealed_keys_set_id"), ["set_id"], unique=False)

    with op.batch_alter_table("accidents", schema=None) as batch_op:
        batch_op.add_column(sa.Column("privacy", sa.String(), server_default="named", nullable=False))
        batch_op.add_column(sa.Column("handle", sa.String(), nullable=True))
