"""reorganisations of units: what was decided, who handed what over to whom, when a unit ended, and who takes over from an officer

Revision ID: 0017
Revises: 0016
"""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reorganisations",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decision_no", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("adopted_by", sa.Integer(), nullable=False),
        sa.Column("adopted_at", Instant(timezone=True), nullable=False),
        sa.Column("applied_at", Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["adopted_by"], ["people.id"], name=op.f("fk_reorganisations_adopted_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reorganisations")),
        sa.UniqueConstraint("code", name=op.f("uq_reorganisations_code")),
    )
    op.create_index(op.f("ix_reorganisations_effective_on"), "reorganisations", ["effective_on"])
    op.create_table(
        "handovers",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("reorganisation_id", sa.Integer(), nullable=False),
        sa.Column("from_unit_id", sa.Integer(), nullable=False),
        sa.Column("from_name", sa.String(), nullable=False),
        sa.Column("to_unit_id", sa.Integer(), nullable=False),
        sa.Column("duties", sa.Text(), nullable=False),
        sa.Column("cases", sa.Text(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("next_at", Instant(timezone=True), nullable=True),
        sa.Column("accepted_by", sa.Integer(), nullable=True),
        sa.Column("accepted_at", Instant(timezone=True), nullable=True),
        sa.Column("objection", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reorganisation_id"], ["reorganisations.id"], name=op.f("fk_handovers_reorganisation_id")
        ),
        sa.ForeignKeyConstraint(["from_unit_id"], ["units.id"], name=op.f("fk_handovers_from_unit_id")),
        sa.ForeignKeyConstraint(["to_unit_id"], ["units.id"], name=op.f("fk_handovers_to_unit_id")),
        sa.ForeignKeyConstraint(["accepted_by"], ["people.id"], name=op.f("fk_handovers_accepted_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handovers")),
    )
    for column in ("reorganisation_id", "from_unit_id", "to_unit_id", "next_at"):
        op.create_index(op.f(f"ix_handovers_{column}"), "handovers", [column])
    op.create_table(
        "replacements",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=True),
        sa.Column("invitation_id", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", Instant(timezone=True), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answered_at", Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_replacements_unit_id")),
        sa.ForeignKeyConstraint(["from_id"], ["people.id"], name=op.f("fk_replacements_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["people.id"], name=op.f("fk_replacements_to_id")),
        sa.ForeignKeyConstraint(
            ["invitation_id"], ["invitations.id"], name=op.f("fk_replacements_invitation_id")
        ),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_replacements_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_replacements")),
    )
    for column in ("unit_id", "from_id", "invitation_id"):
        op.create_index(op.f(f"ix_replacements_{column}"), "replacements", [column])
    op.add_column("units", sa.Column("ended_on", sa.Date(), nullable=True))
    op.create_index(op.f("ix_units_ended_on"), "units", ["ended_on"])
