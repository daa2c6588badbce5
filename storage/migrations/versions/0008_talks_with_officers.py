"""talks with officers

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

from storage.types import Instant, Json

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "case_passings",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("accident_id", sa.Integer(), nullable=False),
        sa.Column("from_id", sa.Integer(), nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", Instant(timezone=True), nullable=False),
        sa.Column("ends_at", Instant(timezone=True), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answered_at", Instant(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["accident_id"], ["accidents.id"], name=op.f("fk_case_passings_accident_id")),
        sa.ForeignKeyConstraint(["from_id"], ["people.id"], name=op.f("fk_case_passings_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["people.id"], name=op.f("fk_case_passings_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_passings")),
    )
    with op.batch_alter_table("case_passings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_passings_accident_id"), ["accident_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_passings_answer"), ["answer"], unique=False)

    op.create_table(
        "dialogues",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("accident_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("grave", sa.Boolean(), nullable=False),
        sa.Column("asked_at", Instant(timezone=True), nullable=False),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.Column("taken_at", Instant(timezone=True), nullable=True),
        sa.Column("last_word_at", Instant(timezone=True), nullable=False),
        sa.Column("next_check_at", Instant(timezone=True), nullable=True),
        sa.Column("checks", sa.Integer(), nullable=False),
        sa.Column("warned", sa.Boolean(), nullable=False),
        sa.Column("ended_at", Instant(timezone=True), nullable=True),
        sa.Column("ended_by", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["accident_id"], ["accidents.id"], name=op.f("fk_dialogues_accident_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_dialogues_person_id")),
        sa.ForeignKeyConstraint(["taken_by"], ["people.id"], name=op.f("fk_dialogues_taken_by")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_dialogues_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dialogues")),
    )
    with op.batch_alter_table("dialogues", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dialogues_accident_id"), ["accident_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_dialogues_next_check_at"), ["next_check_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_dialogues_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_dialogues_taken_by"), ["taken_by"], unique=False)

    op.create_table(
        "dialogue_calls",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("at", Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogues.id"], name=op.f("fk_dialogue_calls_dialogue_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_dialogue_calls_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dialogue_calls")),
        sa.UniqueConstraint("dialogue_id", "person_id", name=op.f("uq_dialogue_calls_dialogue_id_person_id")),
    )
    with op.batch_alter_table("dialogue_calls", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dialogue_calls_person_id"), ["person_id"], unique=False)

    op.create_table(
        "dialogue_words",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("dialogue_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("attachment_id", sa.Integer(), nullable=True),
        sa.Column("place", Json(), nullable=True),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("at", Instant(timezone=True), nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.Column("outbox_id", sa.Integer(), nullable=True),
        sa.Column("there", sa.Boolean(), nullable=False),
        sa.Column("told_lost", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachments.id"], name=op.f("fk_dialogue_words_attachment_id")
        ),
        sa.ForeignKeyConstraint(
            ["dialogue_id"], ["dialogues.id"], name=op.f("fk_dialogue_words_dialogue_id")
        ),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name=op.f("fk_dialogue_words_outbox_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dialogue_words")),
    )
    with op.batch_alter_table("dialogue_words", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dialogue_words_dialogue_id"), ["dialogue_id"], unique=False)
