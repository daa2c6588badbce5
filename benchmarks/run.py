"""Run every benchmark, one after the other: python benchmarks/run.py [NAME …]"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
HELPERS = {"run", "likeness_cases", "plan_matching", "plan_disguises", "understanding_tables"}


def main() -> None:
    """Run the benchmarks named, or all of them."""
    wanted = sys.argv[1:]
    for path in sorted(HERE.glob("*.py")):
        if path.stem in HELPERS or (wanted and path.stem not in wanted):
            continue
        print(f"== {path.stem}", flush=True)
        subprocess.run([sys.executable, path], check=True)


if __name__ == "__main__":
    main()
