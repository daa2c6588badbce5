"""Settings from the environment (BAOAN_…) or baoan.toml; a secret may also come from a …_FILE."""

import os
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from domain.costs import Spending
from domain.errors import BadInputError

PREFIX = "BAOAN_"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
ZALO_OA = (
    "zalo_oa_app_id",
    "zalo_oa_app_secret",
    "zalo_oa_secret_key",
    "zalo_oa_id",
    "zalo_oa_refresh_token",
)
REAL_CHANNELS = ("telegram_token", *ZALO_OA, "zalo_bot_token")


class Settings(BaseSettings):
    """Everything an operator can set; the defaults run on a fresh machine with no account."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, toml_file="baoan.toml", extra="ignore")

    database_url: str | None = None
    data_dir: Path = Path("data")
    http_host: str = "127.0.0.1"
    http_port: int = Field(8080, ge=0, le=65535)
    public_url: str | None = None
    timezone: Literal["Asia/Ho_Chi_Minh"] = "Asia/Ho_Chi_Minh"
    language: Literal["vi", "en"] = "vi"
    office: str | None = None
    hotline: str | None = None
    staging_to: str | None = None
    trial: bool = False
    metrics_token: SecretStr | None = None
    heartbeat_url: SecretStr | None = None
    receipt_key: SecretStr | None = None

    telegram_token: SecretStr | None = None
    telegram_api_base: str | None = None
    telegram_mode: Literal["polling", "webhook"] = "polling"
    telegram_webhook_secret: SecretStr | None = None

    zalo_oa_app_id: str | None = None
    zalo_oa_app_secret: SecretStr | None = None
    zalo_oa_secret_key: SecretStr | None = None
    zalo_oa_id: str | None = None
    zalo_oa_refresh_token: SecretStr | None = None
    zalo_oa_api_base: str | None = None
    zalo_oauth_base: str | None = None
    zalo_business_base: str | None = None
    zalo_oa_rate_per_minute: int = Field(100, ge=1)
    zalo_oa_plan: Literal["tang-truong", "toan-dien"] | None = None
    zbs_template_reminder: str | None = None
    zbs_template_accident: str | None = None
    zbs_template_report_state: str | None = None
    zbs_price_uid: int | None = Field(None, ge=0)
    zbs_price_phone: int | None = Field(None, ge=0)
    monthly_spending_cap: int | None = Field(None, ge=0)

    zalo_bot_token: SecretStr | None = None
    zalo_bot_api_base: str | None = None
    zalo_bot_mode: Literal["polling", "webhook"] = "polling"
    zalo_bot_webhook_secret: SecretStr | None = None

    @model_validator(mode="before")
    @classmethod
    def secrets_from_files(cls, values: Any) -> Any:
        """Read `BAOAN_X_FILE` where `BAOAN_X` is not set."""
        for name in cls.model_fields:
            path = os.environ.get(f"{PREFIX}{name.upper()}_FILE")
            if path and name not in values:
                values[name] = Path(path).read_text("utf-8").strip()
        return values

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let the environment win over baoan.toml."""
        del dotenv_settings, file_secret_settings
        return (init_settings, env_settings, TomlConfigSettingsSource(settings_cls))

    @classmethod
    def load(cls) -> "Settings":
        """Return the settings; raises BadInputError `settings-wrong` naming the first that is of no use."""
        try:
            return cls()
        except ValidationError as error:
            first = error.errors()[0]
            name = ".".join(str(part) for part in first["loc"]) or str(first["ctx"]["error"])
            raise BadInputError("settings-wrong", name=f"{PREFIX}{name.upper()}") from error
        except (OSError, TOMLDecodeError) as error:
            raise BadInputError("settings-unreadable", problem=str(error)) from error

    @property
    def url(self) -> str:
        """Return the database to use."""
        return self.database_url or f"sqlite:///{self.data_dir / 'baoan.db'}"

    @model_validator(mode="after")
    def bases_are_origins(self) -> "Settings":
        """Refuse an address that is no https origin; http is taken on this very machine only."""
        for name in ("public_url", *(n for n in type(self).model_fields if n.endswith("_base"))):
            value = getattr(self, name)
            if value is None:
                continue
            parts = urlsplit(value)
            local = parts.scheme == "http" and parts.hostname in LOOPBACK
            if not (parts.hostname and (parts.scheme == "https" or local)):
                raise ValueError(name)
            setattr(self, name, value.rstrip("/"))
        return self

    @property
    def spending(self) -> Spending:
        """Return what the office has set of money: its cap, its plan, what it pays for a template."""
        return Spending(
            self.monthly_spending_cap, self.zalo_oa_plan, self.zbs_price_uid, self.zbs_price_phone
        )

    @model_validator(mode="after")
    def heartbeat_is_safe(self) -> "Settings":
        """Refuse a heartbeat that anybody on the way could read; http is taken on this very machine only."""
        if self.heartbeat_url is None:
            return self
        parts = urlsplit(self.heartbeat_url.get_secret_value())
        local = parts.scheme == "http" and parts.hostname in LOOPBACK
        if not (parts.hostname and (parts.scheme == "https" or local)):
            raise ValueError("heartbeat_url")
        return self

    @property
    def has_zalo_oa(self) -> bool:
        """Whether an Official Account is meant, be it with something still missing."""
        return any(getattr(self, name) for name in ZALO_OA)

    @classmethod
    def unknown_names(cls) -> tuple[str, ...]:
        """Return what the environment sets with our prefix that is no setting of ours: a slip, most likely."""
        known = {f"{PREFIX}{name.upper()}{end}" for name in cls.model_fields for end in ("", "_FILE")}
        return tuple(sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known))

    @property
    def real_channels(self) -> tuple[str, ...]:
        """Return the real channels that are configured."""
        return tuple(name for name in REAL_CHANNELS if getattr(self, name))
