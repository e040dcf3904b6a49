"""``python -m pipelines`` is ``downwire``."""

from pipelines.cli import main

main(prog_name="downwire")
