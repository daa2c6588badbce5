"""What each configured channel allows, as data for whoever decides how a person is told (domain/ways.py)."""

from collections.abc import Mapping

from bot.channels.zalo_oa.settings import NAME as ZALO_OA
from bot.channels.zalo_oa.settings import allows as zalo_oa_allows
from bot.channels.zalo_oa.settings import templates_in
from bot.settings import Settings
from domain.ways import Allows


def allowances(settings: Settings) -> Mapping[str, Allows]:
    """Return what the configured channels allow; one that is not in it has no window, template or package."""
    if not settings.has_zalo_oa:
        return {}
    return {ZALO_OA: zalo_oa_allows(templates_in(settings), settings.zalo_oa_rate_per_minute)}
