"""What does it look like with data in it? An invented company of three years."""

from xlsales.demo.company import demo_rows
from xlsales.demo.faults import PLANTED, Planted

__all__ = ["PLANTED", "Planted", "demo_rows"]
