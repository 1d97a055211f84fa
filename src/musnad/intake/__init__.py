"""Intake: bytes of every usual sort become documents, or coded failures; one bad input never stops the rest.

`read_inputs` is the way in. Only `sources` and `files` touch the file system; everything else here takes bytes
or text and gives values.
"""

from musnad.intake.model import Defaults, Failure, Intake, Note, Taken
from musnad.intake.sources import count_inputs, read_inputs

__all__ = ["Defaults", "Failure", "Intake", "Note", "Taken", "count_inputs", "read_inputs"]
