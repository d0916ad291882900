"""What is missing on this machine, and what to do about it?"""

from xlsales.doctor.report import doctor_report

__all__ = ["doctor_report"]
