"""Look: whether there is anything to do for a workbook at all."""

from dataclasses import dataclass
from typing import ClassVar

from xlsales import disk
from xlsales.regenerate.desks import Desk
from xlsales.regenerate.manifest import read_manifest
from xlsales.regenerate.survey import Pieces, Survey, all_inputs
from xlsales.regenerate.task import Asked, Done


@dataclass(frozen=True, slots=True)
class Look:
    """The first task of every workbook; it reads its bytes and opens nothing."""

    desk: Desk
    asked: Asked
    pieces: Pieces
    documents: ClassVar[int] = 0

    def do(self) -> Done:
        """Ask the manifest; what is settled from the same inputs is left alone."""
        content = disk.read_bytes(self.desk.workbook)
        inputs = all_inputs(self.desk, self.asked, content)
        manifest = read_manifest(self.desk.folder)
        if manifest.is_settled(self.asked.period, inputs):
            outputs = manifest.settled[self.asked.period].outputs
            return Done(unchanged=list(outputs), inputs=inputs)
        surveys = [Survey(self.desk, self.asked, piece) for piece in self.pieces]
        return Done(follow=[*surveys], inputs=inputs)
