"""How long a year of a plan takes: python benchmarks/simulate.py [PLAN [FROM TO]]"""

import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
SEED = HERE.parent / "shared/samples/seed-plan.txt"
BAOAN = Path(sys.executable).with_name("baoan")


def main() -> None:
    """Play the year without a units file (thirty communes are made up) and print messages and seconds."""
    seed = [str(SEED), "2024-08-01", "2025-07-31"]
    sample = [str(HERE / "bot/sample/plan.txt"), "2026-01-01", "2026-12-31"]
    plan, first, last = (sys.argv[1:] + (seed if SEED.is_file() else sample)[len(sys.argv) - 1 :])[:3]
    began = time.perf_counter()
    command = [BAOAN, "simulate", "--plan", plan, "--from", first, "--to", last, "--json"]
    played = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds = time.perf_counter() - began
    print(
        f"{Path(plan).name}, {first} to {last}: {len(played.stdout.splitlines())} messages in {seconds:.1f} s"
    )


if __name__ == "__main__":
    main()
